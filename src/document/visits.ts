// Politeness towards sites: robots.txt is kept, and each host is asked no more than once a second, or as seldom as it wants.
import { isIP } from "node:net";
import robotsModule from "robots-parser";
import { isPublic } from "./addresses.ts";
import type { Effects } from "./effects.ts";
import { UnreadableError } from "./failure.ts";
import { fetchContent } from "./fetch.ts";
import { userAgent } from "./get.ts";

// Its types speak of a default export, but it is the function itself.
const robotsParser = robotsModule as unknown as (typeof robotsModule)["default"];

export interface Visits {
  /** Waits until the host may be asked again; not where the same host has just led there. @param from null for what no redirect led to */
  turn(url: URL, from: URL | null): Promise<void>;
  /** The same for what nobody named but a program found. @throws UnreadableError where robots.txt forbids it, or cannot be had */
  allowed(url: URL, from: URL | null): Promise<void>;
}

export const visitLimits = { delay: 1000, longestDelay: 30_000, robotsKept: 24 * 3600_000, robotsBytes: 500_000, hosts: 10_000 } as const;

interface Rules {
  readonly until: number;
  readonly robots: Promise<Robots>;
}

/** A failure is the message of the error that every page of the site then meets. */
type Robots = { readonly allows: (url: string) => boolean; readonly delay: number } | { readonly failure: string };

export function visitsOf(effects: Pick<Effects, "get" | "now" | "sleep">, allowPrivate = false): Visits {
  const rules = new Map<string, Rules>();
  const next = new Map<string, number>();

  async function turn(url: URL, from: URL | null, delay: number = visitLimits.delay): Promise<void> {
    if (url.host === from?.host) return;
    // A server on this machine or in this house, named by its number, needs no sparing.
    const host = url.hostname.replace(/^\[|\]$/g, "");
    if (host === "localhost" || (isIP(host) && !isPublic(host))) return;
    const now = effects.now();
    const at = Math.max(now, next.get(url.host) ?? 0);
    keep(next, url.host, at + delay);
    if (at > now) await effects.sleep(at - now);
  }

  async function robotsOf(url: URL): Promise<Robots> {
    const known = rules.get(url.origin);
    if (known && known.until > effects.now()) return known.robots;
    const robots = fetchRobots(url);
    keep(rules, url.origin, { until: effects.now() + visitLimits.robotsKept, robots });
    const found = await robots;
    // A site that was down is asked again with its next page.
    if ("failure" in found) rules.delete(url.origin);
    return found;
  }

  async function fetchRobots(url: URL): Promise<Robots> {
    const address = `${url.origin}/robots.txt`;
    try {
      const { bytes } = await fetchContent(address, effects, {
        allowPrivate,
        accept: "text/plain,*/*;q=0.5",
        limit: () => visitLimits.robotsBytes,
        before: (at, from) => turn(at, from),
      });
      const parsed = robotsParser(address, Buffer.from(bytes).toString("utf8"));
      const wanted = parsed.getCrawlDelay(userAgent) ?? 0;
      return {
        allows: (page) => parsed.isAllowed(page, userAgent) !== false,
        delay: Math.min(Math.max(wanted * 1000, visitLimits.delay), visitLimits.longestDelay),
      };
    } catch (error) {
      // RFC 9309: what is not there forbids nothing, a server that fails forbids all.
      if (error instanceof UnreadableError && !error.again) return { allows: () => true, delay: visitLimits.delay };
      return { failure: `cannot be fetched, since robots.txt of ${url.host} ${(error as Error).message.split(":")[0]}: try again later` };
    }
  }

  return {
    turn: (url, from) => turn(url, from),
    async allowed(url, from) {
      const robots = await robotsOf(url);
      if ("failure" in robots) throw new UnreadableError(robots.failure, true);
      if (!robots.allows(url.href))
        throw new UnreadableError(`may not be fetched by programs, says robots.txt of ${url.host}: save the page and give the file`);
      await turn(url, from, robots.delay);
    },
  };
}

/** The oldest goes where there are too many. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > visitLimits.hosts) map.delete(map.keys().next().value!);
}
