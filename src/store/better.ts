// Two documents of one text → the one on the shelf with what the other knows besides, or null where it knows nothing more. Pure.
import type { Document } from "../document/types.ts";

/** A date of publication is taken over where it is surer; address, title, publisher and byline where the shelf has none. What a person gave has confidence 1. */
export function betterOf(held: Document, given: Document): Document | null {
  const isSurer = given.published !== null && (held.published === null || sureOf(given) > sureOf(held) + 1e-9);
  const more = {
    url: held.url ?? given.url,
    title: held.title ?? given.title,
    byline: held.byline ?? given.byline,
    publisher: held.publisher ?? given.publisher,
    ...(isSurer && { published: given.published, dated: given.dated }),
  };
  const better = { ...held, ...more };
  return Object.keys(more).some((name) => better[name as keyof Document] !== held[name as keyof Document]) ? better : null;
}

/** Records of earlier versions do not say: what their pages stated. */
const sureOf = ({ published, dated }: Document): number => (published === null ? 0 : (dated?.confidence ?? 0.9));
