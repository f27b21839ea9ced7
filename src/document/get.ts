// One GET by Node, without following redirects, to public addresses only unless asked otherwise. The only file that opens connections.
import { lookup } from "node:dns";
import { isIP } from "node:net";
import type { Agent } from "undici";
import { isPublic } from "./addresses.ts";
import type { Answer, Asked } from "./effects.ts";
import { UnreadableError } from "./failure.ts";

/** @throws UnreadableError for an address within a private network, an error with a `code` where no connection comes about */
export async function get(url: URL, { signal, headers, allowPrivate }: Asked): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // Node looks no number up, so that it is checked here; URL has brought octal, hexadecimal and the like into their usual form.
  if (!allowPrivate && isIP(host) && !isPublic(host)) throw notPublic();
  const { request } = await import("undici");
  const dispatcher = await (allowPrivate ? anyAgent() : publicAgent());
  const answer = await request(url, { method: "GET", signal, dispatcher, headers: { "user-agent": userAgent, ...headers } });
  const flat = Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]);
  return { status: answer.statusCode, headers: Object.fromEntries(flat), body: answer.body };
}

/** What sites see, and the name that their robots.txt may speak to. */
export const userAgent = "readout";

const notPublic = () =>
  new UnreadableError(
    "is an address within a private network: save the page and give the file, or add --allow-private if that server is meant",
  );

const connectTimeout = 10_000;

const publicAgent = once(async () => {
  const { Agent, buildConnector } = await import("undici");
  // Checked at the moment of connecting, so that a name cannot change its address between check and use.
  const connect = buildConnector({ timeout: connectTimeout, lookup: lookupPublic });
  return new Agent({
    connect(options, done) {
      connect(options, (error, socket) => {
        if (error) return done(error, null);
        if (isPublic(socket.remoteAddress ?? "")) return done(null, socket);
        socket.destroy();
        done(notPublic(), null);
      });
    },
  });
});

const anyAgent = once(async () => {
  const { Agent } = await import("undici");
  return new Agent({ connect: { timeout: connectTimeout } });
});

function once(make: () => Promise<Agent>): () => Promise<Agent> {
  let made: Promise<Agent> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

const lookupPublic: typeof lookup = ((
  host: string,
  options: object,
  done: (error: Error | null, address?: unknown, family?: number) => void,
) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error);
    if (found.length === 0 || !found.every(({ address }) => isPublic(address))) return done(notPublic());
    return "all" in options && options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family);
  });
}) as typeof lookup;
