// `readout worker -`: framed articles on standard input → for each, in order, its record or what is wrong with it, for a program that keeps this one running.
import type { Document } from "../document/types.ts";
import { codingOf } from "./coding.ts";
import type { Effects } from "./effects.ts";
import { isModelError, messageOf, UsageError } from "./errors.ts";
import { type Frame, frameOf, readFrames } from "./frames.ts";
import { mapInOrder } from "./in-order.ts";

/** What the frames hold, and in which order; another number where a program that knows this one would misread it. */
const protocol = 2;

/** `skipped`: a record of a web archive that holds no article. `note` tells what was passed over in an article that is read. */
type Read =
  | { readonly document: Document; readonly note?: string | undefined }
  | { readonly id: string | null; readonly error: string }
  | { readonly skipped: string };

const threadsOf = (text: string): number => {
  if (!/^\d{1,2}$/.test(text)) throw new UsageError("--threads", `“${text}” is no number of threads: give a whole number from 0 to 99`);
  return Number(text);
};

/** @param actors paths of the user's dictionaries @throws UsageError for options and for a stream that is not framed */
export async function worker(options: Readonly<Record<string, string>>, effects: Effects, actors: readonly string[] = []): Promise<number> {
  const threads = options.threads === undefined ? effects.cores : threadsOf(options.threads);
  const openReader: Effects["openReader"] = (given) => effects.openReader({ ...given, threads });
  const coding = await codingOf(actors, options.date, { ...effects, openReader });
  const [{ writeJsonl }, { largest }] = await Promise.all([import("../record/jsonl.ts"), import("../document/document.ts")]);
  const most = largest.text + largest.html;

  async function answer(frame: Frame): Promise<string> {
    const read = await documentOf(frame, most);
    if (!("document" in read)) return JSON.stringify(read);
    try {
      const coded = await coding.code(read.document);
      if (!("record" in coded)) return JSON.stringify({ id: read.document.id, error: coded.failure });
      const record = writeJsonl(coded.record).trimEnd();
      return read.note === undefined ? record : `{"note":${JSON.stringify(read.note)},"record":${record}}`;
    } catch (error) {
      if (isModelError(error)) throw error;
      return JSON.stringify({ id: read.document.id, error: messageOf(error) });
    }
  }

  try {
    await effects.out.write(frameOf(JSON.stringify({ protocol, engine: await coding.engine() })));
    for await (const json of mapInOrder(readFrames(effects.stdin, most), 2 * Math.max(1, threads), answer))
      await effects.out.write(frameOf(json));
  } finally {
    await coding.close();
  }
  return 0;
}

async function documentOf({ number, bytes }: Frame, most: number): Promise<Read> {
  const [{ readLine }, { decodeBytes }, { readDocument }, { failureOf, megabytes }] = await Promise.all([
    import("../document/lines.ts"),
    import("../document/decode.ts"),
    import("../document/document.ts"),
    import("../document/failure.ts"),
  ]);
  if (bytes === null) return { id: null, error: `is more than ${megabytes(most)}: cut its text` };
  let id: string | null = null;
  try {
    const text = decodeBytes(bytes);
    const archived = archivedIn(text);
    if (archived !== null) {
      id = archived.id;
      return await pageOf(archived);
    }
    const { content, format, known, note } = readLine(text, String(number));
    id = known.id ?? null;
    return { document: await readDocument(content, format, known), note };
  } catch (error) {
    return { id, error: failureOf(error).failure };
  }
}

interface ArchivedRecord {
  readonly id: string;
  /** One record of a web archive, packed by gzip or not. */
  readonly warc: Buffer;
}

/** Null where it is something else. Told by its first key, so that articles are parsed once. */
function archivedIn(text: string): ArchivedRecord | null {
  if (!/^\s*\{\s*"warc"\s*:/.test(text)) return null;
  const { id, warc } = JSON.parse(text) as Record<string, unknown>;
  return typeof id === "string" && typeof warc === "string" ? { id, warc: Buffer.from(warc, "base64") } : null;
}

async function pageOf({ id, warc }: ArchivedRecord): Promise<Read> {
  const [{ readArchive }, { readOne }] = await Promise.all([import("../document/warc.ts"), import("../document/one.ts")]);
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield warc;
  }
  for await (const found of readArchive(whole(), id)) {
    if ("failure" in found) return { id, error: found.failure };
    const { page } = found;
    const input = await readOne(id, { ...page.known, id }, page.html, "html", { charset: page.charset });
    return "failure" in input ? { id, error: input.failure } : { document: input.document };
  }
  return { skipped: "is no HTML page that was answered with 200" };
}
