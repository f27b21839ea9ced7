// `readout add INPUT…`: inputs → records on the shelf, in the order of the inputs, those that are ready together in one transaction.
import { codingOf } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { failureLine } from "./errors.ts";
import { inputsOf } from "./inputs.ts";
import { countLine, goesOn, keep, noCount } from "./keep.ts";
import { progressOf, stopped } from "./progress.ts";

/** @param options of the command line, checked @param actors paths of the user's dictionaries @throws UsageError, ShelfError */
export async function add(
  names: readonly string[],
  options: Readonly<Record<string, string>>,
  effects: Effects,
  actors: readonly string[] = [],
): Promise<number> {
  const path = options.db ?? defaultShelf;
  const progress = progressOf(effects);
  const coding = progress.followed(await codingOf(actors, options.date, effects, progress.aside));
  const count = noCount();
  effects.atInterrupt?.(() => stopped(effects, `${countLine(path, count).trim()}; ${goesOn(count)}`));
  const shelf = await effects.openShelf(path, "write");
  try {
    for await (const kept of keep(inputsOf(names, options, effects, progress.amount), shelf, coding, effects.cores, options.date)) {
      // What Ctrl-C cuts off has not failed.
      if (effects.interrupt.aborted && kept.outcome === "failed") break;
      count[kept.outcome]++;
      if (kept.outcome !== "failed" && !kept.isDated) count.undated++;
      const told = kept.outcome === "failed" ? kept.failure : kept.note;
      if (told !== undefined) await progress.aside(() => effects.err.write(failureLine(kept.input, told)));
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

export const defaultShelf = "readout.duckdb";
