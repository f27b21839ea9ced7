// `readout why INPUT ID`: why a line of an article's record is as it is: scores, rules by name, where each country comes from.
import { codingOf } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { failureLine, UsageError } from "./errors.ts";
import { inputsOf } from "./inputs.ts";

/** @throws UsageError where INPUT or ID is missing, or ID is none */
export async function why(
  names: readonly string[],
  options: Readonly<Record<string, string>>,
  effects: Effects,
  actors: readonly string[] = [],
): Promise<number> {
  const [name, id, ...more] = names;
  if (name === undefined || id === undefined)
    throw new UsageError("why", "takes an input and an id: readout why article.txt e3 (readout why --help tells more)");
  if (more.length > 0) throw new UsageError(more[0]!, "is too much: readout why takes one input and one id");
  if (!/^[espcrxa][1-9]\d*$/.test(id)) throw new UsageError(id, "is no id: write e3, s4, p1, c1, r1, x1 or a2, as the record numbers them");
  const coding = await codingOf(actors, options.date, effects);
  const fail = async (input: string, failure: string): Promise<number> => {
    await effects.err.write(failureLine(input, failure));
    return 1;
  };
  try {
    for await (const input of inputsOf([name], options, effects)) {
      if ("failure" in input) return await fail(input.input, input.failure);
      // Of several articles the first is asked about: each has an e3 of its own.
      const found = await coding.why(input.document, id);
      if ("failure" in found) return await fail(input.input, found.failure);
      const asJson = options.as === "json";
      const { writeWhy } = await import("../why/page.ts");
      await effects.out.write(asJson ? `${JSON.stringify(found.why, null, 2)}\n` : writeWhy(found.why));
      return 0;
    }
    return await fail(name, "holds no article: name a file with one");
  } finally {
    await coding.close();
  }
}
