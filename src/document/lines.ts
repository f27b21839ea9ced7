// A JSONL stream → one content for each line, with what the line says of it (CONTRACT.md), or what is wrong with the line.
import { isoDate } from "./dates.ts";
import { decodeBytes } from "./decode.ts";
import { largest } from "./document.ts";
import type { Bytes } from "./effects.ts";
import { megabytes, UnreadableError } from "./failure.ts";
import { asUtf8, linesOf } from "./streams.ts";
import type { Known } from "./types.ts";

export interface LineContent {
  readonly format: "text" | "html";
  readonly content: string;
  readonly known: Known;
  /** "what was passed over: what to do" */
  readonly note?: string;
}

/** What to say of a date of publication that is none, or null; the article is read without it. @param name where it stands */
export const dateNote = (name: string, value: string | undefined): string | null =>
  value === undefined || isoDate(value) !== null
    ? null
    : `has ${name} “${value.slice(0, 40)}”, which is no date, and is read without it: write YYYY-MM-DD`;

export type Line = { readonly number: number } & ({ readonly content: LineContent } | { readonly failure: string });

/** Blank lines are left out but counted. @param name stands in the ids of lines that have none: "name:7" */
export async function* readLines(bytes: Bytes, name: string): AsyncGenerator<Line> {
  const limit = largest.text + largest.html;
  for await (const { number, line } of linesOf(await asUtf8(bytes), limit)) {
    try {
      if (line === null) throw new UnreadableError(`is a line of more than ${megabytes(limit)}: cut its text`);
      const text = decodeBytes(line).trim();
      if (text !== "") yield { number, content: readLine(text, `${name}:${number}`) };
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      yield { number, failure: error.message };
    }
  }
}

/** @param id for a line that has none @throws UnreadableError "what is wrong: what to do" */
export function readLine(line: string, id: string): LineContent {
  const { text, html, id: given, title, url, published, publisher, language, ...extra } = parse(line);
  if (text != null && html != null) throw new UnreadableError('has both "text" and "html": keep one');
  const content = string("text", text) ?? string("html", html);
  if (content === undefined) throw new UnreadableError('has neither "text" nor "html": add one');
  const date = string("published", published);
  const note = dateNote("published", date);
  const known: { [key in keyof Known]: Known[key] | undefined } = {
    id: typeof given === "number" ? String(given) : (string("id", given) ?? id),
    title: string("title", title),
    url: string("url", url),
    published: note === null ? date : undefined,
    publisher: string("publisher", publisher),
    language: string("language", language),
    extra,
  };
  return {
    format: html == null ? "text" : "html",
    content,
    known: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    ...(note !== null && { note }),
  };
}

function parse(line: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UnreadableError("is not JSON: mend or delete the line");
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UnreadableError('is JSON but no object: write {"id": "…", "text": "…"}');
}

function string(name: string, value: unknown): string | undefined {
  if (value == null) return undefined;
  if (typeof value === "string") return value;
  throw new UnreadableError(`has a "${name}" that is no string: put it in quotation marks`);
}
