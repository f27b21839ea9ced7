// What a request gives → documents, by the same reading as the command line's, or what is wrong with it.
import type { Document, Known } from "../document/types.ts";
import type { Given, Result, Source } from "../server/types.ts";
import type { Effects } from "./effects.ts";

/** Fetches where there is an address alone; src/document/ refuses those that are not public. */
async function documentOf(given: Given, effects: Pick<Effects, "readInputs">): Promise<Result<{ readonly document: Document }>> {
  const { text, html, pdf, url, id, date: _, ...told } = given;
  const content = text ?? html ?? (pdf === undefined ? undefined : Uint8Array.from(Buffer.from(pdf, "base64")));
  const known: Known = { ...told, ...(id !== undefined && { id }), ...(url !== undefined && { url }) };
  if (content === undefined) return fetched(url!, known, effects);
  const [{ readDocument }, { failureOf }] = await Promise.all([import("../document/document.ts"), import("../document/failure.ts")]);
  try {
    return {
      document: named(await readDocument(content, text !== undefined ? "text" : html !== undefined ? "html" : "pdf", known), known),
    };
  } catch (error) {
    return failureOf(error);
  }
}

async function fetched(url: string, known: Known, { readInputs }: Pick<Effects, "readInputs">): ReturnType<typeof documentOf> {
  // As URL writes it: whatever else a user may name by an input is not to be had from here.
  const address = new URL(url).href;
  if (!/^https?:\/\//.test(address)) return { failure: "is no web address: write it as https://…" };
  const inputs = readInputs([address], null)[Symbol.asyncIterator]();
  const first = await inputs.next();
  if (first.done) return { failure: "holds no article: check the address" };
  const second = await inputs.next();
  if (!second.done) {
    await inputs.return?.();
    return { failure: "holds many articles: give the address of one, or use readout add" };
  }
  const input = first.value;
  if ("failure" in input) return { failure: input.failure };
  const { id, title, publisher, published } = known;
  const dated = published === undefined ? undefined : ({ from: "given", confidence: 1 } as const);
  const told = { id, title, publisher, published, dated };
  return { document: { ...input.document, ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) } };
}

/** A text without a name of its own is named by its hash, so that no two on a shelf share one. */
const named = (document: Document, { id, url }: Known): Document =>
  id === undefined && url === undefined && document.url === null ? { ...document, id: document.sha256.slice(0, 12) } : document;

/** What a source is, read to a document. @throws nothing: a failure is told */
export async function documentIn(source: Source, effects: Pick<Effects, "readInputs">): Promise<Result<{ readonly document: Document }>> {
  if ("document" in source) return source;
  if ("given" in source) return documentOf(source.given, effects);
  const [{ readDocument }, { failureOf }] = await Promise.all([import("../document/document.ts"), import("../document/failure.ts")]);
  const { content, format, known } = source.line;
  return readDocument(content, format, known).then((document) => ({ document }), failureOf);
}

/** JSONL → what its lines give, or what is wrong, with their numbers from 1; each as soon as its line has come. */
export async function* sourcesOf(
  lines: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly number: number } & Result<{ readonly source: Source }>> {
  const { readLines } = await import("../document/lines.ts");
  for await (const { number, ...read } of readLines(lines, "line"))
    yield "failure" in read ? { number, failure: read.failure } : { number, source: { line: read.content } };
}
