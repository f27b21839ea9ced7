// Plain text, or what another format was found to state, + what is known of it → Document. Runs in Node and in a browser: the hash is handed in.
import { type DateSource, datedBy } from "./dated.ts";
import { isoDate } from "./dates.ts";
import { kindOf } from "./kinds.ts";
import { languageOf } from "./language.ts";
import { plainFacts } from "./plain.ts";
import type { Document, DocumentKind, Known } from "./types.ts";

/** What the content itself states; null where it does not. */
export interface Stated {
  readonly text: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** When it was published, as a page states it. */
  readonly dates?: Partial<Record<DateSource, string | null>>;
  /** Lines where its date may stand. */
  readonly lines: readonly string[];
  readonly language: string | null;
  readonly kind: DocumentKind;
}

/** A text in UTF-8 → its SHA-256, hexadecimal. */
export type Hash = (text: string) => string | Promise<string>;

export function statedByText(text: string): Stated {
  const facts = plainFacts(text);
  return { ...facts, text, language: null, kind: kindOf([], null, facts.url, facts.title) };
}

/** What `known` names overrules what the content states. */
export async function documentOf(stated: Stated, known: Known, hash: Hash): Promise<Document> {
  const { otherwise = {} } = known;
  const url = known.url ?? stated.url;
  const dated = datedBy({
    stated: { ...stated.dates, given: isoOf(known.published), feed: isoOf(otherwise.published) },
    address: url,
    lines: stated.lines,
    text: stated.text,
    file: known.file,
  });
  const declared = known.language?.slice(0, 2).toLowerCase();
  return {
    id: known.id ?? known.url ?? stated.url ?? "document",
    url,
    title: known.title ?? stated.title ?? otherwise.title ?? null,
    byline: stated.byline,
    publisher: known.publisher ?? stated.publisher ?? otherwise.publisher ?? null,
    published: dated?.iso ?? null,
    dated: dated && { from: dated.from, confidence: dated.confidence },
    language: declared ?? (await languageOf(stated.text, stated.language)),
    text: stated.text,
    sha256: await hash(stated.text),
    kind: stated.kind,
    extra: known.extra ?? {},
  };
}

const isoOf = (date: string | undefined): string | null => (date === undefined ? null : isoDate(date));
