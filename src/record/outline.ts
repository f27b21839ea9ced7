// ReadoutRecord → what a person is told about it, in order and in words, before it is laid out as a page or as Markdown.

import { addTo } from "../kept.ts";
import { tidy } from "../tidy.ts";
import { itemsOf, joinSameWords } from "./items.ts";
import { type Group, saidGroups } from "./said.ts";
import { sectionsOf, type Told } from "./sections.ts";
import { countsOf, talksOf } from "./talks.ts";
import { asidesOf, type Share, sharesOf } from "./telling.ts";
import type { ReadoutRecord } from "./types.ts";
import { dayOf, many } from "./words.ts";

export type Section =
  | "outcome"
  | "happened"
  | "stands"
  | "moves"
  | "promises"
  | "said"
  | "demanded"
  | "unreal"
  | "past"
  | "reactions"
  | "show";

export interface Outline {
  readonly title: string;
  /** Byline, publisher, date, kind: those that are known. */
  readonly credits: readonly string[];
  readonly summary: string;
  /** What to say where nothing is told as settled; null where something is. */
  readonly note: string | null;
  readonly sections: readonly { readonly name: Section; readonly title: string; readonly groups: readonly Group[] }[];
  readonly voices: readonly Share[];
  /** What is in the text and is not news, one sentence each. */
  readonly asides: readonly string[];
}

export function outlineOf(record: ReadoutRecord): Outline {
  const { document } = record;
  const items = itemsOf(record);
  const sections = sectionsOf(record);
  const plain = (all: readonly Told[], source = false): Group[] =>
    all.length > 0 ? [{ heading: null, says: false, items: joinSameWords(all.map((told) => items.ofEvent(told, source))), more: 0 }] : [];

  const talks = talksOf(record, items);
  const untold = ({ event }: Told): boolean => !talks.told.has(event.id);
  // Praise and blame that stand among the reactions, with what they are about, are not told twice.
  const isTaken = (told: Told): boolean => /^(?:SUPPORT|ACCUSE)$/.test(told.event.type) && talks.taken.has(told.event.id);
  const standing = sections.stand.filter(untold);
  // One who demands, refuses and promises stands together, in the order of first appearance.
  const byTaker = new Map<string, Told[]>();
  for (const told of standing) addTo(byTaker, items.namesOf(told.event.actor), told);
  const byActor = [...byTaker.values()].flat();
  const facts = sections.fact.length + sections.stand.length + sections.reaction.length;
  const counts = { facts, said: sections.said.length, unreal: sections.unreal.length, past: sections.past.length };
  const voices = sharesOf(record);
  return {
    title: tidy(document.title ?? document.id) || "Untitled",
    credits: [
      document.byline ? (/^by\b/i.test(document.byline) ? tidy(document.byline) : `By ${tidy(document.byline)}`) : "",
      tidy(document.publisher ?? ""),
      document.published ? dayOf(document.published) : "",
      document.kind === "news" || document.kind === "other" ? "" : document.kind.replace("-", " "),
    ].filter((credit) => credit !== ""),
    summary: summaryOf(counts, voices, countsOf(record)),
    note: facts > 0 ? null : noteOf(record, counts),
    sections: (
      [
        { name: "outcome", title: "What came of it", groups: talks.outcome },
        { name: "happened", title: "What happened", groups: plain(sections.fact.filter((told) => !isTaken(told))) },
        { name: "stands", title: "Where they stand", groups: talks.stands },
        { name: "moves", title: "Who moved", groups: talks.moves },
        { name: "promises", title: "Promises, and what they are worth", groups: talks.promises },
        { name: "said", title: "Only said", groups: saidGroups(record, items, sections.said.filter(untold), talks.told) },
        { name: "demanded", title: "Demanded, refused, promised, threatened", groups: plain(byActor) },
        { name: "unreal", title: "Not (yet) so", groups: plain(sections.unreal, true) },
        { name: "past", title: "Background", groups: plain(sections.past, true) },
        { name: "reactions", title: "Who reacted", groups: [...talks.reactions, ...plain(sections.reaction.filter(untold))] },
        { name: "show", title: "Only show", groups: talks.show },
      ] as const
    ).filter(({ groups }) => groups.length > 0),
    voices,
    asides: asidesOf(record),
  };
}

type Counts = { facts: number; said: number; unreal: number; past: number };

function summaryOf({ facts, said, unreal, past }: Counts, voices: readonly Share[], talks: string): string {
  const parts = [
    facts > 0 ? `${facts} told as fact` : "",
    said > 0 ? `${said} only said` : "",
    unreal > 0 ? `${unreal} not (yet) so` : "",
    past > 0 ? `${past} background` : "",
  ].filter((part) => part !== "");
  const all = facts + said + unreal + past;
  const sentences = voices.reduce((sum, { count }) => sum + count, 0);
  const shares = [...voices]
    .sort((a, b) => b.percent - a.percent)
    .slice(0, 2)
    .map(({ voice, percent }) => `${percent}% ${voice}`);
  return [
    `${many(all, "event")}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`,
    ...(talks ? [talks] : []),
    `${many(sentences, "sentence")}${shares.length > 0 ? `: ${shares.join(", ")}` : ""}`,
  ].join(" · ");
}

function noteOf({ document }: ReadoutRecord, { said, unreal, past }: Counts): string {
  if (document.text.trim() === "") return "The document is empty.";
  if (said + unreal + past === 0) return "No event of diplomacy or conflict was found.";
  return "No event was found that the article tells as settled: all that follow are claimed, planned, denied or past.";
}
