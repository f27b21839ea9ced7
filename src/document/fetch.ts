// An http(s) address → the bytes behind it and what they are, within limits of size, time and redirects. The only file that fetches.
import { largest } from "./document.ts";
import type { Answer, Effects } from "./effects.ts";
import { UnreadableError } from "./failure.ts";
import { unpack, whole } from "./streams.ts";

export interface Fetched {
  readonly bytes: Uint8Array;
  /** After redirects. */
  readonly url: string;
  /** Without parameters, lower case; "" where the server names none. */
  readonly type: string;
  readonly charset: string | undefined;
}

export const fetchLimits = { milliseconds: 20_000, redirects: 5 } as const;

/** @throws UnreadableError where the address cannot be read */
export async function fetchContent(address: string, effects: Pick<Effects, "get">): Promise<Fetched> {
  const signal = AbortSignal.timeout(fetchLimits.milliseconds);
  try {
    let url = parse(address);
    for (let redirects = 0; ; redirects++) {
      const answer = await effects.get(url, signal);
      const location = answer.headers.location;
      if (!(answer.status >= 300 && answer.status < 400 && location)) return await contentOf(answer, url);
      if (redirects === fetchLimits.redirects)
        throw new UnreadableError(`leads on more than ${fetchLimits.redirects} times: give the last address`);
      await discard(answer);
      url = parse(location, url);
    }
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    if (signal.aborted)
      throw new UnreadableError(
        `gave no whole answer in ${fetchLimits.milliseconds / 1000} seconds: try again, or save the page and give the file`,
      );
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new UnreadableError(`cannot be reached${code}: check the address and the connection`);
  }
}

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

async function contentOf(answer: Answer, url: URL): Promise<Fetched> {
  if (answer.status !== 200) {
    await discard(answer);
    const advice =
      answer.status === 404 || answer.status === 410 ? "check the address" : "open it in a browser, save the page and give the file";
    throw new UnreadableError(`was refused with HTTP ${answer.status}: ${advice}`);
  }
  const packed = answer.headers["content-encoding"]?.toLowerCase();
  const body = packed === "gzip" || packed === "br" ? unpack(answer.body, packed) : answer.body;
  const [type = "", ...parameters] = (answer.headers["content-type"] ?? "").toLowerCase().split(";");
  const limit = type.trim() === "application/pdf" ? largest.pdf : largest.html;
  return {
    bytes: await whole(body, limit),
    url: url.href,
    type: type.trim(),
    charset: parameters.map((parameter) => /^\s*charset="?([\w-]+)/.exec(parameter)?.[1]).find((charset) => charset !== undefined),
  };
}

const discard = async (answer: Answer): Promise<void> => void (await answer.body[Symbol.asyncIterator]().return?.());
