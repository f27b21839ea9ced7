// Sentences with drawn trees for the rules of a negotiation → Tagged.
import type { Cast } from "../../src/actors/types.ts";
import { code } from "../../src/events/code.ts";
import { negotiationOf } from "../../src/negotiation/negotiation.ts";
import { recordOf } from "../../src/record/record.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { slice, span } from "../../src/span.ts";
import type { Tagged } from "../../src/tag/types.ts";
import { type Told, tagged } from "../events/notation.ts";
import { treeIn } from "../tree.ts";

export interface Parsed extends Omit<Told, "text"> {
  /** As test/tree.ts reads it. */
  readonly tree: string;
  readonly places?: readonly string[];
}

export function parsed(sentences: readonly Parsed[], published: string | null = "2035-03-02"): Tagged {
  const plain = tagged(
    sentences.map(({ tree, places: _, ...told }) => ({ ...told, text: treeIn(tree).text })),
    published,
  );
  return {
    ...plain,
    sentences: plain.sentences.map((sentence, i) => {
      const { tokens } = treeIn(sentences[i]!.tree, sentence.start);
      const { text } = plain.segmented.document;
      const entities = (sentences[i]!.places ?? []).map((place) => {
        const start = text.indexOf(place, sentence.start);
        return { ...span(start, start + place.length), kind: "LOC" as const };
      });
      return { ...sentence, tokens, entities };
    }),
  };
}

/** Each name is an actor with a country of its own; "Name=code|other mention" says more. */
function castOf(of: Tagged, names: readonly string[]): Cast {
  const { text } = of.segmented.document;
  const known = names.map((line, i) => {
    const [name, rest = ""] = line.split("=");
    const [code, ...others] = rest.split("|");
    return {
      forms: [name!, ...others],
      actor: {
        id: `a${i + 1}`,
        name: name!,
        code: code || `AA${i}`,
        sector: "GOV",
        other_sectors: [],
        kind: "country" as const,
        office: null,
        mentions: [],
      },
    };
  });
  const actorAt: Cast["actorAt"] = (place) => known.find(({ forms }) => forms.includes(slice(text, place)))?.actor ?? null;
  return { actors: known.map(({ actor }) => actor), actorAt, actorsAt: (place) => [actorAt(place) ?? []].flat() };
}

export function negotiated(sentences: readonly Parsed[], names: readonly string[]): ReadoutRecord {
  const told = parsed(sentences);
  const cast = castOf(told, names);
  const coded = code(told, cast, { date: null, placeOf: () => ({ country: null, lat: null, lon: null }) });
  return recordOf({ version: "0", model: "0" }, told.segmented, cast, coded, negotiationOf(told, cast, coded));
}
