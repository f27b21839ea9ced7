// `readout mcp`: the tools for assistants on standard input and output, until the assistant closes it.
import { Readable, Writable } from "node:stream";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { megabytes } from "../document/failure.ts";
import { assistanceOf } from "../server/mcp.ts";
import { defaultShelf } from "./add.ts";
import type { Effects } from "./effects.ts";
import { failureLine, messageOf } from "./errors.ts";
import { lanesOf } from "./lanes.ts";
import { messageLines } from "./message-lines.ts";
import { servicesOf } from "./services.ts";
import { readingDoor } from "./shelf-door.ts";

/** Bytes of a message: the longest article that is read, as JSON. */
const most = 50e6;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** @param actors paths of the user's dictionaries @throws UsageError */
export async function mcp(options: Readonly<Record<string, string>>, effects: Effects, actors: readonly string[] = []): Promise<number> {
  const { stdin, out, err } = effects;
  const db = options.db ?? defaultShelf;
  // In processes of their own, so that questions are answered while an article is read, and an article that ends its reader ends no more than that.
  const reading = await lanesOf({ actors, ...(options.date !== undefined && { date: options.date }) }, effects);
  const door = readingDoor(db, effects);
  const services = await servicesOf({ reading, door, db, effects });
  const { server, settled } = assistanceOf(services, (what, error) => void err.write(failureLine(what, messageOf(error))).catch(() => {}));

  const tooLong = {
    jsonrpc: "2.0",
    id: null,
    error: { code: -32600, message: `a message is more than ${megabytes(most)}: send the article alone, or its address` },
  };
  const lines = messageLines(stdin, most, () => out.write(`${JSON.stringify(tooLong)}\n`));
  const input = Readable.from(lines, { objectMode: false });
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      out.write(chunk.toString("utf8")).then(() => done(), done);
    },
  });
  const ended = new Promise<void>((resolve, reject) => {
    input.once("end", resolve);
    input.once("error", reject);
    // Nobody reads any more.
    output.once("error", () => resolve());
  });
  await server.connect(new StdioServerTransport(input, output));
  await ended;
  // What was asked before the end is still answered; the last answer is written a turn after its tool has ended.
  await turn();
  await settled();
  await turn();
  await new Promise<void>((resolve) => output.end(resolve));
  await server.close();
  await Promise.all([reading.close(), door.close()]);
  return 0;
}
