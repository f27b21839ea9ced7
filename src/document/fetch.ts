// An http(s) address → the bytes behind it and what they are, within limits of size, time and redirects. The only file that fetches.
import type { Answer, Effects } from "./effects.ts";
import { megabytes, UnreadableError } from "./failure.ts";
import { unpack } from "./streams.ts";

export interface Fetched {
  readonly bytes: Uint8Array;
  /** After redirects. */
  readonly url: string;
  /** Without parameters, lower case; "" where the server names none. */
  readonly type: string;
  readonly charset: string | undefined;
  readonly version: Version;
}

/** What a server calls the present state of an address: a later request that names it is answered only where it has changed. */
export interface Version {
  readonly etag?: string;
  /** HTTP date. */
  readonly modified?: string;
}

export interface Fetching {
  readonly allowPrivate?: boolean;
  /** Value of the Accept header. */
  readonly accept?: string;
  /** Most bytes, unpacked, by content type. */
  readonly limit?: (type: string) => number;
  /** Null is answered where this is still the present state. */
  readonly since?: Version;
  /**
   * Called before each request: waits, or throws an UnreadableError. Its time is not counted.
   * @param from the address that led there, null for the first
   */
  readonly before?: (url: URL, from: URL | null) => Promise<void>;
}

export const fetchLimits = { milliseconds: 20_000, redirects: 5, bytes: 10e6 } as const;

const pages = "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5";

/** @throws UnreadableError where the address cannot be read */
export async function fetchContent(
  address: string,
  effects: Pick<Effects, "get">,
  fetching: Omit<Fetching, "since"> = {},
): Promise<Fetched> {
  return (await fetchChanged(address, effects, fetching))!;
}

/** @returns null where the server says that nothing has changed since. @throws UnreadableError where the address cannot be read */
export async function fetchChanged(address: string, { get }: Pick<Effects, "get">, fetching: Fetching): Promise<Fetched | null> {
  const { allowPrivate = false, accept = pages, limit = () => fetchLimits.bytes, since = {}, before } = fetching;
  const headers = {
    accept,
    "accept-encoding": "gzip, br",
    ...(since.etag && { "if-none-match": since.etag }),
    ...(since.modified && { "if-modified-since": since.modified }),
  };
  let left: number = fetchLimits.milliseconds;
  let url = parse(address);
  let from: URL | null = null;
  for (let redirects = 0; ; redirects++) {
    await before?.(url, from);
    const began = performance.now();
    const signal = AbortSignal.timeout(Math.max(1, left));
    try {
      const answer = await get(url, { signal, headers, allowPrivate });
      const location = answer.headers.location;
      if (answer.status === 304 && (since.etag ?? since.modified)) {
        await discard(answer);
        return null;
      }
      if (!(answer.status >= 300 && answer.status < 400 && location)) return await contentOf(answer, url, limit);
      await discard(answer);
      if (redirects === fetchLimits.redirects)
        throw new UnreadableError(`leads on more than ${fetchLimits.redirects} times: give the last address`);
      from = url;
      url = parse(location, url);
    } catch (error) {
      throw unreadable(error, signal);
    }
    left -= Math.ceil(performance.now() - began);
  }
}

function unreadable(error: unknown, signal: AbortSignal): UnreadableError {
  if (error instanceof UnreadableError) return error;
  if (signal.aborted)
    return new UnreadableError(
      `gave no whole answer in ${fetchLimits.milliseconds / 1000} seconds: try again, or save the page and give the file`,
      true,
    );
  const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
  return new UnreadableError(`cannot be reached${code}: check the address and the connection`, true);
}

/** @throws UnreadableError for what is no http(s) address */
function parse(address: string, base?: URL): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new UnreadableError("is no web address: write it as https://…");
  }
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new UnreadableError(`leads to a ${url.protocol} address: only http and https are read`);
  return url;
}

async function contentOf(answer: Answer, url: URL, limit: (type: string) => number): Promise<Fetched> {
  const { status, headers } = answer;
  const refuse = async (message: string, again = false): Promise<never> => {
    await discard(answer);
    throw new UnreadableError(message, again);
  };
  if (status !== 200) {
    const later = status === 429 || status >= 500;
    const advice = status === 404 || status === 410 ? "check the address" : "open it in a browser, save the page and give the file";
    await refuse(`was refused with HTTP ${status}: ${later ? "try again later" : advice}`, later);
  }
  const [type = "", ...parameters] = (headers["content-type"] ?? "").toLowerCase().split(";");
  if (/^(image|audio|video|font)\//.test(type.trim())) await refuse(`is ${type.trim()}, not a page: download it and give the file`);
  const packed = headers["content-encoding"]?.toLowerCase().replace(/^x-/, "").trim() ?? "";
  if (!["", "identity", "gzip", "br"].includes(packed))
    await refuse(`is packed as ${packed.slice(0, 40)}, which was not asked for: save the page and give the file`);
  const most = limit(type.trim());
  // Packed bytes that unpack to nothing would never meet the limit of the unpacked ones.
  const body = upTo(answer.body, most);
  return {
    bytes: await collect(upTo(packed === "gzip" || packed === "br" ? unpack(body, packed) : body, most)),
    url: url.href,
    type: type.trim(),
    charset: parameters.map((parameter) => /^\s*charset="?([\w-]+)/.exec(parameter)?.[1]).find((charset) => charset !== undefined),
    version: { ...(headers.etag && { etag: headers.etag }), ...(headers["last-modified"] && { modified: headers["last-modified"] }) },
  };
}

async function* upTo(body: Answer["body"], most: number): Answer["body"] {
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most)
      throw new UnreadableError(`is more than ${megabytes(most)}, too large for one article: save the article alone, or cut it`);
    yield part;
  }
}

async function collect(body: Answer["body"]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

const discard = async (answer: Answer): Promise<void> => void (await answer.body[Symbol.asyncIterator]().return?.());
