// Positions on one issue → the lines of a page: a country, its government and its president are one side, told once; and how talks ended begins with the text's own sentences.
import { expect, test } from "vitest";
import { readDocument } from "../../src/document/document.ts";
import { openReader } from "../../src/read.ts";
import { outlineOf } from "../../src/record/outline.ts";

test("one refusal of a country and its president is one line, unless somebody only ascribes it to one of them", async () => {
  const reader = await openReader({ threads: 0 });
  const text =
    "Chad rejected the border plan on Monday. President Mahamat Déby rejected the border plan as well. Togo rejected the border plan, an envoy said.";
  const record = await reader.read(await readDocument(text, "text", { id: "t", language: "en", published: "2025-03-03" }));
  await reader.close();
  expect(record.positions.map(({ stance }) => stance)).toEqual(["rejects", "rejects", "rejects"]);
  // The third is said by somebody: the first two are one line, and the place of the second stands behind it.
  const positions = record.positions.map((one) => ({ ...one, issue: { ...one.issue, label: "the border plan" } }));
  const lines = outlineOf({ ...record, positions }).sections.find(({ name }) => name === "stands")!.groups[0]!.items;
  expect(lines.map(({ acts }) => acts[0]!.actor)).toEqual(["Chad, Mahamat Idriss Déby", "Togo"]);
  expect(lines.map(({ also }) => also)).toEqual(["also s2", ""]);
  expect(new Set(lines[0]!.ids)).toEqual(new Set([...positions[0]!.evidence, ...positions[1]!.evidence]));
  // A stand that somebody ascribes to one of them stays apart.
  const told = positions.map((one, i) => (i === 1 ? { ...one, said_by: { actor: record.actors[0]!.id, start: 0, end: 4 } } : one));
  const apart = outlineOf({ ...record, positions: told }).sections.find(({ name }) => name === "stands")!.groups[0]!.items;
  expect(apart.map(({ acts }) => acts[0]!.actor)).toEqual(["Chad", "Mahamat Idriss Déby", "Togo"]);
});
