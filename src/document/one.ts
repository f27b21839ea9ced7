// One article's content → an Input: its Document, or what is wrong with it. Nothing is thrown.
import { type DocumentFormat, readDocument } from "./document.ts";
import { type Failure, failureOf, UnreadableError } from "./failure.ts";
import type { Content, Document, Known } from "./types.ts";

/** `failure` is "what is wrong: what to do"; the CLI puts the input's name before it. `note` likewise tells what was passed over in an article that is read. */
export type Input =
  | { readonly input: string; readonly document: Document; readonly note?: string }
  | ({ readonly input: string } & Failure);

export interface Reading {
  /** A line of JSONL with an empty text is a record to code as empty, an empty file is a mistake. */
  readonly mayBeEmpty?: boolean;
  /** Of bytes, where the sender named one. */
  readonly charset?: string | undefined;
  /** What was passed over already. */
  readonly note?: string | undefined;
}

export async function readOne(
  input: string,
  told: Known,
  content: Content,
  format: DocumentFormat,
  { mayBeEmpty = false, charset, note }: Reading = {},
): Promise<Input> {
  try {
    const document = await readDocument(content, format, told, charset);
    if (!mayBeEmpty && document.text.trim() === "") throw new UnreadableError("is empty: give a file with an article");
    return { input, document, ...(note !== undefined && { note }) };
  } catch (error) {
    return { input, ...failureOf(error) };
  }
}
