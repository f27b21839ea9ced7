// Work over the sentences of a document, a few at a time × a limit for so many → its results: one sentence that hangs costs seconds, and not what the whole document may take.

/** Does work over so many sentences, and ends it where it takes too long. The work may be begun again, so that it changes nothing but what it gives. */
export type Within = <T>(sentences: number, work: () => T) => T;

/** A limit is a thread that is begun and waited for: on busy processors that takes as long as the rules of two sentences. */
const few = 24;

/** Work over one part of a list, within its limit. */
type InPart<One> = <Given>(work: (part: readonly One[]) => Given) => Given;

/** The list's parts, in its order. Where it is one part, the document's own limit does. */
export function partsOf<One>(within: Within, list: readonly One[]): readonly InPart<One>[] {
  const parts = Array.from({ length: Math.ceil(list.length / few) }, (_, i) => list.slice(i * few, (i + 1) * few));
  return parts.map((part) => (work) => (parts.length > 1 ? within(part.length, () => work(part)) : work(part)));
}

/** What `work` finds in each, in order. */
export const inParts = <One, Found>(within: Within, list: readonly One[], work: (one: One) => readonly Found[]): Found[] =>
  partsOf(within, list).flatMap((inPart) => inPart((part) => part.flatMap(work)));
