// The name of a word list in data/words → its words as rules ask for them: by form, by stem, by key, or as phrases in a text. Each list is made once, when it is first asked for. Pure.
import { nounForms, verbForms } from "./inflect.ts";
import { type Concept, LISTS } from "./lists.ts";
import { stem } from "./stems.ts";

export type { Concept } from "./lists.ts";

/** Entries by the key that stands before them. */
function rowsOf(name: Concept): [key: string, entries: string[]][] {
  return LISTS[name].split("\n").map((line) => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2).split(", ")];
  });
}

const once = <T>(make: (name: Concept) => T): ((name: Concept) => T) => {
  const made = new Map<Concept, T>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const fresh = make(name);
    made.set(name, fresh);
    return fresh;
  };
};

/** Which forms of an entry a key asks for; any other key stands for the entry as it is written. */
const FORMS: Readonly<Record<string, (base: string) => readonly string[]>> = {
  verbs: verbForms,
  nouns: nounForms,
  // The infinitive and the third person: what "would" or "will" lead to, or what happens by itself.
  present: (base) => verbForms(base).slice(0, 2),
};

const formsIn = ([key, entries]: [key: string, entries: readonly string[]]): string[] =>
  entries.flatMap(FORMS[key] ?? ((entry) => [entry]));

/** Words in lower case, in all the forms that the list asks for. */
export const formsOf: (name: Concept) => ReadonlySet<string> = once((name) => new Set(rowsOf(name).flatMap(formsIn)));

/** "call for" → "cal for": the verb is compared by its stem, the particle as it stands. */
export const keyOf = (phrase: string): string => {
  const [verb, ...rest] = phrase.split(" ");
  return [stem(verb!), ...rest].join(" ");
};

/** Words by their stems, whatever their form. */
export const stemsOf: (name: Concept) => ReadonlySet<string> = once(
  (name) => new Set(rowsOf(name).flatMap(([, entries]) => entries.map(keyOf))),
);

/** Stems to the key that the list has them under. @typeParam Key the keys of that list */
export const tableOf = <Key extends string>(name: Concept): ReadonlyMap<string, Key> =>
  new Map(rowsOf(name).flatMap(([key, entries]) => entries.map((entry) => [keyOf(entry), key as Key] as const)));

/** Entries as they are written to the key that the list has them under. @typeParam Key the keys of that list */
export const keysOf = <Key extends string>(name: Concept): ReadonlyMap<string, Key> =>
  new Map(rowsOf(name).flatMap(([key, entries]) => entries.map((entry) => [entry, key as Key] as const)));

const escaped = (entry: string): string => entry.replace(/[.?+^$()[\]{}|\\]/g, "\\$&").replaceAll("*", "\\w*");

/** The words of a list as the alternatives of an expression. @param key those under this key only */
export const anyOf = (name: Concept, key?: string): string =>
  rowsOf(name)
    .filter(([its]) => (key ?? its) === its)
    .flatMap((row) => formsIn(row).map(escaped))
    .join("|");

/** Whether a text has one of the entries in it, as whole words. @param key those under this key only */
export const says = (name: Concept, text: string, key?: string): boolean =>
  phrasesOf(name).some(([its, pattern]) => (key ?? its) === its && pattern.test(text));

/** Each key with a pattern that finds its entries as whole words in a text; "*" stands for the rest of a word. */
export const phrasesOf: (name: Concept) => readonly (readonly [key: string, pattern: RegExp])[] = once((name) =>
  rowsOf(name).map(([key]) => [key, new RegExp(`\\b(?:${anyOf(name, key)})\\b`, "i")] as const),
);
