// Effects + options → what the server and the assistants' tools need of the program. The only place that joins them with the stages.
import { fileURLToPath } from "node:url";
import type { Door, Services } from "../server/types.ts";
import type { Effects } from "./effects.ts";
import { sourcesOf } from "./given.ts";
import { mapInOrder } from "./in-order.ts";
import type { Reading } from "./reading.ts";
import { version } from "./version.ts";

export interface ServicesSettings {
  readonly reading: Reading;
  readonly door: Door;
  readonly db: string;
  readonly effects: Effects;
}

const exampleFile = fileURLToPath(new URL("../../examples/alaska-summit.txt", import.meta.url));

export async function servicesOf({ reading, door, db, effects }: ServicesSettings): Promise<Services> {
  const [
    { writeWhy },
    { queryOf, undatedQueryOf },
    { mendedBy },
    { idQueryOf, lineIdQueryOf, listingQueryOf, recordQueryOf },
    { writeMarkdown },
  ] = await Promise.all([
    import("../why/page.ts"),
    import("../store/ask.ts"),
    import("../store/settings.ts"),
    import("../store/listing.ts"),
    import("../record/markdown.ts"),
  ]);
  let example: ReturnType<Services["example"]> | null = null;

  async function readExample() {
    const read = await reading.read({ given: { id: "alaska-summit.txt", text: await effects.readText(exampleFile) } }, "long");
    if (!("json" in read)) throw new Error(`the example ${"failure" in read ? read.failure : "is long"}`);
    return read;
  }

  return {
    version: await version(),
    db,
    door,
    user: effects.env.USER || effects.env.USERNAME || "page",
    model: async () => (await reading.engine()).model,
    read: reading.read,
    whyPage: writeWhy,
    batch: (lines, read) =>
      mapInOrder(sourcesOf(lines), 2 * effects.cores, async (given) => {
        const result = "failure" in given ? given : await read(given.source);
        return "failure" in result ? { line: given.number, failure: result.failure } : result;
      }),
    example() {
      example ??= readExample();
      // A failure is not kept: the next one tries again.
      example.catch(() => {
        example = null;
      });
      return example;
    },
    query: queryOf,
    undated: undatedQueryOf,
    mended: mendedBy,
    listing: listingQueryOf,
    id: idQueryOf,
    lineId: lineIdQueryOf,
    record: recordQueryOf,
    markdown: writeMarkdown,
  };
}
