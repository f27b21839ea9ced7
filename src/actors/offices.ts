// Names of offices → whether "the president" may speak of one who holds an office, and who the article names as its holder. Pure.
import type { Span } from "../span.ts";
import type { Draft } from "./draft.ts";
import type { Known } from "./known.ts";
import { keyOf } from "./names.ts";

const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/vice president|deputy president/, "vice president"],
  [/deputy prime minister|vice premier/, "deputy prime minister"],
  [/deputy foreign minister/, "deputy foreign minister"],
  [/chancellor of the exchequer|finance minister|treasury secretary|minister of finance/, "finance minister"],
  [/cabinet secretary|^cs$/, "cabinet secretary"],
  [/^cm$|chief minister/, "chief minister"],
  [/prime minister|premier|chancellor|taoiseach|^pm$/, "prime minister"],
  [/spokes|press secretary/, "spokesman"],
  [
    /^fm$|foreign (?:affairs )?minister|foreign secretary|secretary of state|diplomat|minister (?:of|for) foreign affairs|external affairs minister|foreign policy chief/,
    "foreign minister",
  ],
  [/defen[cs]e (?:minister|secretary|chief)|secretary of (?:defen[cs]e|war)|minister of defen[cs]e/, "defence minister"],
  [/interior minister|home secretary|home minister/, "interior minister"],
  [/supreme leader/, "supreme leader"],
  [/crown prince/, "crown prince"],
  [/pope|pontiff/, "pope"],
  [/secretary.general/, "secretary-general"],
  [/envoy/, "envoy"],
  [/ambassador/, "ambassador"],
  [/president(?!ial)/, "president"],
  [/king|monarch|\bemir|\bam(?:i|ee)r\b|sultan|queen/, "king"],
  [/mayor/, "mayor"],
  [/governor/, "governor"],
  [/negotiator/, "negotiator"],
  [/commander|army chief|general/, "general"],
  [/speaker/, "speaker"],
  [/senator/, "senator"],
  [/judge|justice/, "judge"],
  [/leader/, "leader"],
  [/minister/, "minister"],
  [/director|head|chief/, "chief"],
];

/** Few offices are asked about again and again. */
const classes = new Map<string, string>();
const mostClasses = 10_000;

/** A class of office that the same words speak of in different ways, or the office itself in lower case. */
export function officeClass(office: string): string {
  const known = classes.get(office);
  if (known !== undefined) return known;
  const low = keyOf(office);
  const found = /^former|^ex /.test(low) ? "former" : (CLASSES.find(([pattern]) => pattern.test(low))?.[1] ?? low);
  if (classes.size >= mostClasses) classes.clear();
  classes.set(office, found);
  return found;
}

const LEADING = new Set(["president", "prime minister", "king", "supreme leader", "leader", "crown prince"]);

/** True where "the `noun`" may speak of one who holds `office`. */
export function answersTo(noun: string, office: string): boolean {
  if (/^secretary of state$/.test(noun)) return /secretary of state/i.test(office);
  const asked = officeClass(noun);
  const held = officeClass(office);
  if (asked === held) return true;
  if (asked === "leader") return LEADING.has(held);
  if (asked === "minister") return held.endsWith("minister") && !/^(?:prime|chief) /.test(held);
  if (/^(?:dignitary|statesman)$/.test(asked)) return held !== "former";
  if (asked === "chief") return ["secretary-general", "general", "leader"].includes(held) || /chief|head|director/i.test(office);
  return false;
}

/** Offices that a country has one holder of at a time. */
const SINGLE =
  /^(?:president|vice president|prime minister|king|supreme leader|crown prince|(?:foreign|finance|defence|interior) minister)$/;

/** Those of whom only a country's office is told, each with the one person who is named as its holder. */
export function namedLater(text: string, drafts: readonly Draft[]): [Draft, Draft][] {
  const byOffice = new Map<string, Draft[]>();
  for (const one of drafts) {
    if (one.kind !== "person" || one.office === null) continue;
    const key = `${one.code} ${officeClass(one.office)}`;
    byOffice.set(key, [...(byOffice.get(key) ?? []), one].slice(0, 2));
  }
  return drafts.flatMap((draft): [Draft, Draft][] => {
    const office = [...draft.nouns].map(officeClass).find((one) => SINGLE.test(one));
    const open = draft.kind === "unnamed" && draft.entry === null && !draft.plural && draft.sector !== "ELI" && draft.code !== null;
    // "A foreign minister" may be any; "the union's president" is no country's.
    const { start, end } = draft.mentions[0] ?? { start: 0, end: 0 };
    const owned = draft.assumed && !draft.nouns.has(keyOf(draft.name));
    if (!office || !open || owned || /^an? /i.test(text.slice(start, end))) return [];
    // Two are as many as tell that it is not one.
    const holders = byOffice.get(`${draft.code} ${office}`) ?? [];
    return holders.length === 1 ? [[draft, holders[0]!]] : [];
  });
}

/** What parts a name from whose counterpart it is. */
const COUNTERPART = /(?:\b(?:his|her)|['’]s) (?:\p{Lu}[\p{L}.-]* ){0,2}counterpart,? $/u;

/** "Lima and her Omani counterpart, Diallo": gives him, named at `of`, the office of the one named last before in that sentence, where nothing else tells of one that he holds. */
export function asCounterpart(text: string, known: Known, draft: Draft, of: Span & { readonly sentence: number }): void {
  if (draft.kind !== "person" || (draft.office !== null && officeClass(draft.office) !== "former")) return;
  const found = COUNTERPART.exec(text.slice(Math.max(0, of.start - 60), of.start));
  if (!found) return;
  const place = (one: Draft): number => known.seenIn(one, of.sentence).findLast(({ end }) => end <= of.start)?.start ?? -1;
  const other = known
    .inSentences(of.sentence, of.sentence)
    .filter((one) => one !== draft && one.kind === "person" && one.nouns.size > 0 && place(one) >= 0)
    .toSorted((a, b) => place(b) - place(a))[0];
  if (!other || other.sector === null || other.sector === "ELI") return;
  const noun = [...other.nouns][0]!;
  draft.nouns.add(noun);
  draft.office = noun;
  draft.sector = other.sector;
}
