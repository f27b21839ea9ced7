// `readout add INPUT…`: inputs → records on the shelf, one transaction an article, in the order of the inputs.
import type { Input, InputFormat } from "../document/inputs.ts";
import { type Coded, codingOf } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { failureLine } from "./errors.ts";
import { mapInOrder } from "./in-order.ts";
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
  const count = { new: 0, version: 0, known: 0, failed: 0 };

  async function code(input: Input): Promise<(Coded | { readonly known: true }) & { readonly input: string }> {
    if ("failure" in input) return input;
    // What an earlier run finished is not coded again.
    if (await shelf.holds(input.document)) return { input: input.input, known: true };
    return { input: input.input, ...(await coding.code(input.document)) };
  }

  try {
    const inputs = effects.readInputs(names, (options.input as InputFormat | undefined) ?? null);
    for await (const result of mapInOrder(inputs, 2 * effects.cores, code)) {
      if ("failure" in result) {
        count.failed++;
        await progress.clear();
        await effects.err.write(failureLine(result.input, result.failure));
      } else count["known" in result ? "known" : await shelf.add(result.record)]++;
      await progress.step("failure" in result);
    }
  } finally {
    await progress.clear().catch(() => {});
    await coding.close();
    await shelf.close();
  }
  await effects.out.write(
    `${path}: ${count.new} added, ${count.version} as a new version, ${count.known} there already, ${count.failed} failed\n`,
  );
  return count.failed > 0 ? 1 : 0;
}

export const defaultShelf = "readout.duckdb";
