// A case → what it breaks of what is promised, by the program itself in this process: one reader in this thread, one with two workers, a shelf in a temporary folder.
import { createHash } from "node:crypto";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "csv-parse/sync";
import { loadDictionary } from "../src/actors/load.ts";
import { withFiles } from "../src/actors/own.ts";
import { codingOf } from "../src/cli/coding.ts";
import { correctFrom } from "../src/cli/correct-from.ts";
import { type Effects, processEffects } from "../src/cli/effects.ts";
import { UsageError } from "../src/cli/errors.ts";
import { layoutOf } from "../src/cli/formats.ts";
import { readFrames } from "../src/cli/frames.ts";
import { mcp } from "../src/cli/mcp.ts";
import type { Format } from "../src/cli/options.ts";
import { readingHere } from "../src/cli/reading.ts";
import { served } from "../src/cli/served.ts";
import { servicesOf } from "../src/cli/services.ts";
import { openDoor } from "../src/cli/shelf-door.ts";
import { worker } from "../src/cli/worker.ts";
import { readDocument } from "../src/document/document.ts";
import type { Bytes, Effects as InputEffects } from "../src/document/effects.ts";
import { UnreadableError } from "../src/document/failure.ts";
import { type Input, readInputs } from "../src/document/inputs.ts";
import type { Document } from "../src/document/types.ts";
import { pathOf } from "../src/path.ts";
import { gazetteerOf } from "../src/places/gazetteer.ts";
import { openReader, type Reader } from "../src/read.ts";
import { writeJsonl } from "../src/record/jsonl.ts";
import type { ReadoutRecord } from "../src/record/types.ts";
import { faultsOf } from "../src/record/validate.ts";
import { appOf } from "../src/server/app.ts";
import { parquetRows } from "../src/store/parquet.ts";
import type { Shelf } from "../src/store/types.ts";
import { kept } from "./kept.ts";
import type { Request as Asked } from "./models/asked.ts";
import type { Case, Subject } from "./types.ts";

/** Beside which every document is read a second time. */
const neighbours = [
  "France and Germany met in Geneva on Monday. “We will not give up our land,” Zelenskyy said.\n\nMoscow demanded that Kyiv withdraw.",
  "Protests.",
];
/** Characters of a document, and documents of a case, beyond which only the reading of the file is looked into. */
const most = { length: 6000, documents: 3 };
const formats: Readonly<Record<Format, true>> = {
  page: true,
  json: true,
  jsonl: true,
  plover: true,
  csv: true,
  cameo: true,
  markdown: true,
};
/** Says that the fault is the program's, where it is the input's. */
const ours = /made Readout fail|fault of readout|report it as a defect|undefined|\[object|cannot read prop/i;

const said = (failure: string): string | null =>
  ours.test(failure) ? `is told as our fault: ${failure}` : failure.includes(": ") ? null : `is told without what to do: ${failure}`;

/** In pieces of `size` bytes, as pipes and discs give them. */
async function* inPieces(bytes: Uint8Array, size: number): Bytes {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const collect = async <T>(all: AsyncIterable<T>): Promise<T[]> => {
  const got: T[] = [];
  for await (const each of all) got.push(each);
  return got;
};

export async function openSubject(): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), "readout-fuzz-"));
  const [reader, pool] = await Promise.all([openReader({ threads: 0 }), openReader({ threads: 2 })]);
  const beside = await Promise.all(neighbours.map((text) => readDocument(text, "text", { id: "beside", language: "en" })));
  const program = processEffects();
  const db = join(folder, "kept.duckdb");
  // One for each part that keeps it open: a file has one holder at a time.
  const [corrected, assisted] = [join(folder, "corrected.duckdb"), join(folder, "assisted.duckdb")];
  const first = await program.openShelf(db, "write");
  await first.addAll(kept);
  await first.close();
  await Promise.all([corrected, assisted].map((copy) => copyFile(db, copy)));
  const shelf = await program.openShelf(corrected, "write");
  const door = await openDoor(db, async (path, access) => served(await program.openShelf(path, access)));
  const effects: Effects = { ...program, openReader: async () => lent(reader) };
  const coding = await codingOf([], undefined, effects);
  const services = await servicesOf({ reading: readingHere(coding, { readInputs: async function* () {} }), door, db, effects });
  const page = join(folder, "page");
  await mkdir(page);
  await writeFile(join(page, "index.html"), "<!doctype html><title>Readout</title>");
  const fallen: unknown[] = [];
  const app = appOf(services, {
    binding: { host: "127.0.0.1", names: [], token: null },
    page,
    places: 4,
    onFault: (what, error) => fallen.push(`${what}: ${error}`),
  });
  const stray = (error: unknown): void => void fallen.push(error);
  process.on("unhandledRejection", stray);
  const ourDictionary = loadDictionary();
  const nowhere = gazetteerOf(new Uint8Array());

  /** Nothing is fetched: an address answers with a page, or not at all. */
  const inputs = (given: Case, size: number, path: string): InputEffects => ({
    stat: async () => ({ kind: "file", size: given.bytes.length, place: path }),
    readdir: async () => [],
    open: () => inPieces(given.bytes, size),
    stdin: () => inPieces(given.bytes, size),
    get: async ({ href }) => {
      if (href.length % 2 === 0) throw new UnreadableError("cannot be reached: try again later");
      return { status: 200, headers: { "content-type": "text/html" }, body: inPieces(Buffer.from("<p>Iran met Oman.</p>"), 1000) };
    },
    parquetRows: async function* () {
      try {
        yield* parquetRows(path);
      } catch (error) {
        throw error instanceof Error && error.name === "ShelfError" ? new UnreadableError(error.message) : error;
      }
    },
    now: () => 0,
    sleep: async () => {},
  });

  async function file(given: Case): Promise<string | null> {
    const path = join(folder, given.name);
    if (given.name.endsWith(".parquet")) await writeFile(path, given.bytes);
    const found = await collect(readInputs([path], {}, inputs(given, 65_536, path)));
    const again = given.bytes.length < 20_000 ? await collect(readInputs([path], {}, inputs(given, 7, path))) : found;
    // Of what stands before a fault in a gzip stream Node gives as much as came before the piece with the fault: another fault may be met there first.
    const told = (all: readonly Input[]): readonly unknown[] =>
      given.name.endsWith(".gz") ? all.slice(-1).map((last) => ("failure" in last ? "a failure" : last)) : all;
    if (!isDeepStrictEqual(told(found), told(again))) return "is another input where it comes in pieces of 7 bytes";
    if (found.length === 0) return "gives neither a document nor a failure";
    for (const [at, input] of found.entries()) {
      const fault =
        "failure" in input ? said(input.failure) : (asGiven(given, input) ?? (at < most.documents ? await document(input.document) : null));
      if (fault !== null) return `${input.input.replace(path, given.name)}: ${fault}`;
    }
    return null;
  }

  /** Plain text is what it was. */
  function asGiven(given: Case, { document }: Extract<Input, { document: Document }>): string | null {
    if (given.name !== "a.txt") return null;
    const text = Buffer.from(given.bytes).toString("utf8");
    if (!Buffer.from(text).equals(given.bytes) || /^\ufeff|\0|charset|[\x80-\x9f\ufffd]/.test(text)) return null;
    return document.text === text ? null : `document.text is not the input: ${JSON.stringify(document.text.slice(0, 80))}`;
  }

  async function document(document: Document): Promise<string | null> {
    if (document.text.length > most.length) return null;
    const foreign = await coding.code({ ...document, text: "" });
    if ("failure" in foreign) return said(foreign.failure);
    const record = await reader.read(document);
    const jsonl = writeJsonl(record);
    const [fault] = faultsOf(record);
    if (fault !== undefined) return `breaks the contract: ${fault}`;
    if (record.document.text !== document.text) return "record.document.text is not the document's";
    if (!isDeepStrictEqual(JSON.parse(jsonl).document.extra ?? {}, JSON.parse(JSON.stringify(document.extra))))
      return "document.extra is not what was given";
    if (writeJsonl(await reader.read(document)) !== jsonl) return "gives other bytes the second time";
    const [, here] = await Promise.all([pool.read(beside[0]!), pool.read(document), pool.read(beside[1]!)]);
    if (writeJsonl(here!) !== jsonl) {
      const alone = await pool.read(document);
      return `gives other bytes ${writeJsonl(alone) === jsonl ? "beside other documents" : "with two workers"}`;
    }
    return written(record);
  }

  /** What each writer makes of it: no control character reaches a terminal, JSON is JSON. */
  function written(record: ReadoutRecord): string | null {
    for (const format of Object.keys(formats) as Format[]) {
      const text = layoutOf(format, { out: { isTerminal: false, columns: 80, write: async () => {} }, env: {} }).write(record);
      if (/^(?:json|plover|jsonl)$/.test(format))
        for (const line of format === "json" ? [text] : text.split("\n").filter(Boolean)) JSON.parse(line);
      if (/^(?:page|markdown)$/.test(format) && /[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]/.test(text))
        return `writes control characters --as ${format}`;
      if (format === "markdown" && /<script|<img|\]\(\s*javascript:/i.test(text.replace(/\\[<\]]/g, "")))
        return "writes markup --as markdown";
      if (format === "csv" && (parse(text) as string[][]).flat().some((cell) => /^[=+@-]/.test(cell) && Number.isNaN(Number(cell))))
        return "writes a formula --as csv";
    }
    return null;
  }

  async function dictionary({ bytes }: Case): Promise<string | null> {
    const text = Buffer.from(bytes).toString("utf8");
    const told: string[] = [];
    const merged = withFiles(ourDictionary, [{ name: "own", text }], ({ line, message }) => {
      if (line !== null && (line < 1 || line > text.split("\n").length + 1)) told.push(`line ${line} is not there`);
      told.push(...[said(message)].filter((fault) => fault !== null));
    });
    if (told.length > 0) return told[0]!;
    const path = pathOf({ engine: reader.engine, tagger: reader.tagger, dictionary: merged, places: () => nowhere });
    const read = await path(
      await readDocument("Amina Diallo met Putin and the police of Kabul on Monday. RG attacked Ukraine.", "text", {
        id: "own",
        language: "en",
      }),
    );
    const [fault] = faultsOf(read);
    return fault === undefined ? null : `breaks the contract with this dictionary: ${fault}`;
  }

  async function corrections({ bytes }: Case): Promise<string | null> {
    const out: string[] = [];
    const to = { isTerminal: false, columns: null, write: async (text: string) => void out.push(text) };
    const given: Effects = {
      ...effects,
      ...{ out: to, err: to, env: { USER: "fuzz" } },
      readText: async () => Buffer.from(bytes).toString("utf8"),
      openShelf: async () => ({ ...bound(shelf), close: async () => {} }),
    };
    const code = await correctFrom({ from: "given.jsonl", db }, given);
    if (code !== 0 && code !== 1) return `ends with ${code}`;
    const fault = out.find((line) => ours.test(line));
    if (fault !== undefined) return `is told as our fault: ${fault}`;
    for (const { document } of kept) {
      const { key } = await shelf.article(document.sha256);
      const [broken] = faultsOf(await shelf.recordOf(key));
      if (broken !== undefined) return `the record on the shelf breaks the contract: ${broken}`;
    }
    const { groups } = await shelf.ask({ name: "count", sql: "SELECT count(*), count(DISTINCT id) FROM events", params: {} });
    const [[row]] = (await collect(groups)) as [[number[]]];
    return row[0] === row[1] ? null : "an id stands twice among the events";
  }

  async function request({ bytes }: Case): Promise<string | null> {
    const { method, path, headers, body } = JSON.parse(Buffer.from(bytes).toString("utf8")) as Asked;
    const bare = method === "GET" || method === "HEAD";
    const answer = await app.request(`http://127.0.0.1:7777${path}`, {
      method,
      headers: { host: "127.0.0.1:7777", ...headers },
      ...(!bare && body !== null && { body }),
    });
    const text = await answer.text();
    if (fallen.length > 0) return `fell: ${String(fallen.splice(0)[0])}`;
    if (answer.status >= 500 && answer.status !== 503) return `is answered with ${answer.status}: ${text.slice(0, 200)}`;
    if (answer.headers.get("x-content-type-options") !== "nosniff") return "is answered without nosniff";
    const type = answer.headers.get("content-type") ?? "";
    if (answer.status >= 400 && method !== "HEAD") {
      if (!type.startsWith("application/json")) return `is refused as ${type}`;
      const { error } = JSON.parse(text) as { error?: { message?: string; hint?: string } };
      return error?.message && error.hint ? said(`${error.message}: ${error.hint}`) : `is refused without words: ${text.slice(0, 200)}`;
    }
    if (method === "POST" && path === "/api/v1/read" && answer.status === 200) {
      const [fault] = faultsOf(JSON.parse(text) as ReadoutRecord);
      return fault === undefined ? null : `breaks the contract: ${fault}`;
    }
    return null;
  }

  async function messages({ bytes }: Case): Promise<string | null> {
    const out: string[] = [];
    const err: string[] = [];
    const sink = (to: string[]) => ({ isTerminal: false, columns: null, write: async (text: string) => void to.push(text) });
    const code = await mcp({ db: assisted }, { ...effects, stdin: inPieces(bytes, 50), out: sink(out), err: sink(err) });
    if (code !== 0) return `ends with ${code}`;
    if (err.length > 0) return `says on standard error: ${err[0]}`;
    for (const line of out.join("").split("\n").filter(Boolean)) {
      const { jsonrpc, result } = JSON.parse(line) as { jsonrpc: string; result?: { isError?: boolean; content?: { text: string }[] } };
      if (jsonrpc !== "2.0") return `answers what is no message: ${line.slice(0, 200)}`;
      const words = result?.isError ? (result.content?.[0]?.text ?? "") : "";
      if (/fault of readout|made Readout fail/.test(words)) return `is told as our fault: ${words}`;
    }
    return null;
  }

  async function frames({ bytes }: Case): Promise<string | null> {
    const out: Buffer[] = [];
    const to = { isTerminal: false, columns: null, write: async (text: string) => void out.push(Buffer.from(text)) };
    let wrong = false;
    try {
      await worker({ threads: "0" }, { ...effects, stdin: inPieces(bytes, 50), out: to, err: to });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      wrong = true;
    }
    const [first, ...answers] = (await collect(readFrames(inPieces(Buffer.concat(out), 1000), 1e9))).map((frame) =>
      JSON.parse(Buffer.from(frame.bytes!).toString("utf8")),
    );
    if (!Number.isInteger(first?.protocol)) return "does not begin with its protocol";
    for (const answer of answers) {
      const fault =
        "error" in answer
          ? said(answer.error)
          : "skipped" in answer
            ? null
            : (faultsOf("record" in answer ? answer.record : answer)[0] ?? null);
      if (fault !== null) return `answers ${fault}`;
    }
    if (wrong) return null;
    const asked = (await collect(readFrames(inPieces(bytes, 1000), 1e9))).length;
    return answers.length === asked ? null : `has ${answers.length} answers for ${asked} frames`;
  }

  const parts: Readonly<Record<Case["target"], (given: Case) => Promise<string | null>>> = {
    file,
    dictionary,
    corrections,
    request,
    messages,
    frames,
  };
  return {
    async check(given) {
      try {
        const fault = await parts[given.target](given);
        // What is rejected and not caught is told a turn later.
        await new Promise((resolve) => setImmediate(resolve));
        const [fell] = fallen.splice(0);
        return fault ?? (fell === undefined ? null : `something fell that nobody caught: ${fell instanceof Error ? fell.stack : fell}`);
      } catch (error) {
        return `throws ${error instanceof Error ? error.stack?.split("\n").slice(0, 6).join("\n") : String(error)}`;
      }
    },
    async close() {
      process.off("unhandledRejection", stray);
      await Promise.all([reader.close(), pool.close(), coding.close(), door.close(), shelf.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A reader that its borrower cannot close. */
const lent = (reader: Reader): Reader => ({ ...reader, close: async () => {} });

/** A shelf whose methods can be taken from it. */
const bound = (shelf: Shelf): Shelf =>
  Object.fromEntries(
    Object.entries(shelf).map(([name, value]) => [name, typeof value === "function" ? value.bind(shelf) : value]),
  ) as unknown as Shelf;

/** Names a case in files and logs. */
export const nameOf = ({ target, name, bytes }: Case): string =>
  `${target}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}-${name}`;
