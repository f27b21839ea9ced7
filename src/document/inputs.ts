// Inputs of the command line (files, folders, addresses, "-") → Documents, or what is wrong with an input, in input order.
import { basename, join } from "node:path";
import { refuseBinary } from "./decode.ts";
import { type DocumentFormat, largest, readDocument } from "./document.ts";
import { type Bytes, type Effects, nodeEffects } from "./effects.ts";
import { megabytes, UnreadableError } from "./failure.ts";
import { fetchContent } from "./fetch.ts";
import { readLines } from "./lines.ts";
import { peek, unpack, whole } from "./streams.ts";
import type { Content, Document, Known } from "./types.ts";

/** `failure` is "what is wrong: what to do"; the CLI puts the input's name before it. */
export type Input = { readonly input: string; readonly document: Document } | { readonly input: string; readonly failure: string };

export type InputFormat = DocumentFormat | "jsonl";

export interface InputOptions {
  /** What standard input, and files whose extension tells nothing, hold. */
  readonly input?: InputFormat;
}

const extensions: Readonly<Record<string, InputFormat>> = {
  ".txt": "text",
  ".md": "text",
  ".html": "html",
  ".htm": "html",
  ".pdf": "pdf",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
};
const known = Object.keys(extensions).join(", ");
const deepestFolder = 32;

/** A bad input gives its failure and the rest goes on; nothing is thrown. */
export async function* readInputs(
  args: readonly string[],
  options: InputOptions = {},
  effects: Effects = nodeEffects,
): AsyncGenerator<Input> {
  for (const input of args) {
    try {
      if (input === "-") yield* readStream(input, "stdin", effects.stdin(), options.input ?? null);
      else if (/^[a-z][a-z0-9+.-]+:\/\//i.test(input)) yield await readAddress(input, effects);
      else yield* readPath(input, options, effects);
    } catch (error) {
      yield { input, failure: failureOf(error) };
    }
  }
}

async function* readPath(path: string, options: InputOptions, effects: Effects): AsyncGenerator<Input> {
  const { kind, size, place } = await effects.stat(path);
  if (kind === "other") throw new UnreadableError("is neither a file nor a folder: give a file, or pipe it in as -");
  if (kind === "folder") return yield* readFolder(path, place, options, effects);
  const format = formatOf(path) ?? options.input ?? null;
  if (format === null)
    throw new UnreadableError(
      `has an extension that is not known (${known}, each also .gz): rename it, or add --input text|html|pdf|jsonl`,
    );
  const packed = /\.gz$/i.test(path);
  if (!packed && format !== "jsonl" && size > largest[format]) {
    throw new UnreadableError(
      `is ${megabytes(size)} of ${format}, more than ${megabytes(largest[format])}: save the article alone, or cut it`,
    );
  }
  const bytes = effects.open(path);
  yield* readStream(path, nameOf(path), packed ? unpack(bytes, "gzip") : bytes, format);
}

async function* readFolder(folder: string, place: string, options: InputOptions, effects: Effects): AsyncGenerator<Input> {
  let found = false;
  /** @param within the places of the folder and of all that it is in */
  const visit = async function* (path: string, within: readonly string[]): AsyncGenerator<Input> {
    if (within.length > deepestFolder) throw new UnreadableError(`is more than ${deepestFolder} folders deep: give this folder itself`);
    for (const name of [...(await effects.readdir(path))].sort(byCodeUnit)) {
      const inner = join(path, name);
      if (name.startsWith(".")) continue;
      try {
        const { kind, place } = await effects.stat(inner);
        if (kind === "folder" && within.includes(place)) throw new UnreadableError("is a link to a folder that it is in: remove the link");
        if (kind === "folder") yield* visit(inner, [...within, place]);
        else if (formatOf(name)) {
          found = true;
          yield* readPath(inner, options, effects);
        }
      } catch (error) {
        found = true;
        yield { input: inner, failure: failureOf(error) };
      }
    }
  };
  yield* visit(folder, [place]);
  if (!found) throw new UnreadableError(`holds no file that can be read (${known}, each also .gz): check the folder`);
}

// Not by locale: the order must be the same on every machine.
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @param format null where the content must tell */
async function* readStream(input: string, name: string, bytes: Bytes, format: InputFormat | null): AsyncGenerator<Input> {
  const { head, bytes: all } = await peek(bytes, 2000);
  if (head.length === 0) throw new UnreadableError("is empty: give a file with an article");
  const told = format ?? sniff(head);
  if (told !== "jsonl") return yield await readOne(input, { id: name }, await whole(all, largest[told]), told);
  refuseBinary(head);
  let any = false;
  for await (const line of readLines(all, name)) {
    any = true;
    const at = `${input}:${line.number}`;
    if ("failure" in line) yield { input: at, failure: line.failure };
    else yield await readOne(at, line.content.known, line.content.content, line.content.format, true);
  }
  if (!any) throw new UnreadableError('holds only blank lines: write one {"id": "…", "text": "…"} a line');
}

async function readAddress(input: string, effects: Effects): Promise<Input> {
  const { bytes, url, type, charset } = await fetchContent(input, effects);
  const format =
    type === "application/pdf"
      ? "pdf"
      : /html|xml/.test(type)
        ? "html"
        : type === "text/plain"
          ? "text"
          : type === ""
            ? sniff(bytes.subarray(0, 2000))
            : null;
  if (format === null || format === "jsonl") throw new UnreadableError(`is ${type || "JSONL"}, not a page: download it and give the file`);
  return readOne(input, { id: input, url }, bytes, format, false, charset);
}

/** @param mayBeEmpty a JSONL line with an empty text is a record to code as empty, an empty file is a mistake */
async function readOne(
  input: string,
  told: Known,
  content: Content,
  format: DocumentFormat,
  mayBeEmpty = false,
  charset?: string,
): Promise<Input> {
  try {
    const document = await readDocument(content, format, told, charset);
    if (!mayBeEmpty && document.text.trim() === "") throw new UnreadableError("is empty: give a file with an article");
    return { input, document };
  } catch (error) {
    return { input, failure: failureOf(error) };
  }
}

/** For content that has no name to tell by. */
function sniff(head: Uint8Array): InputFormat {
  const start = Buffer.from(head)
    .toString("latin1")
    .replace(/^(\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, "");
  if (start.startsWith("%PDF-")) return "pdf";
  if (/^\{\s*"/.test(start)) return "jsonl";
  return /^<(!doctype|html|head|body|meta|article|div|p|h1|!--|\?xml)\b/i.test(start) || /^<!--/.test(start) ? "html" : "text";
}

function formatOf(path: string): InputFormat | null {
  const extension = /\.[^./\\]+$/.exec(path.replace(/\.gz$/i, ""))?.[0].toLowerCase();
  return (extension !== undefined && extensions[extension]) || null;
}

/** "wire/talks.html.gz" → "talks" */
const nameOf = (path: string): string =>
  basename(path)
    .replace(/\.gz$/i, "")
    .replace(/(?<=.)\.[^.]+$/, "");

const failures: Readonly<Record<string, string>> = {
  ENOENT: "is not there: check the path",
  EACCES: "may not be read by you: change its permissions",
  EPERM: "may not be read by you: change its permissions",
  ENOTDIR: "is not there: check the path",
  ENAMETOOLONG: "is not there: check the path",
  ELOOP: "is a link to itself: give the file",
  EMFILE: "cannot be opened while so many files are open: give fewer inputs at once",
  EIO: "cannot be read from the disk: copy it elsewhere",
};

function failureOf(error: unknown): string {
  if (error instanceof UnreadableError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (failures[code]) return failures[code];
  if (/^[A-Z_]+$/.test(code)) return `cannot be read (${code}): check the file`;
  // A defect of ours must not cost the user the inputs after this one.
  return `made Readout fail (${String(error).split("\n")[0]}): report it as a defect, with this input`;
}
