// Effects + options → what the server and the assistants' tools need of the program. The only place that joins them with the stages.
import { fileURLToPath } from "node:url";
import type { Document } from "../document/types.ts";
import type { Door, Services } from "../server/types.ts";
import type { Coding } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { documentOf, documentsOf } from "./given.ts";
import { mapInOrder } from "./in-order.ts";
import { writeRows } from "./rows.ts";
import { version } from "./version.ts";

export interface ServicesSettings {
  readonly coding: Coding;
  readonly door: Door;
  readonly db: string;
  readonly effects: Effects;
}

const exampleFile = fileURLToPath(new URL("../../examples/alaska-summit.txt", import.meta.url));

export async function servicesOf({ coding, door, db, effects }: ServicesSettings): Promise<Services> {
  const [{ queryOf }, { eventIdQueryOf, idQueryOf, listingQueryOf, recordQueryOf }, { writeMarkdown }] = await Promise.all([
    import("../store/ask.ts"),
    import("../store/listing.ts"),
    import("../record/markdown.ts"),
  ]);
  const code = (document: Document, date?: string) => coding.code(document, date);
  let example: ReturnType<Services["example"]> | null = null;

  async function readExample() {
    const document = await documentOf({ id: "alaska-summit.txt", text: await effects.readText(exampleFile) }, effects);
    const coded = "failure" in document ? document : await code(document.document);
    if ("failure" in coded) throw new Error(`the example ${coded.failure}`);
    return coded.record;
  }

  return {
    version: await version(),
    db,
    door,
    user: effects.env.USER || effects.env.USERNAME || "page",
    model: async () => (await coding.engine()).model,
    documentOf: (given) => documentOf(given, effects),
    code,
    batch: (lines) =>
      mapInOrder(documentsOf(lines), 2 * effects.cores, async (input) => {
        const result = "failure" in input ? input : await code(input.document);
        return "failure" in result ? { line: input.line, failure: result.failure } : result;
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
    listing: listingQueryOf,
    id: idQueryOf,
    eventId: eventIdQueryOf,
    record: recordQueryOf,
    write: (answer, format, write) => writeRows(answer, format, null, { out: { isTerminal: false, columns: null, write } }),
    markdown: writeMarkdown,
  };
}
