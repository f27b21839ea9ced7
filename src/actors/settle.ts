// The actors of an article → a country for those whom nothing told of theirs: their owner's, their members' or the article's own. Changes the drafts that it is given.
import { holds } from "../span.ts";
import type { Tagged } from "../tag/types.ts";
import type { Context } from "./context.ts";
import type { Known } from "./known.ts";
import { bindPronouns } from "./pronouns.ts";

/** Whose country nothing told has that of whoever it belongs to ("his client"), else the article's own. */
export function settle(tagged: Tagged, known: Known, context: Context): void {
  const text = tagged.segmented.document.text;
  const { drafts } = known;
  const open = drafts.filter((draft) => draft.entry === null && draft.code === null && !draft.open && draft.mentions.length > 0);
  for (const draft of open) {
    const { start, end, sentence } = draft.mentions[0]!;
    const own = /^(?:his|her|its|their)\b/i.exec(text.slice(start, end))?.[0];
    const owner = own
      ? bindPronouns(
          tagged,
          [{ start, end: start + own.length, sentence }],
          known,
          () => null,
          () => false,
        )[0]?.draft
      : undefined;
    const code = owner?.code ?? (context.domestic ? context.home : null);
    if (code === null) continue;
    draft.code = code;
    draft.assumed = true;
  }
  // A pair is of its members' country where they share one.
  for (const pair of drafts.filter(
    ({ kind, entry, nouns, name }) => kind === "group" && entry === null && nouns.size === 0 && / and /.test(name),
  )) {
    const held = known.inOrder(
      pair.mentions.flatMap((place) =>
        known
          .inSentences(place.sentence, place.sentence)
          .filter((draft) => known.seenIn(draft, place.sentence).some((one) => holds(place, one))),
      ),
    );
    const members = held.filter((draft) => draft !== pair);
    const codes = new Set(members.map(({ code }) => code));
    if (members.length < 2) continue;
    // "Lima and Diallo" met: two are told of, each by name.
    const [first] = pair.mentions;
    const and = text.indexOf(" and ", first!.start);
    const sides = new Set(members.map((draft) => known.seenIn(draft, first!.sentence).some(({ end }) => end === and)));
    if (members.length === 2 && sides.size === 2 && members.every(({ kind }) => /^(?:person|country|organisation)$/.test(kind)))
      pair.members = members;
    pair.code = codes.size === 1 ? [...codes][0]! : null;
    pair.assumed = codes.size === 1 && members.every(({ assumed }) => assumed);
  }
}
