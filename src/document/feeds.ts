// Feeds and what they link to: addresses and files of feeds → entries, entry → Input. Sites are visited politely.
import { largest } from "./document.ts";
import type { Effects } from "./effects.ts";
import { type Failure, failureOf, UnreadableError } from "./failure.ts";
import { type Entry, type Feed, largestFeed, readFeed } from "./feed.ts";
import { fetchChanged, fetchContent, type Version } from "./fetch.ts";
import { packingOf, sentFormat } from "./formats.ts";
import { type Input, readOne } from "./one.ts";
import { unpack, whole } from "./streams.ts";
import { type Visits, visitsOf } from "./visits.ts";

export interface FeedReader {
  /** @param name an address or a path @param since what the feed's server called it when it was last read; null is answered where it still is that */
  open(name: string, since?: Version): Promise<(Feed & { readonly version: Version }) | null | Failure>;
  /** The entry's article: as the feed carries it, or the page that it links to. */
  article(entry: Entry, feed: { readonly title: string | null }): Promise<Input>;
}

export const isAddress = (name: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(name);

const accept =
  "application/rss+xml,application/atom+xml,application/feed+json,text/x-opml,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5";

export function feedReader(effects: Effects, allowPrivate = false, visits: Visits = visitsOf(effects, allowPrivate)): FeedReader {
  async function page(link: string) {
    const fetched = await fetchContent(link, effects, { allowPrivate, limit: articleLimit, before: visits.allowed });
    const format = sentFormat(fetched.type, fetched.bytes.subarray(0, 2000));
    if (format !== "html" && format !== "text" && format !== "pdf")
      throw new UnreadableError(`is ${fetched.type || format}, not a page: download it and give the file`);
    return { ...fetched, format };
  }

  return {
    async open(name, since) {
      try {
        if (!isAddress(name)) {
          const packing = packingOf(name);
          const bytes = effects.open(name);
          return { ...readFeed(await whole(packing ? unpack(bytes, packing) : bytes, largestFeed), null), version: {} };
        }
        const limit = () => largestFeed;
        const fetched = await fetchChanged(name, effects, { allowPrivate, accept, limit, before: visits.turn, ...(since && { since }) });
        return fetched && { ...readFeed(fetched.bytes, fetched.url, fetched.charset), version: fetched.version };
      } catch (error) {
        return failureOf(error);
      }
    },
    async article({ key, link, title, published, full, summary }, feed) {
      const otherwise = {
        ...(title && { title }),
        ...(published && { published }),
        ...(feed.title && { publisher: feed.title }),
      };
      const html = full ?? (link === null ? summary : null);
      if (html !== null) {
        const known = { id: key, ...(link && { url: link }), otherwise };
        return readOne(key, known, wrap(html), "html");
      }
      if (link === null) return { input: key, failure: "has neither text nor link in the feed: look for it on the site" };
      try {
        const { bytes, url, format, charset } = await page(link);
        return await readOne(key, { id: key, url, otherwise }, bytes, format, { charset });
      } catch (error) {
        return { input: key, ...failureOf(error) };
      }
    },
  };
}

/** In bytes, unpacked. */
export const articleLimit = (type: string): number => (type === "application/pdf" ? largest.pdf : largest.html);

// A whole page around it, so that it is read as one.
const wrap = (html: string): string => `<!doctype html><html><body><article>${html}</article></body></html>`;
