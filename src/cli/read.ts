// `readout INPUT…`: inputs → records, written in the order of the inputs while others are still being read.
import type { Input } from "../document/inputs.ts";
import { type Coded, codingOf } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { failureLine } from "./errors.ts";
import { layoutOf } from "./formats.ts";
import { mapInOrder } from "./in-order.ts";
import { inputsOf } from "./inputs.ts";
import type { Format } from "./options.ts";
import { progressOf, stopped } from "./progress.ts";

/** Files that hold one article; a folder of such a name is read all the same. */
const ONE_ARTICLE = /\.(?:txt|md|html?|pdf)$/i;

/** @param options of the command line, checked @param actors paths of the user's dictionaries @throws UsageError where one cannot be read */
export async function read(
  names: readonly string[],
  options: Readonly<Record<string, string>>,
  effects: Effects,
  actors: readonly string[] = [],
): Promise<number> {
  const { out, err } = effects;
  const layout = layoutOf((options.as as Format | undefined) ?? (out.isTerminal ? "page" : "jsonl"), effects);
  const progress = progressOf(effects, true);
  const lone = names.length === 1 && ONE_ARTICLE.test(names[0]!);
  const coding = progress.followed(await codingOf(actors, options.date, effects, progress.aside, lone));

  const code = async (input: Input): Promise<Coded & { readonly input: string; readonly note?: string | undefined }> =>
    "failure" in input ? input : { input: input.input, note: input.note, ...(await coding.code(input.document)) };

  let failures = 0;
  let written = 0;
  effects.atInterrupt?.(() =>
    stopped(effects, `${written} ${written === 1 ? "article" : "articles"} written, each whole, ${failures} failed; the rest was not read`),
  );
  await (layout.head && out.write(layout.head));
  try {
    const inputs = inputsOf(names, options, effects, progress.amount);
    for await (const result of mapInOrder(inputs, 2 * effects.cores, code)) {
      if ("failure" in result) {
        // What Ctrl-C cuts off has not failed.
        if (effects.interrupt.aborted) break;
        failures++;
        await progress.aside(() => err.write(failureLine(result.input, result.failure)));
      } else {
        const { note } = result;
        if (note !== undefined) await progress.aside(() => err.write(failureLine(result.input, note)));
        const text = layout.write(result.record);
        if (out.isTerminal) await progress.clear();
        if (text !== "") await out.write(written > 0 ? layout.between + text : text);
        written++;
      }
      await progress.step("failure" in result);
    }
  } finally {
    await progress.clear().catch(() => {});
    await coding.close();
  }
  return failures > 0 ? 1 : 0;
}
