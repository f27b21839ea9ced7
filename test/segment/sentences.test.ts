// The sentence rules, each with texts where it fires and texts where it must not; | marks the breaks.
import { describe, expect, test } from "vitest";
import { rules } from "../../src/segment/rules.ts";
import { slice } from "../../src/span.ts";
import { read } from "./read.ts";

const texts: Readonly<Record<string, readonly string[]>> = {
  decimals: ["Inflation hit 3.5 percent in May.", "They met at 10.30 in Oslo.", "He took office in 2015.|The war began."],
  lists: ["1. The army withdraws from the valley.", "a. Online courses for all", "It was 1945.|The war was over."],
  ellipsis: ["... The deal is dead, he said.", "They talked . . . and talked.", "They waited...|Nobody came.", "“… We go on,” he said."],
  missingSpace: [
    "The talks ended.|The minister left.",
    "See example.com and Node.js for it.",
    'She said "no."|The vote failed.',
    "It ended.|“Good,” he said.",
  ],
  smallLetters: ["They went to e.g. the border.", '"Who knows?" he asked.', "It fell.|iPhone sales rose."],
  quotes: ['"Why now?" President Xi asked.', '"Why now?"|The room fell silent.', "“No!” Ursula von der Leyen said."],
  acronyms: [
    "The U.S. President came.",
    "A review of the Kenya-U.S. Status of Forces Agreement began.",
    "He came at 5 p.m. Friday.",
    "He left the U.S.|The talks went on.",
    "It began at 5 p.m.|Police came.",
  ],
  initials: ["J. D. Vance spoke.", "George W. Bush spoke.", "This is plan B.|Talks ended.", "She is taller than I.|He left."],
  abbreviations: [
    "Gen. Mark Milley and Sen. Lindsey Graham spoke.",
    "He lives at No. 10 since Jan. 5 of that year.",
    "He came from St. Petersburg.",
    "They fought with guns, bombs, etc.|Others fled.",
    "She said no.|Then she left.",
    "Acme Inc. Chief Anna Roe resigned.",
    "He works for Acme Inc.|The firm is small.",
  ],
  none: [
    "He came; she left; they stayed.",
    "“It is over.”|Nobody moved.",
    "Is it over?|Yes!|It is.",
    "He said so. [12]|She did not.",
    "(He left.)|She stayed.",
    "Why the Talks Failed",
    "• Content. Publishing and sharing",
  ],
};

const marked = (text: string) => {
  const { document, sentences } = read(text);
  return sentences.map((sentence) => slice(document.text, sentence));
};

describe("should break where | stands", () => {
  for (const [rule, rows] of Object.entries(texts))
    for (const row of rows)
      test(`${rule}: ${row}`, () => {
        const glued = rule === "missingSpace" && /ended\.\|/.test(row);
        expect(marked(row.replaceAll("|", glued ? "" : " "))).toEqual(row.split("|"));
      });
});

test("should have texts for every rule", () => {
  expect(rules.map(({ name }) => name)).toEqual(
    Object.keys(texts)
      .filter((name) => name !== "none")
      .sort((a, b) => order(a) - order(b)),
  );
});
const order = (name: string) => rules.findIndex((rule) => rule.name === name);

test("should cut a sentence of over 600 words at a clause mark", () => {
  const clause = `${"word ".repeat(99)}word, `;
  const found = marked(`${clause.repeat(20)}end.`);
  expect(found.length).toBeGreaterThan(3);
  for (const sentence of found.slice(0, -1)) {
    expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(600);
    expect(sentence).toMatch(/,$/);
  }
});

test("should not break at the lines of hard-wrapped text", () => {
  const text =
    "The three countries that share the river failed again on Thursday to\nagree on how fast the dam may be filled, and the talks will go on in\nCairo next week.\n\nNobody expects much.";
  expect(marked(text)).toHaveLength(2);
});
