// `readout watch FEED…`: feeds and lists of feeds → their new articles on the shelf, round after round.

import { defaultShelf } from "./add.ts";
import { codingOf } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { failureLine, isShelfError, UsageError } from "./errors.ts";
import { roundsOf } from "./rounds.ts";

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const longest = 7 * units.d!;

/** @param options of the command line, checked @param actors paths of the user's dictionaries @throws UsageError, ModelError */
export async function watch(
  names: readonly string[],
  options: Readonly<Record<string, string>>,
  effects: Effects,
  actors: readonly string[] = [],
): Promise<number> {
  const every = periodOf(options.every ?? "15m");
  const db = options.db ?? defaultShelf;
  const coding = await codingOf(actors, options.date, effects);
  try {
    const feeds = await effects.openFeeds("allow-private" in options);
    const round = await roundsOf({ names, db, feeds, coding, effects, day: options.date });
    for (;;) {
      let failed = false;
      try {
        failed = await round();
      } catch (error) {
        // The shelf may be held, the disk full: the next round tries again. All else would fail it too.
        if (!isShelfError(error) || "once" in options) throw error;
        await effects.err.write(failureLine(error.about, error.message));
      }
      if ("once" in options) return failed ? 1 : 0;
      await effects.sleep(every);
    }
  } finally {
    await coding.close();
  }
}

/** "90s" → 90,000 @throws UsageError */
function periodOf(text: string): number {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const period = Number(number) * (units[unit ?? ""] ?? 0);
  if (!(period >= 1000 && period <= longest))
    throw new UsageError("--every", `“${text}” is no time from 1s to 7d: write it as 90s, 15m or 6h`);
  return period;
}
