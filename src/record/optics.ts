// ReadoutRecord → what was only show: scenes, and talk of victory, stage and picture, each with whose telling it is. Never an event.
import { hull, overlaps, type Span, slice, span } from "../span.ts";
import type { ReadoutRecord } from "./types.ts";

export interface Show {
  readonly sentence: number;
  /** The words that give it away, or the whole sentence of a scene. */
  readonly at: Span;
  /** Who tells it so; null for the author. */
  readonly whose: (Span & { readonly actor: string | null }) | null;
  readonly scene: boolean;
}

/** Words of picture and triumph. */
const picture =
  /\b(?:victory|(?:a|an|the|diplomatic|PR|political|propaganda|big|huge) win|triumph|spectacle|optics|theat(?:er|re)|pageantry|limelight|spotlight|photo[- ]ops?|PR|public relations|propaganda|masterstroke|red carpet|image|(?:a|the|that|his|her|their) (?:platform|stage|show)|symbolic|symbolism|headlines|narrative|milked?|star of the show|top table)\b/i;
/** Verbs that put a face on things. */
const frames =
  /\b(?:spun|spins?|spinning|framed?|frames|cast|casts|hail(?:s|ed)|portray(?:s|ed)|touted?|touts|billed|presented|paint(?:s|ed)|trumpeted|celebrated|boasted)\b/i;
/** What a telling makes of talks: somebody won by them, or was given a stage. */
const gains =
  /\b(?:(?:a|an|the|diplomatic|PR|political|propaganda|symbolic|moral|big|huge|major) (?:win|victory|triumph)|(?:diplomatic|PR|political|propaganda|symbolic) coup|(?<=\b(?:giv|gave|hand|offer|grant|lend|lent|afford|provid)\p{L}*\b[^.;]{1,40}\b)(?:platform|stage|showcase|spotlight|limelight|legitimacy)|propaganda|photo[- ]ops?|PR stunt|spectacle)\b/iu;
/** Of these words what is won or stood on in earnest: at the polls, in battle, in sport, at a station. */
const earnest =
  /\b(?:elections?|electoral|vot(?:e|es|ed|ers?|ing)|polls?|ballots?|seats?|court|lawsuit|appeal|battle|battlefield|troops|front ?line|match|games?|goals?|cup|tournament|league|team|railway|train|oil|drilling|online|streaming|trading|festival|concert|payments?|reality TV)\b/i;

/** In text order, a sentence once. */
export function opticsOf({ document: { text }, sentences, events, statements }: ReadoutRecord): Show[] {
  return sentences.flatMap(({ start, end, voice }, sentence): Show[] => {
    if (voice === "promotional" || voice === "furniture" || voice === "anecdotal") return [];
    const words = slice(text, { start, end });
    const match = picture.exec(words);
    const at = match ? span(start + match.index, start + match.index + match[0].length) : null;
    const telling = statements.find(
      (one) =>
        one.sentence === sentence &&
        one.source &&
        one.content.length > 0 &&
        (at ? overlaps(hull(one.content), at) : true) &&
        one.cue &&
        frames.test(slice(text, one.cue)),
    );
    if (telling) return [{ sentence, at: at ?? hull(telling.content), whose: telling.source, scene: false }];
    // "Analysts said the meeting gave him a stage": whoever says it, it is his narrative.
    const gain = earnest.test(words) || /\?["”’']?\s*$/.test(words) ? null : gains.exec(words);
    const won = gain && span(start + gain.index, start + gain.index + gain[0].length);
    const teller =
      won &&
      (statements.find((one) => one.sentence === sentence && one.source && one.content.some((part) => overlaps(part, won)))?.source ??
        framerOf(events, text, sentence));
    if (won && teller) return [{ sentence, at: won, whose: teller, scene: false }];
    if (voice === "scene") return [{ sentence, at: span(start, end), whose: null, scene: true }];
    // A question asks whether it was one; a heading alone tells nothing.
    if (voice !== "opinion" || !at || /\?\s*$/.test(words)) return [];
    const said = statements.find((one) => one.sentence === sentence && one.source && one.content.some((part) => overlaps(part, at)));
    return [{ sentence, at, whose: said?.source ?? null, scene: false }];
  });
}

/** Who "hailed", "portrayed" or "presented" it, where no statement but an event tells so. */
const framerOf = (events: ReadoutRecord["events"], text: string, sentence: number): Show["whose"] =>
  events.find((event) => event.sentence === sentence && event.actor.length > 0 && frames.test(slice(text, event.trigger)))?.actor[0] ??
  null;
