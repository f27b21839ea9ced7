// Work over the sentences of a document, a few at a time × a limit for so many → its results: one sentence that hangs costs seconds, and not what the whole document may take.

/** Does work over so many sentences, and ends it where it takes too long. The work may be begun again, so that it changes nothing but what it gives. */
export type Within = <T>(sentences: number, work: () => T) => T;

/** Sentences of a part. A limit is a thread that is begun and waited for: on busy processors that takes as long as the rules of two sentences. */
const few = 24;

/** What limits the parts of a document of so many sentences: a document of one part has its own limit already. */
export const ofParts = (within: Within, sentences: number): Within => (sentences > few ? within : (_, work) => work());

/** The list cut into such parts, in its order. */
export const partsOf = <One>(list: readonly One[]): (readonly One[])[] =>
  Array.from({ length: Math.ceil(list.length / few) }, (_, i) => list.slice(i * few, (i + 1) * few));

/** What `work` finds in each, in order. */
export const inParts = <One, Found>(within: Within, list: readonly One[], work: (one: One) => readonly Found[]): Found[] =>
  partsOf(list).flatMap((part) => within(part.length, () => part.flatMap(work)));
