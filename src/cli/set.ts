// `readout set ARTICLE`, `readout remove ARTICLE`: what a person says of an article itself → coded again from there, or taken off the shelf.
import { mendedBy } from "../store/settings.ts";
import { defaultShelf } from "./add.ts";
import { codingOf } from "./coding.ts";
import { nameOf } from "./correct.ts";
import type { Effects } from "./effects.ts";
import { failureLine, UsageError } from "./errors.ts";

type Options = Readonly<Record<string, string>>;

const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** @throws UsageError where nothing is set, ShelfError where there is no such article or the shelf cannot be written */
export async function set(inputs: readonly string[], options: Options, effects: Effects, actors: readonly string[] = []): Promise<number> {
  const name = articleOf("set", inputs);
  const { date: published, outlet: publisher, title, url } = options;
  const given = { published, publisher, title, url };
  if (Object.values(given).every((value) => value === undefined))
    throw new UsageError("set", "has nothing to set: give --date, --outlet, --title or --url");
  if (url !== undefined && !/^https?:\/\/[^/]/i.test(url))
    throw new UsageError("--url", `“${url}” is no web address: write it as https://…`);
  const by = nameOf(options, effects);
  const coding = await codingOf(actors, undefined, effects);
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "write");
  try {
    const { key, document } = await shelf.article(name);
    const { mended, settings } = mendedBy(document, given);
    if (settings.length === 0) {
      await effects.out.write(`${document.id}: is so already\n`);
      return 0;
    }
    const coded = await coding.code(mended);
    if ("failure" in coded) {
      await effects.err.write(failureLine(name, coded.failure));
      return 1;
    }
    await shelf.set(key, coded.record, settings, { by, at: now() });
    await effects.out.write(
      `${document.id}: ${settings.map(({ field, was, value }) => `${field} ${was ?? "none"} → ${value}`).join(", ")} (${by})\n`,
    );
  } finally {
    await coding.close();
    await shelf.close();
  }
  return 0;
}

/** @throws UsageError, ShelfError */
export async function remove(inputs: readonly string[], options: Options, effects: Effects): Promise<number> {
  const name = articleOf("remove", inputs);
  const by = nameOf(options, effects);
  const shelf = await effects.openShelf(options.db ?? defaultShelf, "write");
  try {
    const id = await shelf.remove(name, { by, at: now() });
    await effects.out.write(`${id}: removed (${by})\n`);
  } finally {
    await shelf.close();
  }
  return 0;
}

function articleOf(command: string, inputs: readonly string[]): string {
  if (inputs.length !== 1)
    throw new UsageError(
      command,
      `takes one article, but has ${inputs.length}: give its id or address, as readout sql "FROM documents" has it`,
    );
  return inputs[0]!;
}
