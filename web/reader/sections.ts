// An outline of a record → the parts of the record column, in the order in which a reader asks. Pure.
import type { Item } from "../../src/record/items.ts";
import type { Outline, Section } from "../../src/record/outline.ts";
import type { Group } from "../../src/record/said.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { factsIn } from "./telling.ts";

export interface Part {
  readonly title: string;
  /** What the part holds, in a few words. */
  readonly about: string;
  readonly groups: readonly Group[];
}

/** Agreed, granted, or ended: a ban, a march or a deployment settles nothing. */
const settles = new Set<string>(["AGREE", "CONCEDE", "RETREAT"]);
type Which = (item: Item, record: ReadoutRecord) => boolean;
const isSettled: Which = ({ ids }, { events }) => events.some(({ id, type }) => id === ids[0] && settles.has(type));
const isOther: Which = (item, record) => !isSettled(item, record);

const parts: readonly { title: string; about: string; from: readonly (Section | readonly [Section, Which])[] }[] = [
  {
    title: "Settled",
    about: "what came of it, and what the article itself tells as agreed, granted or ended",
    from: ["outcome", ["happened", isSettled], ["demanded", isSettled]],
  },
  { title: "What happened", about: "by the article’s own word", from: [["happened", isOther]] },
  { title: "Demanded and refused", about: "who stands where, and who moved", from: ["stands", "moves", ["demanded", isOther]] },
  { title: "Promised, by whose word", about: "promises with their doubts and precedents", from: ["promises"] },
  { title: "Said", about: "what somebody says, and the article does not vouch for", from: ["said"] },
  { title: "Who reacted", about: "", from: ["reactions"] },
  { title: "Only show", about: "scenes, and talk of victory", from: ["show"] },
  { title: "Not (yet) so", about: "planned, supposed or denied", from: ["unreal"] },
  { title: "Background", about: "earlier history", from: ["past"] },
];

const headings: Partial<Record<Section, string>> = { moves: "Who moved" };
/** Of what these hold no line is a fact, whoever tells it. */
const noFacts = new Set<Section>(["show", "said", "unreal"]);

/** Parts that hold something. @param facts only lines that the article itself vouches for */
export function partsOf({ sections }: Outline, record: ReadoutRecord, facts: boolean): Part[] {
  const sure = factsIn(record);
  const ids = new Map(record.events.map(({ id, same_as }) => [id, same_as]));
  const isSure = (id: string): boolean => sure.has(id) || (ids.get(id) ?? []).some((other) => sure.has(other));
  // A line that rests on an event is a fact as that is; one that rests on none, as it says itself.
  const isFact = (item: Item): boolean => {
    const rests = item.ids.filter((id) => ids.has(id));
    return rests.length > 0 ? rests.some(isSure) : item.fact;
  };
  return parts
    .map(({ title, about, from }) => ({
      title,
      about,
      groups: from.flatMap((each) => {
        const [name, which] = typeof each === "string" ? [each, null] : each;
        const groups = sections.find((section) => section.name === name)?.groups ?? [];
        return groups.map((group) => ({
          ...group,
          heading: group.heading ?? headings[name] ?? null,
          items: group.items.filter((item) => (which === null || which(item, record)) && (!facts || (!noFacts.has(name) && isFact(item)))),
        }));
      }),
    }))
    .map((part) => ({ ...part, groups: part.groups.filter(({ items }) => items.length > 0) }))
    .filter(({ groups }) => groups.length > 0);
}

/** How many lines the outline has. */
export const linesIn = (all: readonly Part[]): number =>
  all.reduce((sum, { groups }) => sum + groups.reduce((lines, { items }) => lines + items.length, 0), 0);
