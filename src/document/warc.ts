// A web archive (WARC, packed by gzip or not) → the HTML pages in its responses, and what is wrong with broken records.
import { AsyncIterReader, WARCParser } from "warcio";
import { largest } from "./document.ts";
import type { Bytes } from "./effects.ts";
import { megabytes, UnreadableError } from "./failure.ts";
import { unpackMembers } from "./members.ts";
import { recordsOf } from "./records.ts";
import { peek, unpack, whole } from "./streams.ts";
import type { Known } from "./types.ts";

export interface ArchivedPage {
  readonly html: Uint8Array;
  readonly charset: string | undefined;
  readonly known: Known;
}

/** Numbered by the record's place in the archive, from 1. */
export type Archived = { readonly number: number } & ({ readonly page: ArchivedPage } | { readonly failure: string });

// A response is its page and some headers, at times packed again in chunks.
const largestRecord = largest.html + 1e6;

/**
 * Records of other kinds, other statuses than 200 and other types than HTML are passed over in silence.
 * @param name stands in the ids: "name:7"
 * @throws UnreadableError for what is no web archive
 */
export async function* readArchive(bytes: Bytes, name: string): AsyncGenerator<Archived> {
  const { head, bytes: all } = await peek(bytes, 12);
  const packed = head[0] === 0x1f && head[1] === 0x8b;
  if (!packed && Buffer.from(head.subarray(0, 5)).toString("latin1") !== "WARC/")
    throw new UnreadableError("is no web archive: give a WARC file, or name another --input");
  const big = new Set<string>();
  const wanted = (header: string, length: number): boolean => {
    if (!/^warc-type:\s*response\s*$/im.test(header)) return false;
    if (length > largestRecord && /^content-type:\s*application\/http/im.test(header)) big.add(header);
    return length <= largestRecord;
  };
  for await (const record of recordsOf(packed ? unpackMembers(all) : all, wanted)) {
    const { number } = record;
    if ("broken" in record) yield { number, failure: `is a broken record, which ${record.broken}: fetch the archive again to have it` };
    else if (record.bytes !== null) {
      const page = await pageOf(record.bytes, `${name}:${number}`);
      if (page !== null) yield { number, ...page };
    } else if (big.size > 0) {
      big.clear();
      yield { number, failure: `is more than ${megabytes(largestRecord)}, too large for one article: save the article alone` };
    }
  }
}

async function pageOf(record: Uint8Array, id: string): Promise<{ page: ArchivedPage } | { failure: string } | null> {
  try {
    const parsed = await new WARCParser(new AsyncIterReader(slices(record), null)).parse();
    if (parsed === null || parsed.httpHeaders === null)
      throw new UnreadableError("holds no HTTP answer: fetch the archive again to have it");
    const { headers, statusCode } = parsed.httpHeaders;
    const type = headers.get("content-type") ?? "";
    if (Number(statusCode) !== 200 || !/^\s*(text\/html|application\/xhtml\+xml)\b/i.test(type)) return null;
    const url = parsed.warcTargetURI?.replace(/^<|>$/g, "");
    const date = parsed.warcDate;
    // warcio knows no brotli and hands it on as it is; some archives keep pages unpacked under the old header.
    const brotli = /^\s*br\s*$/i.test(headers.get("content-encoding") ?? "");
    const html = await whole(parsed.contentReader as AsyncIterable<Uint8Array>, largest.html);
    return {
      page: {
        html: brotli ? await whole(unpack(slices(html), "br"), largest.html).catch(() => html) : html,
        charset: /charset="?([\w-]+)/i.exec(type)?.[1],
        known: { id, ...(url && { url }), extra: date ? { fetched: date } : {} },
      },
    };
  } catch (error) {
    if (error instanceof UnreadableError) return { failure: error.message };
    return { failure: `is a broken record (${String((error as Error).message).split("\n")[0]}): fetch the archive again to have it` };
  }
}

// Small ones, since the unpacking of one slice is held whole.
async function* slices(bytes: Uint8Array): Bytes {
  for (let at = 0; at < bytes.length; at += 16_384) yield bytes.subarray(at, at + 16_384);
}
