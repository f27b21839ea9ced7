// A person's name × the people so far → whom it speaks of: by full name, by first and last name, by surname and office, by a first name that only one has. Pure.
import { formsOf } from "../grammar/words.ts";
import { type Context, EASTERN, NUMERAL } from "./context.ts";
import { COURTESY } from "./determiners.ts";
import type { Draft } from "./draft.ts";
import type { Known } from "./known.ts";
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
export function samePerson(known: Known, reading: Reading, key: string, context: Context): Draft | undefined {
  const peopleWith = (word: string): readonly Draft[] => known.withWord(word).filter(({ kind }) => kind === "person");
  const parts = key.split(" ");
  if (parts.length > 1 && NUMERAL.test(parts.at(-1)!)) return samePerson(known, reading, parts.slice(0, -1).join(" "), context);
  if (parts.length > 1) {
    const [first, last] = [parts[0]!, parts.at(-1)!];
    const called = (context.given.get(first) ?? []).filter((full) => begins(key, full));
    const isSame = (other: string): boolean =>
      other.startsWith(`${first} `) && other.split(" ").length !== parts.length && (other.endsWith(` ${last}`) || begins(other, key));
    // "Joshua Norton" is Joshua Abraham Norton, and so is "Abraham Norton"; "Ana Lima" is Ana Lima Ruiz.
    // Each of these names has the first word.
    return latest(
      peopleWith(first).filter(({ keys, name }) => {
        const own = keyOf(name);
        return own.endsWith(` ${key}`) || begins(key, own) || called.some((full) => keys.has(full)) || [...keys].some(isSame);
      }),
    );
  }
  const bearers = peopleWith(key);
  const family = bearers.filter(({ keys }) =>
    [...keys].some((own) => own.split(" ").at(-1) === key || (context.families.get(key)?.some((full) => isOrBegins(full, own)) ?? false)),
  );
  // Of "Han Duck-soo" and "Han Dong-hoon" the first words are the family's.
  const first = (full: string): string => (full.startsWith(`${key} `) ? full : full.split(" ")[0]!);
  const isShared = context.families.get(key)?.some((full, _, all) => first(full) !== first(all[0]!));
  if (family.length > 0) return isShared ? toldOf(withOffice(family, reading)) : latest(family);
  // "Isabel" of Isabel Ruiz, where no other is called so.
  const given = bearers.filter(({ keys }) => [...keys].some((full) => full.startsWith(`${key} `)));
  const called = (context.given.get(key) ?? []).toSorted((a, b) => a.length - b.length);
  if (given.length === 1 && called.length > 0 && called.every((full) => isOrBegins(called[0]!, full))) return given[0];
  // "Lukonde" of Sama Lukonde Kyenge, where no other has the name.
  const middle = bearers.filter(({ name }) => keyOf(name).split(" ").slice(1, -1).includes(key));
  return middle.length === 1 ? middle[0] : undefined;
}

const PARTICLES = formsOf("name-particles");

/** "Ana Lima" begins "Ana Lima Ruiz"; "Sheikh Hamad" and "Abu Ali" begin the names of many. */
function begins(short: string, long: string): boolean {
  if (!long.startsWith(`${short} `)) return false;
  const [first = ""] = short.split(" ", 1);
  return !COURTESY.has(first) && !PARTICLES.has(first);
}

const isOrBegins = (full: string, own: string): boolean => own === full || begins(full, own);

/** Of namesakes, whom a surname alone speaks of: the last who did something; where none did, who was told of most. Who is only named as somebody's mother is neither. */
function toldOf(bearers: readonly Draft[]): Draft | undefined {
  const doers = bearers.filter(({ mentions }) => mentions.some(({ subject }) => subject));
  const most = Math.max(...bearers.map(({ mentions }) => mentions.length));
  return latest(doers.length > 0 ? doers : bearers.filter(({ mentions }) => mentions.length === most));
}

/**
 * "Yoon", two sentences after "Rep. Yoon Sang-hyun", where the article also names President Yoon: of a family name that thousands share, the nearest bearer. Of any other, who was told
 * of, where the one that the dictionary means holds no office any more.
 * @param key of the words as they stand. @returns undefined where the one that the dictionary means is meant, or the name tells more than a family
 */
export function nearerNamesake(
  known: Known,
  { entry, agent, sector }: Reading,
  key: string,
  context: Context,
  sentence: number,
): Draft | undefined {
  const full = context.families.get(key) ?? [];
  if (entry?.kind !== "person" || agent || key.includes(" ") || full.length === 0) return undefined;
  const own = known.withEntry(entry);
  const bearers = known
    .inOrder([...known.withWord(key), ...(own ? [own] : [])])
    .filter(
      (draft) =>
        draft.kind === "person" &&
        (draft.entry === entry || [...draft.keys].some((own) => own.includes(" ") && full.some((one) => isOrBegins(one, own)))),
    );
  if (!EASTERN.has(key)) {
    const told = sector === "ELI" ? toldOf(bearers) : undefined;
    return told?.entry === entry ? undefined : told;
  }
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
