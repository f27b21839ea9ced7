// What was only show: a telling that frames a deed, whether or not anybody is said to say it.
import { expect, test } from "vitest";
import { opticsOf, type Seen } from "../../src/negotiation/optics.ts";
import { span } from "../../src/span.ts";

/** "Sylvania: spun the regatta as": teller and words, Sylvania the only actor. */
function shown(text: string, said?: { cue: string; content: string }, voice = "reported"): string[] {
  const place = (words: string) => span(text.indexOf(words), text.indexOf(words) + words.length);
  const seen = {
    text,
    actors: text.includes("Sylvania") ? [{ id: "a1", name: "Sylvania", mentions: [{ ...place("Sylvania"), form: "name" }] }] : [],
    sentences: [{ start: 0, end: text.length, voice, confidence: 1 }],
    events: [],
    taken: new Set(),
    statements: said
      ? [{ id: "s1", sentence: 0, source: { ...place("Sylvania"), actor: "a1" }, cue: place(said.cue), content: [place(said.content)] }]
      : [],
  } as unknown as Seen;
  return opticsOf(seen).map(
    ({ said_by, what }) => `${said_by && text.slice(said_by.start, said_by.end)}: ${text.slice(what.start, what.end)}`,
  );
}

test.each([
  ["Sylvania spun the regatta as proof of its strength.", ["Sylvania: spun the regatta as"]],
  ["Sylvania has repeatedly portrayed the blockade as a rescue.", ["Sylvania: portrayed the blockade as"]],
  ["Ruritanian state television cast the retreat as a victory march.", ["Ruritanian state television: cast the retreat as"]],
  ["Sylvania presented the keys to the mayor.", []],
  ["Sylvania built ships; the regatta was billed for noon, as ever.", []],
  ["The painter framed the map as a gift.", []],
])("%s", (text, expected) => expect(shown(text)).toEqual(expected));

test.each([
  ["How the duke milked it!", ["null: milked"]],
  ["And how did the duke milk them!", ["null: milk them"]],
  ["The farm sold milk.", []],
  ["The duke only needed to look calm.", ["null: only needed to look"]],
  ["Picture it — flags along the quay, the duke stepping ashore.", ["null: Picture it — flags along the quay, the duke stepping ashore."]],
])("of the author's opinion: %s", (text, expected) => expect(shown(text, undefined, "opinion")).toEqual(expected));

test("how people take it is no scene", () => {
  expect(shown("On the quay, reactions were mixed.", undefined, "scene")).toEqual([]);
  expect(shown("On the quay, flags were flying.", undefined, "scene")).toHaveLength(1);
});

test("a sham is somebody's telling, at the polls too", () => {
  const text = "Sylvania called the vote a political stunt.";
  expect(shown(text, { cue: "called", content: "the vote a political stunt" })).toEqual(["Sylvania: political stunt"]);
  expect(shown("The vote was a political stunt.")).toEqual([]);
});

test("“we” is the author, and in a quotation whoever speaks", () => {
  const record = (text: string, quoted: boolean) => {
    const place = (words: string) => span(text.indexOf(words), text.indexOf(words) + words.length);
    const said = {
      sentence: 0,
      source: { ...place("we"), actor: "a1" },
      cue: place("hailed"),
      content: [place("the regatta as a victory")],
    };
    const around = {
      sentence: 0,
      source: { ...place("Sylvania"), actor: "a2" },
      cue: null,
      content: [place("we hailed the regatta as a victory")],
    };
    return opticsOf({
      text,
      actors: [],
      sentences: [{ start: 0, end: text.length, voice: "opinion", confidence: 1 }],
      events: [],
      taken: new Set(),
      statements: quoted ? [said, around] : [said],
    } as unknown as Seen).map(({ said_by }) => said_by && text.slice(said_by.start, said_by.end));
  };
  expect(record("At first we hailed the regatta as a victory; Sylvania did not.", false)).toEqual([null]);
  expect(record("At first we hailed the regatta as a victory, Sylvania said.", true)).toEqual(["Sylvania"]);
});

test("praise that is told as a reaction is not told again as show, unless in words of show", () => {
  const record = (words: string, ...taken: string[]) => {
    const text = `Sylvania hailed the duke for ${words}.`;
    const content = [span(16, text.length - 1)];
    return opticsOf({
      text,
      actors: [],
      sentences: [{ start: 0, end: text.length, voice: "reported", confidence: 1 }],
      events: [],
      taken: new Set(taken),
      statements: [{ id: "s1", sentence: 0, source: { ...span(0, 8), actor: "a1" }, cue: span(9, 15), content }],
    } as unknown as Seen);
  };
  expect(record("the truce", "s1")).toEqual([]);
  expect(record("the truce")).toHaveLength(1);
  expect(record("a triumph", "s1")).toHaveLength(1);
});
