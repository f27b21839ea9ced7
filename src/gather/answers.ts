// Cues → whether they deny, confirm or correct. What an article's statements and sentences answer to other reports is told by them.
import type { ReadoutRecord } from "../record/types.ts";
import { hull, slice } from "../span.ts";
import type { Answer, ContradictionKind } from "./types.ts";

type Answering = Extract<ContradictionKind, "denial" | "confirmation" | "correction">;

const CUES: readonly (readonly [Answering, RegExp])[] = [
  [
    "denial",
    /^(?:den(?:y|ies|ied|ying)|denial|disput(?:e|es|ed)|contradict(?:s|ed)?|refut(?:e|es|ed)|dismiss(?:es|ed)?|disavow(?:s|ed)?)\b/i,
  ],
  ["confirmation", /^(?:confirm(?:s|ed|ing)?|confirmation|acknowledg(?:e|es|ed|ing)|admit(?:s|ted|ting)?|admission|conced(?:es|ed))\b/i],
  ["correction", /^(?:correct(?:s|ed|ing)|revis(?:e|es|ed|ing)|retract(?:s|ed|ing)?|amend(?:s|ed)?)\b/i],
];

/** Null for a cue that answers nothing. */
export const answering = (cue: string): Answering | null => CUES.find(([, pattern]) => pattern.test(cue.trim()))?.[0] ?? null;

/** "The union corrected its first figure": an answer that is no statement. The group is the cue. */
const correcting =
  /\b(corrected|revised|retracted|amended)\s+(?:its|his|her|their|the|an?)\s+(?:\p{L}+\s+){0,2}(?:figures?|tolls?|counts?|numbers?|statements?|reports?|accounts?|claims?|version|remarks?|estimates?)\b/iu;

/** Statements with such a cue, and sentences that tell of a correction. */
export function answersOf(record: ReadoutRecord, document: number, published: string | null): Answer[] {
  const {
    statements,
    sentences,
    actors,
    document: { text },
  } = record;
  const actor = (id: string | null | undefined) => actors.find((each) => each.id === id) ?? null;
  const base = { document, published };
  const said = statements.flatMap(({ id, source, cue, content, sentence, confidence }): Answer[] => {
    if (cue === null || content.length === 0 || answering(slice(text, cue)) === null) return [];
    const speaker = actor(source?.actor);
    return [
      {
        ...{
          ...base,
          id,
          speaker: speaker?.name ?? (source && slice(text, source)),
          speaker_code: speaker?.code ?? null,
          cue: slice(text, cue),
        },
        ...{ content: content.map((part) => slice(text, part)).join(" "), sentence, ...hull(content), confidence },
        words: slice(text, sentences[sentence]!),
      },
    ];
  });
  const told = sentences.flatMap((place, sentence): Answer[] => {
    const words = slice(text, place);
    const found = correcting.exec(words);
    if (!found) return [];
    const [start, end] = [place.start + found.index, place.start + found.index + found[0].length];
    const cue = found[1]!;
    return [
      {
        ...base,
        id: null,
        speaker: null,
        speaker_code: null,
        cue,
        content: words,
        sentence,
        start,
        end,
        confidence: place.confidence,
        words,
      },
    ];
  });
  return [...said, ...told];
}
