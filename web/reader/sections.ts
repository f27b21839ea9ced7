// An outline of a record → the parts of the record column, in the order in which a reader asks. Pure.
import type { Outline, Section } from "../../src/record/outline.ts";
import type { Group } from "../../src/record/said.ts";

export interface Part {
  readonly title: string;
  /** What the part holds, in a few words. */
  readonly about: string;
  readonly groups: readonly Group[];
}

const parts: readonly { title: string; about: string; from: readonly Section[] }[] = [
  { title: "Settled", about: "what the article itself tells as having happened", from: ["outcome", "happened"] },
  { title: "Said", about: "what somebody says, and the article does not vouch for", from: ["said"] },
  { title: "Demanded and refused", about: "who stands where, and who moved", from: ["stands", "moves", "demanded"] },
  { title: "Promised, by whose word", about: "promises with their doubts and precedents", from: ["promises"] },
  { title: "Who reacted", about: "", from: ["reactions"] },
  { title: "Only show", about: "scenes, and talk of victory", from: ["show"] },
  { title: "Not (yet) so", about: "planned, supposed or denied", from: ["unreal"] },
  { title: "Background", about: "earlier history", from: ["past"] },
];

const headings: Partial<Record<Section, string>> = { moves: "Who moved" };

/** Parts that hold something. @param facts only lines that the article itself vouches for */
export function partsOf({ sections }: Outline, facts: boolean): Part[] {
  return parts
    .map(({ title, about, from }) => ({
      title,
      about,
      groups: from.flatMap((name) => {
        const groups = sections.find((section) => section.name === name)?.groups ?? [];
        return groups.map((group) => ({
          ...group,
          heading: group.heading ?? headings[name] ?? null,
          items: facts ? group.items.filter(({ fact }) => fact) : group.items,
        }));
      }),
    }))
    .map((part) => ({ ...part, groups: part.groups.filter(({ items }) => items.length > 0) }))
    .filter(({ groups }) => groups.length > 0);
}

/** How many lines the outline has. */
export const linesIn = (all: readonly Part[]): number =>
  all.reduce((sum, { groups }) => sum + groups.reduce((lines, { items }) => lines + items.length, 0), 0);
