// Readings made by the real model → why their lines are as they are; the same record whether or not anybody asks.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../../src/document/document.ts";
import type { Reading } from "../../src/path.ts";
import { openReader, type Reader } from "../../src/read.ts";
import { placesOf } from "../../src/record/places.ts";
import { writeWhy } from "../../src/why/page.ts";
import type { Why } from "../../src/why/types.ts";
import { whyOf } from "../../src/why/why.ts";

const model = fileURLToPath(new URL("../../model", import.meta.url));
const TEXT = `The president of Mali visited France on Monday.

Togo's minister refused to answer the question.

Police arrested a farmer in Togo.

The president of France said that ceding territory is a nonstarter.`;

let reader: Reader;
let reading: Reading;
const why = (id: string): Why[] => whyOf(reading, id, placesOf(reading.record).cite);

beforeAll(async () => {
  reader = await openReader({ model, threads: 0 });
  reading = await reader.why(await readDocument(TEXT, "text", { id: "t" }));
});
afterAll(() => reader.close());

describe("readout why", () => {
  it("changes nothing of the record", async () => {
    expect(reading.record).toEqual(await reader.read(await readDocument(TEXT, "text", { id: "t" })));
  });

  it("tells the scores of an event's trigger with the runner-up, and of its participants", () => {
    const [event] = why("e1");
    expect(event!.subject).toBe("event");
    expect(event!.triggers[0]!.types.length).toBeGreaterThanOrEqual(2);
    expect(event!.triggers[0]!.types[0]!.type).toBe("CONSULT");
    expect(event!.parts.map(({ role }) => role)).toContain("actor");
    for (const { confidence } of event!.parts) expect(confidence === null || (confidence > 0 && confidence <= 1)).toBe(true);
  });

  it("cites where a country comes from", () => {
    const countries = reading.record.events.flatMap(({ id }) => why(id)[0]!.countries);
    const mali = countries.find(({ code }) => code === "MLI")!;
    expect(mali.from).toMatchObject({ rule: "country.own-words", words: "Mali" });
  });

  it("tells of a sentence what was considered there and dropped, with the rule's reason", () => {
    const [sentence] = why("s2");
    const dropped = sentence!.rules.filter(({ effect }) => effect === "dropped");
    expect(dropped.map(({ rule }) => rule)).toContain("idle.refuses-to-say");
    expect(dropped[0]!.why).not.toBe("");
    expect(sentence!.voices[0]!.confidence).toBeGreaterThan(0.3);
  });

  it("names the rule of a position", () => {
    expect(why("p1")[0]!.rules[0]).toMatchObject({ rule: "stand.verdict", effect: "added" });
  });

  it("says by which words of the sentence somebody is meant, and of an actor all of them", () => {
    expect(why("p1")[0]!.parts.map(({ role, words }) => `${role} ${words}`)).toEqual(["nominal The president of France"]);
    const { id, mentions } = reading.record.actors[0]!;
    expect(why(id)[0]!.parts).toHaveLength(mentions.length);
  });

  it("tells how each mention came to its actor, and cites the one before it", async () => {
    const text =
      "Prime Minister Ana Lima of Togo visited France. The prime minister met Ola Diallo on Monday. Lima said that she condemned the raid.";
    const other = await reader.why(await readDocument(text, "text", { id: "u" }));
    const lima = other.record.actors.find(({ name }) => name === "Ana Lima")!;
    const whys = whyOf(other, lima.id, placesOf(other.record).cite);
    expect(whys[0]!.parts.map(({ words, joined }) => [words, joined!.rule, joined!.before?.words ?? null])).toEqual([
      ["Prime Minister Ana Lima of Togo", "join.new", null],
      ["The prime minister", "join.office", "Prime Minister Ana Lima of Togo"],
      ["Lima", "join.person", "The prime minister"],
      ["she", "join.antecedent", "Lima"],
    ]);
    expect(writeWhy(whys)).toMatch(
      /join\.office: the last one named who holds this office · before it “Prime Minister Ana Lima of Togo” ¶1 s1 \[/,
    );
    const met = other.record.events.find(({ actor }) => actor.some(({ start }) => start === text.indexOf("The prime")))!;
    const [by] = whyOf(other, met.id, placesOf(other.record).cite)[0]!.parts;
    expect(by).toMatchObject({ role: "actor", joined: { rule: "join.office", before: { start: 0 } } });
  });

  it("answers every id of the record, cites places inside the text, and writes each as a page", () => {
    const { events, statements, positions, commitments, reactions, actors, sentences } = reading.record;
    const ids = [
      ...[...events, ...statements, ...actors].map(({ id }) => id),
      ...sentences.map((_, i) => `s${i + 1}`),
      ...positions.map((_, i) => `p${i + 1}`),
      ...commitments.map((_, i) => `c${i + 1}`),
      ...reactions.map((_, i) => `r${i + 1}`),
    ];
    for (const id of ids) {
      const found = why(id);
      expect(found.length, id).toBeGreaterThan(0);
      for (const { at, rules } of found)
        for (const { start, end, words } of [at, ...rules]) expect(TEXT.slice(start, end).replace(/\s+/g, " ")).toBe(words);
      expect(writeWhy(found)).toMatch(new RegExp(`^${id}  `));
    }
    expect(why("e99")).toEqual([]);
  });
});
