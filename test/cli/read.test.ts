import { describe, expect, it } from "vitest";
import type { Coding } from "../../src/cli/coding.ts";
import type { Effects } from "../../src/cli/effects.ts";
import { main } from "../../src/cli/main.ts";
import { progressOf } from "../../src/cli/progress.ts";
import type { Input } from "../../src/document/inputs.ts";
import type { Document } from "../../src/document/types.ts";
import { CSV_HEADER } from "../../src/record/csv.ts";
import { writeJsonl } from "../../src/record/jsonl.ts";
import { documentOf, fake, recordOf, run, turns } from "./fakes.ts";

const idsOf = (out: string): string[] =>
  out
    .trim()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line).document.id);
const many = (count: number): Input[] => Array.from({ length: count }, (_, at) => documentOf(`d${at}`));

describe("readout INPUT…", () => {
  it("should write one record a line where the output is no terminal", async () => {
    const inputs = [documentOf("a"), documentOf("b")];
    const { code, out, err } = await run(["folder"], { inputs });
    expect({ code, out, err }).toEqual({ code: 0, out: inputs.map((input) => writeJsonl(recordOf(input))).join(""), err: "" });
  });

  it("should keep the order of the inputs when later ones are read sooner, with four under way on two cores", async () => {
    const { out, reader } = await run(["-"], { inputs: many(20), turns: (id) => (Number(id.slice(1)) * 7) % 11 });
    expect(idsOf(out)).toEqual(many(20).map((input) => input.input.replace(".txt", "")));
    expect(reader).toEqual({ opened: 1, closed: 1, underWay: 0, mostUnderWay: 4 });
  });

  it("should write what is ready while the source makes wait", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* slow() {
      yield documentOf("a");
      await held;
      yield documentOf("b");
    }
    const { effects, written } = fake({ inputs: slow() });
    const code = main(["-"], effects);
    await turns(200);
    expect(idsOf(written.out)).toEqual(["a"]);
    release();
    expect(await code).toBe(0);
    expect(idsOf(written.out)).toEqual(["a", "b"]);
  });

  it("should not take inputs that it cannot begin", async () => {
    let taken = 0;
    function* source() {
      for (const input of many(100)) {
        taken++;
        yield input;
      }
    }
    const { effects } = fake({ inputs: source(), turns: () => Infinity });
    void main(["-"], effects);
    await turns(50);
    expect(taken).toBeLessThanOrEqual(5);
  });

  it("should name each failure in a line of its own, in order, and code the rest", async () => {
    const inputs: Input[] = [
      { input: "gone.txt", failure: "there is no such file: check the name" },
      documentOf("a"),
      documentOf("b", "de"),
      documentOf("c"),
      documentOf("d"),
    ];
    const readError = (id: string) => (id === "c" ? new Error("boom") : null);
    const { code, out, err } = await run(["x"], { inputs, readError });
    expect(code).toBe(1);
    expect(idsOf(out)).toEqual(["a", "d"]);
    expect(err).toBe(
      [
        "readout: gone.txt: there is no such file: check the name",
        "readout: b.txt: is in German, and only English is coded: give a translation",
        "readout: c.txt: boom: this is a fault of readout, please report it with the input",
        "",
      ].join("\n"),
    );
  });

  it("should keep a failure on one line whatever the name", async () => {
    const { err } = await run(["x"], { inputs: [{ input: "a\nb\u001b[2J", failure: "is\nbad: mend it" }] });
    expect(err).toBe("readout: a b [2J: is bad: mend it\n");
  });

  it.each(["en", "en-GB", "und", ""])("should code a document in language “%s”", async (language) => {
    expect((await run(["x"], { inputs: [documentOf("a", language)] })).code).toBe(0);
  });

  it("should not open the model when there is nothing to read", async () => {
    const { code, reader } = await run(["x"], { inputs: [{ input: "x", failure: "is missing: check it" }] });
    expect([code, reader.opened]).toEqual([1, 0]);
  });

  it("should say in one line that the model is missing, and end", async () => {
    const { code, out, err } = await run(["x"], {
      inputs: many(9),
      openError: new Error("model/readout.onnx is missing: reinstall readout"),
    });
    expect({ code, out, err }).toEqual({ code: 1, out: "", err: "readout: stopped: model/readout.onnx is missing: reinstall readout\n" });
  });

  it("should pass the date on", async () => {
    const { out } = await run(["x", "--date", "2025-08-15"], { inputs: many(1) });
    expect(JSON.parse(out).document.extra).toEqual({ date: "2025-08-15" });
  });
});

describe("the formats", () => {
  it("should be a coloured page on a terminal, as wide as it is", async () => {
    const { out } = await run(["x"], { inputs: many(2), terminal: true, columns: 60 });
    expect(out).toContain("\x1b[1md0\x1b[0m");
    expect(out).toContain(`\n${"─".repeat(60)}\n`);
  });
  it.each([{ env: { NO_COLOR: "1" } }, { env: { TERM: "dumb" } }, { terminal: false }])(
    "should have no colours with %o",
    async (settings) => {
      expect((await run(["x", "--as", "page"], { inputs: many(1), terminal: true, ...settings })).out).not.toContain("\x1b");
    },
  );
  it("should have one head line of CSV for many documents, and for none", async () => {
    expect((await run(["x", "--as", "csv"], { inputs: many(3) })).out).toBe(CSV_HEADER);
    expect((await run(["x", "--as", "csv"])).out).toBe(CSV_HEADER);
  });
  it.each([
    ["json", /^\{\n {2}"schema"/],
    ["plover", /^$/],
    ["markdown", /^# d0\n[\s\S]*\n---\n\n# d1\n/],
  ])("should write %s", async (format, wanted) => {
    expect((await run(["x", `--as=${format}`], { inputs: many(2) })).out).toMatch(wanted);
  });
});

describe("progress", () => {
  const clock = () => {
    let time = 0;
    return () => (time += 400);
  };
  it("should show on a terminal when it takes long, and leave nothing behind", async () => {
    const { err } = await run(["x"], { inputs: many(20), errTerminal: true, now: clock() });
    expect(err).toMatch(/\r\x1b\[2Kreadout: \d+ read, [\d.]+ a second/);
    expect(err.endsWith("\r\x1b[2K")).toBe(true);
  });
  it("should tell how long the rest may take, where it is known how much there is", async () => {
    const written: string[] = [];
    let time = 0;
    const err = { isTerminal: true, columns: 80, write: async (text: string) => void written.push(text) };
    const { amount, step } = progressOf({ err, out: { ...err, isTerminal: false }, now: () => (time += 1000) } as unknown as Effects);
    for (let n = 0; n < 3; n++) await step(false);
    amount.total = 400;
    amount.read = 100;
    await step(false);
    expect(written[0]).toMatch(/a second$/);
    expect(written.at(-1)).toMatch(/^\r\x1b\[2Kreadout: 4 read, [\d.]+ a second, 25%, \d+ s left$/);
  });
  it("should tell the sentences of a document that takes long, and what is found out behind them, on one row", async () => {
    const written: string[] = [];
    let time = 0;
    const err = { isTerminal: true, columns: 70, write: async (text: string) => void written.push(text) };
    const progress = progressOf({ err, out: err, now: () => (time += 400) }, true);
    const read = { total: 2000, share: 0.25 };
    const coding = progress.followed({
      ...({} as Coding),
      async code(_document, _day, onProgress) {
        for (let done = 0; done < 2000; done += 200) onProgress?.({ ...read, done });
        onProgress?.({ ...read, done: 2000, share: 1, now: "actors" });
        return { failure: "none" };
      },
    });
    progress.amount.total = progress.amount.read = 9;
    await coding.code({ ...(documentOf(`${"far/".repeat(20)}a\nlong one`) as { document: Document }).document, text: "x".repeat(80) });
    await progress.clear();
    const rows = written.map((row) => row.replace("\r\x1b[2K", ""));
    expect(rows.find((row) => row.includes("of 2,000"))).toMatch(/^readout: 12%, \d+ s left; ….*long one: [\d,]+ of 2,000 sentences$/);
    expect(rows.at(-2)).toMatch(/^readout: 50%, \d+ s left; ….*: 2,000 sentences read, now who is who$/);
    expect(rows.at(-1)).toBe("");
    for (const row of rows) expect(row.length).toBeLessThan(70);
  });
  it("should be silent for short work and where nobody watches", async () => {
    expect((await run(["x"], { inputs: many(20), errTerminal: true })).err).toBe("");
    expect((await run(["x"], { inputs: many(20), now: clock() })).err).toBe("");
  });
});

describe("the end", () => {
  it("should come quietly when the pipe is closed", async () => {
    let writes = 0;
    const onWrite = () => {
      if (++writes === 2) throw Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    };
    const { code, out, err, reader } = await run(["x"], { inputs: many(50), onWrite });
    expect([code, err, idsOf(out), reader.closed]).toEqual([0, "", ["d0"], 1]);
  });

  it("should come with 130 and whole lines on Ctrl-C, in the middle of a write and with work under way", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let writes = 0;
    const made = fake({
      inputs: many(50),
      turns: (id) => (id === "d7" ? Infinity : 0),
      onWrite: async () => {
        if (++writes === 3) {
          setImmediate(made.interrupt);
          await held;
        }
      },
    });
    const code = main(["x"], made.effects);
    await turns(50);
    release();
    expect(await code).toBe(130);
    await turns(20);
    expect(made.written.out.endsWith("\n")).toBe(true);
    expect(idsOf(made.written.out)).toEqual(["d0", "d1", "d2"]);
    expect(made.written.err).toBe("readout: stopped: 3 articles written, each whole, 0 failed; the rest was not read\n");
  });

  it("should come with 130 on Ctrl-C while it waits for input", async () => {
    async function* never(): AsyncGenerator<Input> {
      yield documentOf("a");
      await new Promise(() => {});
    }
    const made = fake({ inputs: never() });
    const code = main(["-"], made.effects);
    await turns(200);
    made.interrupt();
    expect(await code).toBe(130);
    expect(idsOf(made.written.out)).toEqual(["a"]);
  });
});
