import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import { fake, relationOf, run, turns } from "./fakes.ts";

const jsonl = (...lines: unknown[]): string => lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
const pair = { id: "p1", text: "Perú helps Chile.", actor: [0, 4], recipient: [11, 16] };

describe("readout relate -", () => {
  it("should answer each line in order, and name the broken ones", async () => {
    const stdin = jsonl(
      pair,
      "{oops",
      "[1]",
      "",
      { ...pair, id: 7, actor: [11, 16] },
      { ...pair, recipient: [11, 99] },
      { ...pair, actor: [4, 4] },
      { ...pair, actor: "Perú" },
      { id: "x" },
      { ...pair, id: "last" },
    );
    const { code, out, err, reader } = await run(["relate", "-"], { stdin });
    expect(code).toBe(1);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: "p1", type: "AID", mode: "Perú", confidence: 0.5, scores: { AID: 0.5 } },
      { id: 7, type: "AID", mode: "Chile", confidence: 0.5, scores: { AID: 0.5 } },
      { id: "last", type: "AID", mode: "Perú", confidence: 0.5, scores: { AID: 0.5 } },
    ]);
    expect(
      err
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(0, 40)),
    ).toEqual([
      "readout: -:2: is no JSON: write one obje",
      "readout: -:3: is JSON, but no object: wr",
      'readout: -:6: "recipient" is no place in',
      'readout: -:7: "actor" is no place in the',
      'readout: -:8: "actor" is no place in the',
      'readout: -:9: has no "text": give it the',
    ]);
    expect(reader.closed).toBe(1);
  });

  it("should lose only the line that the model fails on", async () => {
    const stdin = jsonl(...Array.from({ length: 200 }, (_, id) => ({ ...pair, id })));
    let seen = 0;
    const relate: Parameters<typeof run>[1] = {
      stdin: stdin.replace('Perú helps Chile.","actor":[0,4]', 'Xxxx helps Chile.","actor":[0,4]'),
      relate: async (pairs) => {
        seen += pairs.length;
        if (pairs.some(({ text }) => text.startsWith("Xxxx"))) throw new Error("is too odd: leave it out");
        return pairs.map(relationOf);
      },
    };
    const { code, out, err } = await run(["relate", "-"], relate);
    expect([code, err, out.trimEnd().split("\n").length]).toEqual([1, "readout: -:1: is too odd: leave it out\n", 199]);
    expect(seen).toBeGreaterThan(199);
  });

  it("should answer a line before the next one comes", async () => {
    async function* slow() {
      yield new TextEncoder().encode(`${JSON.stringify(pair)}\n`);
      await new Promise(() => {});
    }
    const made = fake({ stdin: slow() });
    void main(["relate", "-"], made.effects);
    await turns(50);
    expect(JSON.parse(made.written.out).id).toBe("p1");
  });

  it("should answer nothing with nothing", async () => {
    expect(await run(["relate", "-"])).toMatchObject({ code: 0, out: "", err: "" });
  });
});

describe("readout parse -", () => {
  it("should write CoNLL-U with names and missing spaces in MISC", async () => {
    const { code, out } = await run(["parse", "-"], { stdin: jsonl({ id: "d", text: "Ana Lima left.\nShe  wept." }) });
    expect(code).toBe(0);
    expect(out).toBe(
      `# newdoc id = d
# sent_id = d-1
# text = Ana Lima left.
1	Ana	_	X	_	_	0	root	_	NER=B-PER
2	Lima	_	X	_	_	1	dep	_	NER=I-PER
3	left	_	X	_	_	2	dep	_	SpaceAfter=No
4	.	_	PUNCT	_	_	3	dep	_	_

# sent_id = d-2
# text = She wept.
1	She	_	X	_	_	0	root	_	NER=B-PER
2	wept	_	X	_	_	1	dep	_	SpaceAfter=No
3	.	_	PUNCT	_	_	2	dep	_	_

`,
    );
  });
  it("should keep given words as they are", async () => {
    const { out, err, code } = await run(["parse", "--pretokenized", "-"], {
      stdin: jsonl(
        { id: "s", tokens: ["left", "."] },
        { id: "bad", tokens: ["a", ""] },
        { id: "odd", tokens: ["two words", "."] },
        { tokens: ["ok"] },
      ),
    });
    expect(code).toBe(1);
    expect(out).toBe(
      "# sent_id = s\n# text = left .\n1\tleft\t_\tX\t_\t_\t0\troot\t_\t_\n2\t.\t_\tPUNCT\t_\t_\t1\tdep\t_\t_\n\n" +
        "# sent_id = 4\n# text = ok\n1\tok\t_\tX\t_\t_\t0\troot\t_\t_\n\n",
    );
    expect(err).toContain('readout: -:2: has no "tokens"');
    expect(err).toContain("readout: -:3: 2 words came back as 3");
  });
});
