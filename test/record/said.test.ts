// What is only said: a scrap of a sentence is told with the words that lead to it, a whole saying by itself.
import { expect, test } from "vitest";
import { itemsOf } from "../../src/record/items.ts";
import { saidGroups } from "../../src/record/said.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { span } from "../../src/span.ts";

/** Quotations shown of one sentence, in which Rana says `content`. */
function shown(text: string, cue: string, ...content: readonly string[]): string[] {
  const place = (words: string) => span(text.indexOf(words), text.indexOf(words) + words.length);
  const record = {
    document: { text },
    actors: [{ id: "a1", name: "Rana", code: null, kind: "person", mentions: [{ ...place("Rana"), form: "name" }] }],
    sentences: [{ start: 0, end: text.length, voice: "attributed", confidence: 1 }],
    events: [],
    statements: [
      {
        id: "s1",
        sentence: 0,
        source: { ...place("Rana"), actor: "a1" },
        cue: place(cue),
        content: content.map(place),
        direct: false,
        confidence: 1,
      },
    ],
  } as unknown as ReadoutRecord;
  return saidGroups(record, itemsOf(record), [], new Set()).flatMap(({ items }) =>
    items.map(({ lead, quote }) => `${lead} ${quote}`.trim()),
  );
}

test("a scrap is told from its cue on", () =>
  expect(shown("Rana denied the charges of misusing public money.", "denied", "of misusing public money")).toEqual([
    "“denied the charges of misusing public money”",
  ]));
test("a whole saying stands alone", () => {
  expect(shown("Rana denied that the money was lost.", "denied", "that the money was lost")).toEqual(["denied: “that the money was lost”"]);
  expect(shown("Rana said forests burn every summer.", "said", "forests burn every summer")).toEqual(["“forests burn every summer”"]);
});

test("of what stands on both sides of its source the longer part is told", () =>
  expect(shown("Peace takes hard work, said Rana, a judge.", "said", "Peace takes hard work", "a judge")).toEqual([
    "“Peace takes hard work”",
  ]));

test.each([
  ["The decree, signed by the mayor of Lima", "The decree"],
  ["an aide, who asked not to be named", "an aide, who asked not to be named"],
  ["the mayors of Lima, Lomé and Accra", "the mayors of Lima, Lomé and Accra"],
])("who is no actor is called by his own words: %s", (source, name) =>
  expect(
    itemsOf({ document: { text: source }, sentences: [], actors: [] } as unknown as ReadoutRecord).nameOf({
      ...span(0, source.length),
      actor: null,
    }),
  ).toBe(name),
);

/** Headings and what stands under them, of sayings given as [actor, source, cue, content]. */
function headings(text: string, ...sayings: [string, string, string, string][]): string[] {
  const place = (words: string) => span(text.indexOf(words), text.indexOf(words) + words.length);
  const record = {
    document: { text },
    actors: [...new Set(sayings.map(([name]) => name))].map((name) => ({
      id: name,
      name,
      code: null,
      kind: /^the /.test(name) ? "unnamed" : "person",
      sector: name === "Delta FM" ? "JRN" : null,
      mentions: [],
    })),
    sentences: [{ start: 0, end: text.length, voice: "attributed", confidence: 1 }],
    events: text.includes("shelled") ? [{ sentence: 0, trigger: place("shelled") }] : [],
    statements: sayings.map(([actor, source, cue, content], i) => ({
      id: `s${i + 1}`,
      sentence: 0,
      source: { ...place(source), actor },
      cue: place(cue),
      content: [place(content)],
      direct: false,
      confidence: 1,
    })),
  } as unknown as ReadoutRecord;
  return saidGroups(record, itemsOf(record), [], new Set()).map(
    ({ heading, items }) => `${heading}: ${items.map(({ lead, quote }) => `${lead} ${quote}`.trim()).join(" ")}`,
  );
}

test("what a carrier of news passes on is said by whoever is named in it", () => {
  const text = "Tovi showed that the harbour belongs to nobody at all, Delta FM reported.";
  expect(
    headings(
      text,
      ["Delta FM", "Delta FM", "reported", "Tovi showed that the harbour belongs to nobody at all"],
      ["Tovi", "Tovi", "showed", "that the harbour belongs to nobody at all"],
    ),
  ).toEqual(["Tovi: showed: “that the harbour belongs to nobody at all”"]);
});
test("what is passed on stands under whoever passes it on", () => {
  const text = "Rana said that Tovi showed that the harbour belongs to nobody at all.";
  expect(
    headings(
      text,
      ["Rana", "Rana", "said", "that Tovi showed that the harbour belongs to nobody at all"],
      ["Tovi", "Tovi", "showed", "that the harbour belongs to nobody at all"],
    ),
  ).toEqual(["Rana: “that Tovi showed that the harbour belongs to nobody at all”"]);
});
test("it is told as whose it is where an event tells the rest", () => {
  const text = "Rana said that soldiers shelled a school and Tovi denied that the school was ever open.";
  expect(
    headings(
      text,
      ["Rana", "Rana", "said", "that soldiers shelled a school and Tovi denied that the school was ever open"],
      ["Tovi", "Tovi", "denied", "that the school was ever open"],
    ),
  ).toEqual(["Rana: Tovi denied: “that the school was ever open”"]);
});
test("two who speak side by side have a heading each", () => {
  const text = "Rana said that the harbour is closed, and Tovi denied that it was ever open.";
  expect(
    headings(text, ["Rana", "Rana", "said", "that the harbour is closed"], ["Tovi", "Tovi", "denied", "that it was ever open"]),
  ).toEqual(["Rana: “that the harbour is closed”", "Tovi: denied: “that it was ever open”"]);
});
test("the same words under two names of the speaker are said once, by the name", () => {
  const text = "Tovi spoke, saying the harbour will open soon, the official noted.";
  expect(
    headings(
      text,
      ["the official", "the official", "noted", "the harbour will open soon"],
      ["Tovi", "Tovi", "saying", "the harbour will open soon"],
    ),
  ).toEqual(["Tovi: “the harbour will open soon”"]);
});
test("a part of one's own saying is told with the whole", () => {
  const text = "Rana said that the silence showed how the harbour had been lost.";
  expect(
    headings(
      text,
      ["Rana", "Rana", "said", "that the silence showed how the harbour had been lost"],
      ["Rana", "Rana", "showed", "how the harbour had been lost"],
    ),
  ).toEqual(["Rana: “that the silence showed how the harbour had been lost”"]);
});
test("the tail of another's quotation is told with the whole", () => {
  const text = "“We shut the harbour and the road to the mill,” the Herald quoted Rana as saying.";
  const whole = ["Rana", "Rana", "saying", "“We shut the harbour and the road to the mill,”"] as const;
  const tail = ["Herald", "the Herald", "quoted", "the road to the mill,”"] as const;
  expect(headings(text, [...whole], [...tail])).toEqual(["Rana: “We shut the harbour and the road to the mill,”"]);
  expect(headings(text, [...tail])).toEqual(["Herald: “the road to the mill,’”"]);
});
test("words that hold their own source are no saying", () => {
  const text = "The harbour of either side, the Herald quoted her as saying on Monday.";
  expect(headings(text, ["Herald", "the Herald", "quoted", "of either side, the Herald quoted her as saying"])).toEqual([]);
});
test("the lead is told before quotations", () => {
  const lines = [
    "Rana hinted that a new harbour may be built.",
    ...[1, 2, 3, 4].map((n) => `“The old quay number ${n} is full,” Rana said.`),
  ];
  const text = lines.join(" ");
  const place = (words: string, from = 0) => span(text.indexOf(words, from), text.indexOf(words, from) + words.length);
  const record = {
    document: { text },
    actors: [{ id: "a1", name: "Rana", code: null, kind: "person", mentions: [] }],
    sentences: lines.map((line) => ({ ...place(line), voice: "attributed", confidence: 1 })),
    events: [],
    statements: lines.map((line, i) => ({
      id: `s${i + 1}`,
      sentence: i,
      source: { ...place("Rana", text.indexOf(line)), actor: "a1" },
      cue: place(i === 0 ? "hinted" : "said", text.indexOf(line)),
      content: [i === 0 ? place("that a new harbour may be built") : place(line.slice(0, line.indexOf("”") + 1))],
      direct: i > 0,
      confidence: 1,
    })),
  } as unknown as ReadoutRecord;
  const [group] = saidGroups(record, itemsOf(record), [], new Set());
  expect(group!.items[0]!.quote).toBe("“that a new harbour may be built”");
  expect(group!.more).toBe(2);
});
test("a bare pronoun is no heading", () =>
  expect(headings("It said that the harbour is closed.", ["it", "It", "said", "that the harbour is closed"])).toEqual([]));
test("what somebody will only be able to say is not said", () => {
  const text = "Rana will be able to use powers such as demanding that the whole harbour close.";
  expect(headings(text, ["Rana", "Rana", "demanding", "that the whole harbour close"])).toEqual([]);
  const did = "Rana kept demanding that the whole harbour close.";
  expect(headings(did, ["Rana", "Rana", "demanding", "that the whole harbour close"])).toEqual([
    "Rana: demanding: “that the whole harbour close”",
  ]);
});
