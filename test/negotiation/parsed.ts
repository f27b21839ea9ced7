// Sentences with hand-built trees for the rules of a negotiation: "Sylvania/PROPN/nsubj>1 rejected/VERB/root the/DET/det>3 …" → Tagged; words are parted by single spaces.
import type { Cast } from "../../src/actors/types.ts";
import { code } from "../../src/events/code.ts";
import { negotiationOf } from "../../src/negotiation/negotiation.ts";
import { recordOf } from "../../src/record/record.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { slice, span } from "../../src/span.ts";
import type { Tagged, Token } from "../../src/tag/types.ts";
import { type Told, tagged } from "../events/notation.ts";

export interface Parsed extends Omit<Told, "text"> {
  /** word/UPOS/deprel>head, the head from 0; the root has none. */
  readonly tree: string;
  readonly places?: readonly string[];
}

const wordOf = (piece: string): string => piece.slice(0, piece.indexOf("/"));

export function parsed(sentences: readonly Parsed[], published: string | null = "2035-03-02"): Tagged {
  const plain = tagged(
    sentences.map(({ tree, places: _, ...told }) => ({ ...told, text: tree.trim().split(/\s+/).map(wordOf).join(" ") })),
    published,
  );
  return {
    ...plain,
    sentences: plain.sentences.map((sentence, i) => {
      let at = sentence.start;
      const tokens = sentences[i]!.tree.trim()
        .split(/\s+/)
        .map((piece): Token => {
          const [word, upos, relation] = piece.split("/");
          const [deprel, head] = relation!.split(">");
          const token = { start: at, end: at + word!.length, upos: upos!, deprel: deprel!, head: head === undefined ? -1 : Number(head) };
          at = token.end + 1;
          return token;
        });
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
