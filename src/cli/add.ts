// `readout add INPUT…`: inputs → records on the shelf, in the order of the inputs, those that are ready together in one transaction.
import { codingOf } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { failureLine } from "./errors.ts";
import { inputsOf } from "./inputs.ts";
import { countLine, keep, noCount } from "./keep.ts";
import { progressOf } from "./progress.ts";

/** @param options of the command line, checked @param actors paths of the user's dictionaries @throws UsageError, ShelfError */
export async function add(
  names: readonly string[],
  options: Readonly<Record<string, string>>,
  effects: Effects,
  actors: readonly string[] = [],
): Promise<number> {
  const path = options.db ?? defaultShelf;
  const progress = progressOf(effects);
  const coding = await codingOf(actors, options.date, effects, progress.clear);
  const shelf = await effects.openShelf(path, "write");
  const count = noCount();
  effects.atInterrupt?.(() => `${wipe(effects)}readout: stopped: ${countLine(path, count).trim()}; the same command goes on from here\n`);
  try {
    for await (const kept of keep(inputsOf(names, options, effects, progress.amount), shelf, coding, effects.cores, options.date)) {
      count[kept.outcome]++;
      if (kept.outcome !== "failed" && !kept.isDated) count.undated++;
      const told = kept.outcome === "failed" ? kept.failure : kept.note;
      if (told !== undefined) {
        await progress.clear();
        await effects.err.write(failureLine(kept.input, told));
      }
      await progress.step(kept.outcome === "failed");
    }
  } finally {
    await progress.clear().catch(() => {});
    await coding.close();
    await shelf.close();
  }
  await effects.out.write(countLine(path, count));
  return count.failed > 0 ? 1 : 0;
}

/** What wipes the line of progress. */
const wipe = ({ err: { isTerminal } }: Pick<Effects, "err">): string => (isTerminal ? "\r\x1b[2K" : "");

export const defaultShelf = "readout.duckdb";
