// Bytes or text in one format + what is known of them → Document. The entry to this stage; fetches nothing.
import { createHash } from "node:crypto";
import { TooLongError, within } from "../within.ts";
import { readPdfApart } from "./apart.ts";
import { decodeBytes } from "./decode.ts";
import { megabytes, UnreadableError } from "./failure.ts";
import { documentOf, type Stated, statedByText } from "./text.ts";
import type { Content, Document, Known } from "./types.ts";

export type DocumentFormat = "text" | "html" | "pdf";

/** In bytes, or in characters of what is text already. One article never comes near. */
export const largest: Readonly<Record<DocumentFormat, number>> = { text: 20e6, html: 10e6, pdf: 100e6 };

/**
 * Reads one article. What `known` names overrules what the content states.
 * @param charset of bytes, where the sender named one
 * @returns plain text exactly as decoded; of HTML and PDF the article, paragraphs parted by a blank line
 * @throws UnreadableError "what is wrong: what to do" for content that is too large, not of that format, or without an article
 */
export async function readDocument(content: Content, format: DocumentFormat, known: Known, charset?: string): Promise<Document> {
  if (content.length > largest[format]) {
    throw new UnreadableError(
      `is ${megabytes(content.length)} of ${format}, more than ${megabytes(largest[format])}: save the article alone, or cut it`,
    );
  }
  return documentOf(await state(content, format, known.url ?? null, charset), known, sha256);
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

async function state(content: Content, format: DocumentFormat, url: string | null, charset: string | undefined): Promise<Stated> {
  if (format === "pdf") {
    if (typeof content === "string") throw new UnreadableError("is text, not a PDF: give the file's bytes");
    const { title, text } = await readPdfApart(content);
    return { ...statedByText(text), ...(title && { title }) };
  }
  const text = typeof content === "string" ? content : decodeBytes(content, charset);
  if (format === "text") return inTime(() => statedByText(text));
  // Loaded for pages alone: the parser takes longer to load than a text to be read.
  const { leftIn, readHtml } = await import("./html.ts");
  const article = inTime(() => readHtml(text, url));
  if (article.text === "")
    throw new UnreadableError(
      `holds no article that can be told from the rest of the page (${leftIn(text, article.title)}): save its text in a .txt file`,
    );
  return article;
}

/** Seconds of work that a page may take; the largest of real ones take two. */
const longest = 20;

function inTime<T>(work: () => T): T {
  try {
    return within(longest, work);
  } catch (error) {
    if (error instanceof TooLongError) throw new UnreadableError(`takes more than ${longest} seconds to read: save the article alone`);
    throw error;
  }
}
