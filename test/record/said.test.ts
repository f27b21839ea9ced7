// What is only said: a scrap of a sentence is told with the words that lead to it, a whole saying by itself.
import { expect, test } from "vitest";
import { itemsOf } from "../../src/record/items.ts";
import { saidGroups } from "../../src/record/said.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { span } from "../../src/span.ts";

/** Quotations shown of one sentence, in which Rana says `content`. */
function shown(text: string, cue: string, content: string): string[] {
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
        content: [place(content)],
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
