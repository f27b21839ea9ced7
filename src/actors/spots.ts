// A tagged article → the spans to resolve to actors, and what stands at the head of one. Pure.
import { type Span, slice, span } from "../span.ts";
import type { Tagged, TaggedSentence } from "../tag/types.ts";
import { namedIn, withinEdges } from "./edges.ts";
import { subjectsOf } from "./subjects.ts";
import { coreEnd, headAt, withoutBrackets, wordsOf } from "./words.ts";

export interface Spot extends Span {
  readonly sentence: number;
  /** Argument or source: it takes part. */
  readonly part: boolean;
  /** Subject of a verb that tells a stand: it takes part where it is somebody. */
  readonly subject: boolean;
  /** Subject or topic that may be an office: no more than another mention of whoever holds it. */
  readonly office: boolean;
  /** The spans of the model that come down to this one. */
  readonly given: readonly Span[];
}

/** Pronouns that speak of one person, whether or not he takes part in anything there: who is "he" later on hangs on who was "he" before. */
const PERSONAL = /^(?:he|him|his|himself|she|her|hers|herself)$/i;

/** Every span to resolve, each once, in text order, the longer first. */
export function spotsOf(tagged: Tagged, text: string): Spot[] {
  const spots = new Map<string, Spot>();
  const named = namedIn(text, tagged.sentences);
  tagged.sentences.forEach((sentence, index) => {
    // Where the spots of this sentence end.
    const ends = new Set<number>();
    const add = (whole: Span, as: "part" | "subject" | "office" | "name", by: Span | null = null): void => {
      if (!(whole.start >= 0 && whole.end > whole.start && whole.end <= text.length) || slice(text, whole).trim() === "") return;
      const { start, end } = withinEdges(text, sentence, named, whole, by);
      const key = `${start}:${end}`;
      const before = spots.get(key);
      ends.add(end);
      spots.set(key, {
        start,
        end,
        sentence: index,
        part: as === "part" || (before?.part ?? false),
        subject: as === "subject" || (before?.subject ?? false),
        office: as === "office" && (before?.office ?? true),
        given: [...(before?.given ?? []), { start: whole.start, end: whole.end }],
      });
    };
    for (const act of sentence.acts)
      for (const { role, start, end } of act.arguments)
        if (role === "actor" || role === "recipient") add({ start, end }, "part", act.trigger);
    for (const { source, cue } of sentence.attributions) if (source) add(source, "part", cue);
    for (const token of sentence.tokens) if (token.upos === "PRON" && PERSONAL.test(slice(text, token))) add(token, "name");
    for (const entity of sentence.entities) if (entity.kind !== "LOC") add(entity, "name");
    // Who is an argument as well is one already.
    for (const subject of subjectsOf(text, sentence)) if (!ends.has(subject.end)) add(subject, "subject");
    for (const subject of definiteIn(text, sentence)) if (!ends.has(subject.end)) add(subject, "office");
  });
  return [...spots.values()].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** "*The minister* left", "as for *the ambassador*": who goes on being spoken of, whether or not an act tells of him there. */
const definiteIn = (text: string, { tokens }: TaggedSentence): Span[] =>
  tokens.flatMap(({ deprel, upos, end }, at) => {
    const the = tokens.findIndex((token, kid) => token.head === at && kid < at && at - kid < 5 && /^the$/i.test(slice(text, token)));
    const topic = the > 1 && /^as for$/i.test(text.slice(tokens[the - 2]!.start, tokens[the - 1]!.end));
    const told = deprel.startsWith("nsubj") || topic;
    return the >= 0 && told && /^(?:NOUN|PROPN)$/.test(upos) ? [span(tokens[the]!.start, end)] : [];
  });

export function headOf(text: string, sentence: TaggedSentence, of: Span): number | null {
  const words = withoutBrackets(wordsOf(text, sentence, of));
  const at = headAt(words);
  return at < 0 ? null : words[at]!.start;
}

export function isSubject(text: string, sentence: TaggedSentence, of: Span): boolean {
  const words = wordsOf(text, sentence, of);
  const inside = new Set(words.map(({ token }) => token));
  return words.slice(0, coreEnd(words)).some(({ token }) => {
    const own = sentence.tokens[token];
    return own !== undefined && !inside.has(own.head) && own.deprel.startsWith("nsubj");
  });
}
