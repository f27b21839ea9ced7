// The actors of an article → a country for those whom nothing told of theirs: their owner's, their members' or the article's own. Changes the drafts that it is given.
import { around } from "../kept.ts";
import { holds } from "../span.ts";
import type { Tagged } from "../tag/types.ts";
import type { Context } from "./context.ts";
import type { Draft } from "./draft.ts";
import { bindPronouns } from "./pronouns.ts";

/** Whose country nothing told has that of whoever it belongs to ("his client"), else the article's own. */
export function settle(tagged: Tagged, drafts: readonly Draft[], context: Context): void {
  const text = tagged.segmented.document.text;
  const open = drafts.filter((draft) => draft.entry === null && draft.code === null && !draft.open && draft.mentions.length > 0);
  for (const draft of open) {
    const { start, end, sentence } = draft.mentions[0]!;
    const own = /^(?:his|her|its|their)\b/i.exec(text.slice(start, end))?.[0];
    const owner = own
      ? bindPronouns(
          tagged,
          [{ start, end: start + own.length, sentence }],
          drafts,
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
    const places = [...pair.mentions];
    const members = drafts.filter(
      (draft) => draft !== pair && draft.mentions.some((one) => around(places, one).some((all) => holds(all, one))),
    );
    const codes = new Set(members.map(({ code }) => code));
    if (members.length < 2) continue;
    // "Lima and Diallo" met: two are told of, each by name.
    const and = pair.mentions[0]!.start + text.slice(pair.mentions[0]!.start).indexOf(" and ");
    const sides = new Set(members.map((draft) => draft.mentions.some(({ end }) => end === and)));
    if (members.length === 2 && sides.size === 2 && members.every(({ kind }) => /^(?:person|country|organisation)$/.test(kind)))
      pair.members = members;
    pair.code = codes.size === 1 ? [...codes][0]! : null;
    pair.assumed = codes.size === 1 && members.every(({ assumed }) => assumed);
  }
}
