// A person's name × the people so far → whom it speaks of: by full name, by first and last name, by surname and office, by a first name that only one has. Pure.
import { type Context, EASTERN, NUMERAL } from "./context.ts";
import type { Draft } from "./draft.ts";
import { keyOf } from "./names.ts";
import { answersTo } from "./offices.ts";
import type { Reading } from "./reading.ts";

/** The last mentioned of `drafts`. */
export const latest = (drafts: readonly Draft[]): Draft | undefined =>
  drafts
    .filter(({ mentions }) => mentions.length > 0)
    .reduce<Draft | undefined>(
      (best, draft) => (best === undefined || draft.mentions.at(-1)!.start >= best.mentions.at(-1)!.start ? draft : best),
      undefined,
    );

/** @param key of the name. @returns undefined where it is somebody new */
export function samePerson(drafts: readonly Draft[], reading: Reading, key: string, context: Context): Draft | undefined {
  const people = drafts.filter(({ kind }) => kind === "person");
  const parts = key.split(" ");
  if (parts.length > 1 && NUMERAL.test(parts.at(-1)!)) return samePerson(drafts, reading, parts.slice(0, -1).join(" "), context);
  if (parts.length > 1) {
    // "Joshua Norton" is Joshua Abraham Norton, and so is "Abraham Norton".
    return latest(
      people.filter(
        ({ keys, name }) =>
          keyOf(name).endsWith(` ${key}`) ||
          [...keys].some((other) => {
            const own = other.split(" ");
            return own.length > 1 && own.length !== parts.length && own[0] === parts[0] && own.at(-1) === parts.at(-1);
          }),
      ),
    );
  }
  const family = people.filter(({ keys }) =>
    [...keys].some((full) => full.split(" ").at(-1) === key || (context.families.get(key)?.includes(full) ?? false)),
  );
  // Of "Han Duck-soo" and "Han Dong-hoon" the first words are the family's.
  const firsts = new Set((context.families.get(key) ?? []).map((full) => (full.startsWith(`${key} `) ? full : full.split(" ")[0])));
  if (family.length > 0) return latest(firsts.size > 1 ? withOffice(family, reading) : family);
  // "Isabel" of Isabel Ruiz, where no other is called so.
  const given = people.filter(({ keys }) => [...keys].some((full) => full.startsWith(`${key} `)));
  if (given.length === 1 && context.given.get(key)?.length === 1) return given[0];
  // "Lukonde" of Sama Lukonde Kyenge, where no other has the name.
  const middle = people.filter(({ name }) => keyOf(name).split(" ").slice(1, -1).includes(key));
  return middle.length === 1 ? middle[0] : undefined;
}

/**
 * "Yoon", two sentences after "Rep. Yoon Sang-hyun", where the article also names President Yoon: of a family name that thousands share, the nearest bearer.
 * @param key of the words as they stand. @returns undefined where the one that the dictionary means is as near, or the name tells more than a family
 */
export function nearerNamesake(
  drafts: readonly Draft[],
  { entry, agent }: Reading,
  key: string,
  context: Context,
  sentence: number,
): Draft | undefined {
  if (entry?.kind !== "person" || agent || !EASTERN.has(key)) return undefined;
  const full = context.families.get(key) ?? [];
  const bearers = drafts.filter(
    (draft) => draft.kind === "person" && (draft.entry === entry || [...draft.keys].some((own) => own.includes(" ") && full.includes(own))),
  );
  const last = latest(bearers);
  return last && last.entry !== entry && sentence - last.mentions.at(-1)!.sentence <= NEAR ? last : undefined;
}

/** Sentences that a family name alone looks back. */
const NEAR = 3;

/** "Prime Minister Han" is not Justice Minister Han: those who hold the office that stands before the name, else those of whom none is told. */
function withOffice(family: readonly Draft[], { agent, noun, plural }: Reading): readonly Draft[] {
  if (!agent || !noun || plural || !/^(?:leader|office)$/.test(agent.form)) return family;
  const holders = family.filter(({ office }) => office !== null && answersTo(noun, office));
  return holders.length > 0 ? holders : family.filter(({ office, entry }) => office === null || entry !== null);
}
