// What people have said of a shelf's events, also what was replaced → how far any two of them agree on the same ones, and where they do not. Pure.
import { alphaOf } from "./alpha.ts";

/** A row of the view `corrections`, so far as it matters here. */
export interface Said {
  readonly id: string;
  readonly line: string;
  readonly corrected_by: string;
  readonly corrected_at: string;
  readonly until: string | null;
  readonly is_event: boolean;
  readonly missed: boolean;
  readonly type: string | null;
  readonly machine_type: string | null;
  readonly words: string;
}

export interface Reviewers {
  readonly a: string;
  readonly b: string;
  /** Events that both have looked at. */
  readonly events: number;
  /** Of these, on how many they say alike whether it is an event, and of which type. */
  readonly alike: number;
  /** Krippendorff's, of the type or no event; null where there is nothing to vary. */
  readonly alpha: number | null;
  readonly differ: readonly { readonly id: string; readonly words: string; readonly a: string; readonly b: string }[];
}

const none = "no event";

/** The judgement that each gave of each event last and did not take back. Rows in the order in which they were made. */
export function reviewersOf(rows: readonly Said[]): Reviewers[] {
  const judged = new Map<string, Map<string, { said: string; words: string }>>();
  const events = rows.filter(({ line, missed }) => line === "event" && !missed);
  for (const row of events) {
    const { id, corrected_by, until, is_event, type, machine_type, words } = row;
    const said = is_event ? (type ?? machine_type) : none;
    // A remark on an event (who says so, when, where) has no type: it judges nothing, and leaves its maker's judgement as it was.
    if (said === null) continue;
    const mine = judged.get(corrected_by) ?? new Map();
    judged.set(corrected_by, mine);
    // What ended without another in its place was taken back.
    const replaced = until === null || events.some((other) => other !== row && other.id === id && other.corrected_at === until);
    if (!replaced) mine.delete(id);
    else mine.set(id, { said, words });
  }
  const people = [...judged.keys()].sort();
  return people.flatMap((a, at) =>
    people.slice(at + 1).flatMap((b): Reviewers[] => {
      const [one, two] = [judged.get(a)!, judged.get(b)!];
      const both = [...one].filter(([id]) => two.has(id)).map(([id, { said, words }]) => ({ id, words, a: said, b: two.get(id)!.said }));
      if (both.length === 0) return [];
      const differ = both.filter((each) => each.a !== each.b);
      const alpha = alphaOf(
        both.map((each) => [each.a, each.b]),
        "nominal",
      );
      return [{ a, b, events: both.length, alike: both.length - differ.length, alpha, differ }];
    }),
  );
}
