// Trees and attributions as they were read → whose words are passed on.
import { describe, expect, it } from "vitest";
import { quoted } from "../../src/rules/quoted.ts";
import { drawn } from "./trees.ts";

/** @param cues of what the agency is read to say */
function told(notation: string, ...cues: readonly string[]): string[] {
  const { text, sentence, place } = drawn(notation);
  const { tokens } = sentence;
  const word = (i: number): string => (tokens[i] ? text.slice(tokens[i].start, tokens[i].end) : "");
  const over = (first: number, last: number) => ({ start: tokens[first]!.start, end: tokens[last]!.end }) as ReturnType<typeof place>;
  const read = cues.map((cue) => ({ source: place("Agencies"), cue: place(cue), content: [place("rain")], confidence: 1 }));
  return quoted(read, tokens, word, over).map(
    ({ source, cue }) => `${source && text.slice(source.start, source.end)} ${text.slice(cue.start, cue.end)}`,
  );
}

const saying =
  "Agencies/NOUN/nsubj>1 quoted/VERB/root the/NOUN/det>3 mayor/NOUN/obj>1 of/NOUN/case>5 Lima/PROPN/nmod>3 as/NOUN/mark>7 saying/VERB/advcl>1 rain/NOUN/obj>7 fell/NOUN/obj>7";

describe("words that are passed on", () => {
  it("are those of whoever is quoted, once", () => {
    expect(told(saying, "quoted")).toEqual(["the mayor of Lima quoted"]);
    expect(told(saying, "quoted", "saying")).toEqual(["the mayor of Lima quoted"]);
  });
  it("are not where nobody is quoted as saying them", () => {
    expect(told(saying.replace("quoted", "reported"), "reported")).toEqual(["Agencies reported"]);
    expect(told("Agencies/NOUN/nsubj>1 quoted/VERB/root prices/NOUN/obj>1 of/NOUN/case>4 rain/NOUN/nmod>2", "quoted")).toEqual([
      "Agencies quoted",
    ]);
  });
});
