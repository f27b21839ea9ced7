// The texts of every row, read by the real model: each row changes something where it says that it fires, and is silent where it says that it spares.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDictionary } from "../../src/actors/load.ts";
import { readDocument } from "../../src/document/document.ts";
import { traced } from "../../src/grammar/trace.ts";
import { PROMISES_MADE, STANDS, TAKEN } from "../../src/negotiation/rules.ts";
import { stepsOf } from "../../src/path.ts";
import type { Gazetteer } from "../../src/places/gazetteer.ts";
import { ACT_RULES } from "../../src/rules/all.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { openTagger } from "../../src/tag/pool.ts";
import { tag } from "../../src/tag/tag.ts";
import type { Tagger } from "../../src/tag/types.ts";

const RULES: readonly Rule[] = [...ACT_RULES, ...[STANDS, PROMISES_MADE, TAKEN].flatMap((rows) => Object.values<Rule>(rows))];

/**
 * Rows of which no plain text is known in which the model errs as they mend it: of these only drawn trees, or whole articles (docs/rules.md), show what they do.
 * Each is a candidate for deletion, and leaves the list when a text is found.
 */
const WITHOUT_TEXT: ReadonlySet<string> = new Set([
  "recoded.to-come",
  "sides.alone",
  "kept-out.half-name",
  "sides.before-noun",
  "sides.thanked",
  "event.content",
  "event.unsure",
  "event.him-not-himself",
]);

const nowhere = (): Gazetteer => ({ placeOf: () => ({ country: null, lat: null, lon: null }) }) as unknown as Gazetteer;
const { segmentedOf, recordFrom } = stepsOf({ engine: { version: "test", model: "test" }, dictionary: loadDictionary(), places: nowhere });
let tagger: Tagger;
beforeAll(async () => {
  tagger = await openTagger(fileURLToPath(new URL("../../model", import.meta.url)), 0);
});
afterAll(() => tagger.close());

/** Names of the rules that changed, added or dropped something in a text. */
async function spokenIn(text: string): Promise<string[]> {
  const read = await tag(segmentedOf(await readDocument(text, "text", { id: "row", language: "en" })), tagger);
  return traced(() => recordFrom(read))
    .notes.filter(({ effect }) => effect !== "kept")
    .map(({ rule }) => rule);
}

describe("each row", () => {
  it.each(RULES.map((rule) => [rule.name, rule] as const))("%s fires and spares as it says", async (name, { fires, spares }) => {
    expect(await spokenIn(spares), `spares: ${spares}`).not.toContain(name);
    const spoken = fires === "" ? [] : await spokenIn(fires);
    if (WITHOUT_TEXT.has(name)) expect(spoken, `${name} has a text by now: take it off the list`).not.toContain(name);
    else expect(spoken, `fires: ${fires}`).toContain(name);
  });
});
