// data/places/states.tsv → the numbers that political science counts states by: Correlates of War (cow) and Gleditsch and Ward (gw). Pure.
import type { State, StateNumbers } from "./types.ts";

export interface States {
  readonly rows: readonly State[];
  /** @param code as actors have it @param year null where it is not known, as for no numbers; so are years before 1946 */
  numbersOf(code: string | null, year: number | null): StateNumbers;
}

/** Lines of a table that are no comment. */
export const linesOf = (text: string): string[] => text.split("\n").filter((line) => line && !line.startsWith("#"));

/** The lists begin here with us. */
const FIRST_YEAR = 1946;

/** @throws RangeError that names a line which is none */
export function parseStates(text: string): States {
  const rows = linesOf(text).map((line): State => {
    const [, code, list, number, abbreviation, since, until] =
      /^([A-Z]{3})\t(cow|gw)\t(\d+)\t([A-Z]{3})\t(\d{4}|)\t(\d{4}|)$/.exec(line) ?? [];
    if (code === undefined)
      throw new RangeError(`data/places/states.tsv: “${line}” is no line of it: write code, list, number, abbreviation, years`);
    return {
      ...{ code, list: list as State["list"], number: Number(number), abbreviation: abbreviation! },
      ...{ since: since ? Number(since) : null, until: until ? Number(until) : null },
    };
  });
  return {
    rows,
    numbersOf(code, year) {
      const found = (list: State["list"]): number | null => {
        if (code === null || year === null || year < FIRST_YEAR) return null;
        // In the year in which one takes the other's place, the one that begins.
        const then = rows.findLast(
          (row) => row.code === code && row.list === list && (row.since ?? year) <= year && year <= (row.until ?? year),
        );
        return then?.number ?? null;
      };
      return { cow: found("cow"), gw: found("gw") };
    },
  };
}
