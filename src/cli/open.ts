// `readout INPUT --open`: codes the inputs onto a passing shelf, serves it, and opens the page at the first article.
import { join } from "node:path";
import type { Input } from "../document/inputs.ts";
import { type Coded, codingOf } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { failureLine } from "./errors.ts";
import { mapInOrder } from "./in-order.ts";
import { inputsOf } from "./inputs.ts";
import { lanesOf } from "./lanes.ts";
import { progressOf } from "./progress.ts";
import { bindingOf, serveWith } from "./serve.ts";

/**
 * @param options of the command line, checked @param actors paths of the user's dictionaries
 * @returns 1 where no input could be coded, 130 after Ctrl-C
 * @throws UsageError
 */
export async function readAndOpen(
  names: readonly string[],
  options: Readonly<Record<string, string>>,
  effects: Effects,
  actors: readonly string[] = [],
): Promise<number> {
  const { err } = effects;
  const progress = progressOf(effects);
  const coding = progress.followed(await codingOf(actors, options.date, effects, progress.aside));
  const db = join(await effects.temporaryFolder(), "readout.duckdb");
  const shelf = await effects.openShelf(db, "write");
  const code = async (input: Input): Promise<Coded & { readonly input: string }> =>
    "failure" in input ? { input: input.input, failure: input.failure } : { input: input.input, ...(await coding.code(input.document)) };
  let first: string | null = null;
  try {
    const inputs = inputsOf(names, options, effects, progress.amount);
    for await (const result of mapInOrder(inputs, 2 * effects.cores, code)) {
      if ("failure" in result) await progress.aside(() => err.write(failureLine(result.input, result.failure)));
      else {
        await shelf.add(result.record);
        first ??= result.record.document.sha256;
      }
      await progress.step("failure" in result);
    }
  } finally {
    await progress.clear().catch(() => {});
    await Promise.all([shelf.close(), coding.close()]);
  }
  if (first === null) return 1;
  const path = `/?document=${first.slice(0, 12)}`;
  const reading = await lanesOf({ actors, ...(options.date !== undefined && { date: options.date }) }, effects);
  return serveWith(reading, { ...bindingOf({}), elsewhere: true }, db, effects, async (url) => {
    if (!(await effects.openBrowser(url + path))) await err.write(`readout: no browser was found: open ${url}${path}\n`);
  });
}
