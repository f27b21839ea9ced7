// Rows of events → pairs in which one account tells a thing and another says that it is not so. Pure.
import type { EventRow } from "../page/rows.ts";
import { wordsOf } from "./issues.ts";

export interface Contradiction {
  readonly told: EventRow;
  readonly denied: EventRow;
}

const denies = ({ auxiliary }: EventRow): boolean => auxiliary.includes("negation");
const plain = ({ auxiliary }: EventRow): boolean => !auxiliary.some((each) => each !== "historical");
const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => b.includes(each));
const day = 86_400_000;
/** Words that two accounts of one thing share at least, beside the names of those who take part. */
const least = 2;

/** The same one: by name, or by country and, where both are known, sector. */
const sameSide =
  (names: readonly string[], codes: readonly string[], sectors: readonly string[]) =>
  (others: readonly string[], theirs: readonly string[], sectorsToo: readonly string[]): boolean =>
    meet(names, others) || (meet(codes, theirs) && (sectors.length === 0 || sectorsToo.length === 0 || meet(sectors, sectorsToo)));

/** Same type, same sides, at most `days` apart, and about the same; the likest account to each denial. */
export function contradictionsIn(rows: readonly EventRow[], days = 30): Contradiction[] {
  return rows.filter(denies).flatMap((denied) => {
    const actor = sameSide(denied.source, denied.source_code, denied.source_sector);
    const target = sameSide(denied.target, denied.target_code, denied.target_sector);
    const names = wordsOf([...denied.source, ...denied.target, denied.said_by ?? ""].join(" "));
    const about = [...wordsOf(denied.words ?? "")].filter((word) => !names.has(word));
    const likeness = (told: EventRow): number => {
      const words = wordsOf(told.words ?? "");
      return about.filter((word) => words.has(word)).length;
    };
    const found = rows.filter(
      (told) =>
        plain(told) &&
        told.type === denied.type &&
        !(told.document === denied.document && told.sentence === denied.sentence) &&
        actor(told.source, told.source_code, told.source_sector) &&
        (denied.target.length === 0 || told.target.length === 0 || target(told.target, told.target_code, told.target_sector)) &&
        Math.abs(Date.parse(told.day ?? "") - Date.parse(denied.day ?? "")) <= days * day &&
        likeness(told) >= least,
    );
    const [told] = found.sort(
      (a, b) => likeness(b) - likeness(a) || Number(b.outlet !== denied.outlet) - Number(a.outlet !== denied.outlet),
    );
    return told ? [{ told, denied }] : [];
  });
}
