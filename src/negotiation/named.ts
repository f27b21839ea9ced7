// A noun of a tree, and the cast → the actors that it names, with those joined to it. Pure.

import type { Cast } from "../actors/types.ts";
import { kidsBy, nounSpan, relOf, type Tree } from "../grammar/tree.ts";
import { byName } from "../kept.ts";
import { hull, type Span, slice, span } from "../span.ts";

/** Actors that a noun and those joined to it by "and" speak of, with the places. */
export function actorsAt(tree: Tree, cast: Cast, at: number): (Span & { readonly actor: string })[] {
  if (at < 0) return [];
  const joined = kidsBy(tree, at, "conj");
  // Without "and", what stands after a comma is most often an apposition.
  const linked = (kid: number): boolean =>
    [kid, ...kidsBy(tree, kid, "compound", "flat", "amod")].some((it) => kidsBy(tree, it, "cc").length > 0);
  const heads = joined.some(linked) ? listed(tree, [at, ...joined], linked) : [at];
  const found = heads.flatMap((head) => {
    const beside = namedBeside(tree, cast, head);
    if (beside) return [beside];
    const names = [head, ...kidsBy(tree, head, "flat")].map((part) => tree.tokens[part]!);
    const places = [nounSpan(tree, head), hull(names), span(tree.tokens[head]!.start, tree.tokens[head]!.end)];
    for (const place of places) {
      // "The two leaders" are both of them, where the text has named both.
      const actors = cast.actorsAt(place);
      if (actors.length > 0) return actors.map(({ id }) => ({ actor: id, start: place.start, end: place.end }));
    }
    // A name that plays no part in any act is no mention of the cast, but it is still the name.
    if (tree.tokens[head]!.upos !== "PROPN") return [];
    const named = places.flatMap((place) => {
      const actor = byName(cast.actors, slice(tree.text, place));
      return actor ? [{ actor: actor.id, start: place.start, end: place.end }] : [];
    });
    return named.slice(0, 1);
  });
  return found.filter((one, i) => found.findIndex(({ actor }) => actor === one.actor) === i);
}

/** "She and her counterpart, *Bela Tor*, …": what follows the last "and" without another is the name of the one before it. */
const listed = (tree: Tree, heads: readonly number[], linked: (at: number) => boolean): number[] => {
  const last = heads.findLastIndex(linked);
  const names = (i: number): boolean => i > last && tree.tokens[heads[i]!]?.upos === "PROPN" && tree.tokens[heads[i - 1]!]!.upos === "NOUN";
  return heads.filter((_, i) => !names(i + 1) || i < last);
};

/** "Her counterpart, *Fumio Kishida*", "*the council*, a body that …": the name that the noun is in apposition with. */
function namedBeside(tree: Tree, cast: Cast, at: number): (Span & { readonly actor: string }) | null {
  if (tree.tokens[at]!.upos === "PROPN") return null;
  const up = tree.tokens[at]!.head;
  const beside = [...kidsBy(tree, at, "appos"), ...(up >= 0 && relOf(tree, at) === "appos" ? [up] : [])].filter(
    (one) => tree.tokens[one]!.upos === "PROPN",
  );
  for (const one of beside) {
    const place = hull([one, ...kidsBy(tree, one, "flat", "compound")].map((part) => tree.tokens[part]!));
    const actor = cast.actorAt(place);
    if (actor && actor.kind !== "unnamed") return { actor: actor.id, ...place };
  }
  return null;
}
