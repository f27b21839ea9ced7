// Bytes or text in one format + what is known of them → Document. The entry to this stage; fetches nothing.
import { createHash } from "node:crypto";
import { isoDate } from "./dates.ts";
import { decodeBytes } from "./decode.ts";
import { kindOf } from "./facts.ts";
import { megabytes, UnreadableError } from "./failure.ts";
import { readHtml } from "./html.ts";
import { languageOf } from "./language.ts";
import { readPdf } from "./pdf.ts";
import { plainFacts } from "./plain.ts";
import type { Content, Document, DocumentKind, Known } from "./types.ts";

export type DocumentFormat = "text" | "html" | "pdf";

/** In bytes, or in characters of what is text already. One article never comes near. */
export const largest: Readonly<Record<DocumentFormat, number>> = { text: 20e6, html: 10e6, pdf: 100e6 };

/** What the content itself states; null where it does not. */
interface Stated {
  readonly text: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly kind: DocumentKind;
}

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
  const stated = await state(content, format, known.url ?? null, charset);
  const { otherwise = {} } = known;
  const declared = known.language?.slice(0, 2).toLowerCase();
  return {
    id: known.id ?? known.url ?? stated.url ?? "document",
    url: known.url ?? stated.url,
    title: known.title ?? stated.title ?? otherwise.title ?? null,
    byline: stated.byline,
    publisher: known.publisher ?? stated.publisher ?? otherwise.publisher ?? null,
    published: dated(known.published) ?? stated.published ?? dated(otherwise.published),
    language: declared ?? (await languageOf(stated.text, stated.language)),
    text: stated.text,
    sha256: createHash("sha256").update(stated.text, "utf8").digest("hex"),
    kind: stated.kind,
    extra: known.extra ?? {},
  };
}

const dated = (date: string | undefined): string | null => (date === undefined ? null : isoDate(date));

async function state(content: Content, format: DocumentFormat, url: string | null, charset: string | undefined): Promise<Stated> {
  if (format === "pdf") {
    if (typeof content === "string") throw new UnreadableError("is text, not a PDF: give the file's bytes");
    const { title, text } = await readPdf(content);
    return { ...statedByText(text), ...(title && { title }) };
  }
  const text = typeof content === "string" ? content : decodeBytes(content, charset);
  if (format === "text") return statedByText(text);
  const article = readHtml(text, url);
  if (article.text === "")
    throw new UnreadableError("holds no article that can be told from the rest of the page: save its text in a .txt file");
  return article;
}

function statedByText(text: string): Stated {
  const facts = plainFacts(text);
  return { ...facts, text, language: null, kind: kindOf([], null, facts.url, facts.title) };
}
