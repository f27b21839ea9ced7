// The generated sentences of the consistency measure are grammatical, rightly labelled and nobody's training data; the measure counts what it says; the model is within bounds.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BOUNDS, DRESSES, inflect, measureConsistency, type Slot, type Variant, variants } from "../eval/consistency.ts";
import { FRAMES, fillings, type Kind } from "../eval/frames.ts";
import { EVENT_TYPES, TYPES } from "../src/codebook.ts";
import { type Span, slice } from "../src/span.ts";
import { openTagger } from "../src/tag/pool.ts";
import type { Act, Relation, TaggedSentence, Tagger } from "../src/tag/types.ts";

const path = (p: string): string => fileURLToPath(new URL(p, import.meta.url));
const all = variants();
const frames = EVENT_TYPES.flatMap((type) =>
  FRAMES[type].map((line) => ({ type, pattern: line.split("|")[1]!, mode: line.split("|")[0]! })),
);
const of = (frame: string, dress: Variant["dress"]): string[] => {
  const at = frames.findIndex((f) => f.pattern.includes(frame));
  return all.filter((v) => v.frame === at && v.dress === dress && (dress !== "fact" || v.filling === 0)).map((v) => v.text);
};

describe("frames", () => {
  it("are at least twelve a type, with at least ten verbs, one actor and modes of their type", () => {
    for (const type of EVENT_TYPES) {
      const own = frames.filter((f) => f.type === type);
      expect(own.length, type).toBeGreaterThanOrEqual(12);
      expect(new Set(own.map((f) => /\[(?:be )?(\w+)/.exec(f.pattern)![1])).size, type).toBeGreaterThanOrEqual(10);
      for (const { pattern, mode } of own) {
        expect(pattern.match(/\{A:/g), pattern).toHaveLength(1);
        expect(pattern, pattern).toMatch(/^\{[AR]:\w+\} \[[^[\]]+\][^[\]]*$/);
        expect(["", "*", ...Object.keys(TYPES[type].modes)], pattern).toContain(mode);
      }
    }
  });

  it("have six different fillings for every slot, and never the same name in two", () => {
    for (const { pattern } of frames) {
      const texts = [...pattern.matchAll(/\{\w:(\w+)\}/g)].flatMap((m) => fillings(m[1] as Kind).map((f) => f.text));
      expect(new Set(texts).size, pattern).toBe(texts.length);
      expect(texts.length % 6).toBe(0);
    }
  });
});

describe("inflect", () => {
  it.each([
    ["promise", "promised", "promised", "promising"],
    ["agree", "agreed", "agreed", "agreeing"],
    ["supply", "supplied", "supplied", "supplying"],
    ["deploy", "deployed", "deployed", "deploying"],
    ["bar", "barred", "barred", "barring"],
    ["begin", "began", "begun", "beginning"],
    ["undertake", "undertook", "undertaken", "undertaking"],
  ])("%s", (base, past, participle, gerund) => {
    expect(inflect(base)).toEqual({ past, participle, gerund });
  });
});

describe("variants", () => {
  it("are the same each time, every text once", () => {
    expect(variants()).toEqual(all);
    expect(new Set(all.map((v) => v.text)).size).toBe(all.length);
    expect(variants(3)).toEqual(all.filter((v) => v.frame % 3 === 0));
  });

  it("hold six facts a frame, and each dress that its type can wear", () => {
    frames.forEach(({ type, pattern }, frame) => {
      const own = all.filter((v) => v.frame === frame);
      const count = (dress: string): number => own.filter((v) => v.dress === dress).length;
      expect(own.filter((v) => v.dress === "fact").map((v) => v.filling)).toEqual([0, 1, 2, 3, 4, 5]);
      expect([count("negation"), count("condition"), count("history")]).toEqual([2, 2, 2]);
      expect(count("denial")).toBe(pattern.includes("[be ") ? 1 : 2);
      expect(count("future")).toBe(type === "AGREE" || type === "THREATEN" ? 0 : 2);
    });
  });

  it("have slots and predicates that stand where they say", () => {
    for (const v of all) {
      const pattern = frames[v.frame]!.pattern;
      for (const [slot, at] of Object.entries(v.slots) as [Slot, Span][]) {
        const kind = slot === "D" ? "denier" : new RegExp(`\\{${slot}:(\\w+)\\}`).exec(pattern)![1]!;
        const text = slice(v.text, at);
        expect(
          fillings(kind as Kind).some((f) => f.text === text || (at.start === 0 && f.text.slice(1) === text.slice(1))),
          v.text,
        ).toBe(true);
      }
      const [, base, more] = /\[(\w+)(.*?)\]/.exec(pattern)!;
      const words = slice(v.text, v.predicate);
      expect(words.endsWith(more!), v.text).toBe(true);
      const verb = words
        .slice(0, words.length - more!.length)
        .split(" ")
        .at(-1)!;
      const forms = base === "be" ? ["was", "were", "not", "never", "be", "been"] : [base!, ...Object.values(inflect(base!))];
      expect(forms, v.text).toContain(verb);
      if (v.dress === "denial") expect(v.text.slice(v.denier!.end)).toMatch(/^ denied /);
      else expect(v.denier).toBeNull();
    }
  });

  it("are clean sentences whose verbs agree", () => {
    for (const v of all) {
      expect(v.text, v.text).toMatch(/^[A-Z][^{}[\]|*+]*[a-z0-9]\.$/);
      expect(v.text, v.text).not.toMatch(/ {2}| [,.]|\bdid not be\b|\b(\w+) \1\b/);
      const subject = v.slots[/^\{(\w)/.exec(frames[v.frame]!.pattern)![1] as Slot]!;
      const kind = /^\{\w:(\w+)/.exec(frames[v.frame]!.pattern)![1] as Kind;
      const { plural } = fillings(kind).find((f) => f.text.slice(1) === slice(v.text, subject).slice(1))!;
      const verb = v.text.slice(v.predicate.start).split(" ", 1)[0];
      if (plural) expect(["was", "is", "has"], v.text).not.toContain(verb);
      else if (v.dress !== "condition") expect(["were", "are", "have"], v.text).not.toContain(verb);
    }
  });

  it("read as English", () => {
    expect(of("[hold talks]", "fact")).toEqual([expect.stringMatching(/^Norway held talks with .+ on Monday\.$/)]);
    expect(of("[hold talks]", "negation")).toEqual([
      expect.stringMatching(/ did not hold talks with .+ on Monday\.$/),
      expect.stringMatching(/ never held talks with /),
    ]);
    expect(of("[urge]", "denial")).toEqual([
      expect.stringMatching(/^.+ denied that .+ had urged .+ to free the captured sailors\.$/),
      expect.stringMatching(/^.+ denied urging .+ to free the captured sailors\.$/),
    ]);
    expect(of("[be shot]", "negation")).toEqual([
      expect.stringMatching(/ were not shot by .+ on Monday\.$/),
      expect.stringMatching(/ were never shot by /),
    ]);
    expect(of("[be shot]", "future")).toEqual([
      expect.stringMatching(/ will be shot by .+ next week\.$/),
      expect.stringMatching(/ are to be shot by .+ on Thursday\.$/),
    ]);
    expect(of("[ban]", "condition")).toEqual([
      expect.stringMatching(/^If .+ were to ban a newspaper owned by .+, the plan would have to be redrawn\.$/),
      expect.stringMatching(/ could ban a newspaper owned by .+ next month\.$/),
    ]);
    expect(of("[seek a meeting]", "history")).toEqual([
      expect.stringMatching(/^In 1994 .+ sought a meeting with /),
      expect.stringMatching(/^A decade ago, .+ sought a meeting with /),
    ]);
  });

  it("expect of each dress one change", () => {
    const auxiliary = { fact: [], negation: ["negation"], denial: ["negation"], condition: ["hypothetical"], history: ["historical"] };
    const own = { CONSULT: "AGREE", SUPPORT: "AGREE", COOPERATE: "AGREE", AID: "AGREE", CONCEDE: "CONCEDE", RETREAT: "CONCEDE" };
    for (const v of all) {
      const { type, mode } = frames[v.frame]!;
      if (v.dress !== "future") expect([v.type, v.mode, v.auxiliary], v.text).toEqual([type, mode || null, auxiliary[v.dress]]);
      else if (type in own) expect([v.type, v.mode, v.auxiliary], v.text).toEqual([own[type as keyof typeof own], null, []]);
      else expect([v.type, v.mode, v.auxiliary], v.text).toEqual([type, mode || null, ["future"]]);
    }
  });

  it("are no sentences of the training corpus", () => {
    const plain = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, " ")
        .trim();
    const corpus = path("../training/corpus");
    const trained = new Set(
      readdirSync(corpus)
        .filter((name) => name.endsWith(".txt"))
        .flatMap((name) => [...readFileSync(`${corpus}/${name}`, "utf8").matchAll(/^text: (.*)$/gm)].map((m) => plain(m[1]!))),
    );
    expect(trained.size).toBeGreaterThan(1000);
    for (const v of all) expect(trained.has(plain(v.text)), v.text).toBe(false);
  });
});

/** A model that reads each variant as its labels say, but for what `spoil` makes of it. */
function made(spoil: (act: Act, v: Variant) => Act | null, relation: (v: Variant) => Relation["type"], source = true): Tagger {
  const byText = new Map(all.map((v) => [v.text, v]));
  const read = (text: string): TaggedSentence => {
    const v = byText.get(text)!;
    const role = (slot: Slot, as: "actor" | "recipient") => (v.slots[slot] ? [{ ...v.slots[slot], role: as, confidence: 1 }] : []);
    const act = spoil(
      {
        type: v.type,
        trigger: v.predicate,
        modes: v.mode && v.mode !== "*" ? [v.mode] : [],
        auxiliary: v.auxiliary,
        arguments: [...role("A", "actor"), ...role("R", "recipient")],
        confidence: 1,
      },
      v,
    );
    const at = text.indexOf("denied");
    const said = v.denier && source ? [{ source: v.denier, cue: { start: at, end: at + 6 }, content: [v.predicate], confidence: 1 }] : [];
    return {
      start: 0,
      end: text.length,
      tokens: [],
      entities: [],
      acts: act ? [act] : [],
      attributions: said,
      voice: "reported",
      voiceConfidence: 1,
    };
  };
  return {
    tag: async (texts) => texts.map((t) => read(t as string)),
    relate: async (pairs) =>
      pairs.map(({ text }) => ({ type: relation(byText.get(text)!), mode: null, confidence: 1, scores: {} as Relation["scores"] })),
    close: async () => {},
  };
}

describe("measureConsistency", () => {
  it("finds nothing wrong with a model that is right", async () => {
    const { swaps, dresses, facts, examples } = await measureConsistency(
      made(
        (a) => a,
        (v) => v.type,
      ),
    );
    expect([swaps.failures, facts.failures, ...DRESSES.map((d) => dresses[d].failures)]).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(examples).toEqual([]);
    expect(swaps.variants).toBe(swaps.graph.variants + swaps.relation.variants);
    expect(swaps.graph.variants).toBe(5 * frames.length);
  });

  it("counts every dress of a model that sees no act, though its swaps agree", async () => {
    const { swaps, dresses, parts, facts } = await measureConsistency(
      made(
        () => null,
        () => "ASSAULT",
      ),
    );
    expect([swaps.rate, facts.rate, ...DRESSES.map((d) => dresses[d].rate)]).toEqual([0, 1, 1, 1, 1, 1, 1]);
    expect(parts.history.act).toBe(dresses.history.failures);
  });

  it("counts the one filling of six that is read otherwise, and shows it", async () => {
    const odd = (a: Act, v: Variant): Act => (v.dress === "fact" && v.filling === 4 ? { ...a, arguments: [] } : a);
    const { swaps, examples } = await measureConsistency(made(odd, (v) => (v.filling === 2 ? "ASSAULT" : "AGREE")));
    expect(swaps.graph.rate).toBeCloseTo(1 / 5);
    expect(swaps.relation.rate).toBeCloseTo(1 / 5);
    expect(examples).toHaveLength(20);
    expect(examples[0]).toMatch(/^swap: .+ — should be AGREE A→R as in its other fillings, is AGREE –→–$/);
  });

  it("holds a dress to the fact as it was read, and a denial to its source", async () => {
    // Wrong type throughout, but each dress changes it as it should.
    const steady = (a: Act, v: Variant): Act => (v.dress === "future" ? a : { ...a, type: "ASSAULT", modes: [] });
    const wrong = await measureConsistency(
      made(steady, () => "ASSAULT", false),
      3,
    );
    expect([wrong.facts.rate > 0.9, wrong.dresses.negation.rate, wrong.dresses.history.rate, wrong.dresses.denial.rate]).toEqual([
      true,
      0,
      0,
      1,
    ]);
    expect(wrong.parts.denial).toMatchObject({ denier: wrong.dresses.denial.failures, type: 0, auxiliary: 0 });
  });

  it("finds the model in model/ within its bounds", async () => {
    const tagger = await openTagger(path("../model"), 0);
    const { swaps, dresses } = await measureConsistency(tagger, 4);
    await tagger.close();
    const made = DRESSES.reduce((sum, d) => sum + dresses[d].variants, 0);
    const failed = DRESSES.reduce((sum, d) => sum + dresses[d].failures, 0);
    expect(swaps.rate).toBeLessThanOrEqual(BOUNDS.swaps);
    expect(failed / made).toBeLessThanOrEqual(BOUNDS.dresses);
  });
});
