// Who may ask: refuses foreign Host headers (DNS rebinding), writes from other sites, and, where there is a token, whoever lacks it.
import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { Refusal } from "./refusal.ts";

export interface Binding {
  /** As the user gave it: a name or an address. */
  readonly host: string;
  /** Names of this machine, for a server that others reach. */
  readonly names: readonly string[];
  readonly token: string | null;
}

export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));

/**
 * A name in Host that is not ours is refused: a page that points its own name at this machine would come by that.
 * An address cannot be pointed elsewhere, so a server that others reach takes all of them.
 */
export function hostGuard({ host, names }: Binding): MiddlewareHandler {
  const own = new Set([host, ...names].map((name) => name.toLowerCase()));
  return async (c, next) => {
    const asked = nameIn(c.req.header("host"));
    const known = asked !== null && (isLoopback(asked) || (!isLoopback(host) && (own.has(asked) || isIP(asked) !== 0)));
    if (!known)
      throw new Refusal(403, `the Host header names another server: ask by ${isLoopback(host) ? "127.0.0.1 or localhost" : host}`);
    await next();
  };
}

/** Lower case, without the port, or null where it is no host. */
function nameIn(header: string | undefined): string | null {
  const found = /^(?:\[([\da-f:.]+)\]|([^:[\]@/?#\\\s]+))(?::\d{1,5})?$/i.exec(header ?? "");
  return found ? (found[1] ?? found[2])!.toLowerCase() : null;
}

/** What changes something, or costs something, may be asked by our own page and by programs, not by the pages of others. */
export const siteGuard: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") {
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const foreign = site !== undefined && site !== "same-origin" && site !== "none";
    const own = [`http://${c.req.header("host")}`, `https://${c.req.header("host")}`];
    if (foreign || (origin !== undefined && !own.includes(origin.toLowerCase())))
      throw new Refusal(403, "a page of another site sent this: use readout's own page, or a program");
  }
  await next();
};

export const sessionPath = "/api/v1/session";
const open = new Set([sessionPath, "/healthz"]);
const cookie = "readout_token";

/** @param isPage true for the paths of the page's own files, which hold no secret and ask for the token */
export function tokenGuard({ token }: Binding, isPage: (path: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    if (token === null) return next();
    const asked = new URL(c.req.url);
    const inAddress = asked.searchParams.get("token");
    if (inAddress !== null && c.req.method === "GET") {
      if (!same(inAddress, token)) throw wrongToken();
      giveCookie(c, token);
      asked.searchParams.delete("token");
      // So that the token stays neither in the history nor in what is copied from the address bar.
      return c.redirect(asked.pathname.replace(/^\/+/, "/") + asked.search, 303);
    }
    const [scheme = "", bearer = ""] = (c.req.header("authorization") ?? "").split(" ");
    const known = (scheme.toLowerCase() === "bearer" && same(bearer, token)) || same(getCookie(c, cookie) ?? "", secretOf(token));
    if (!known && !open.has(c.req.path) && !isPage(c.req.path)) throw wrongToken();
    return next();
  };
}

/** @throws Refusal 401 for another token */
export function startSession(c: Context, given: string, { token }: Binding): void {
  if (token === null) return;
  if (!same(given, token)) throw wrongToken();
  giveCookie(c, token);
}

const giveCookie = (c: Context, token: string): void =>
  setCookie(c, cookie, secretOf(token), { httpOnly: true, sameSite: "Strict", path: "/" });

// The cookie holds a hash, since a token may have letters that no cookie may hold.
const secretOf = (token: string): string => createHash("sha256").update(`readout cookie ${token}`).digest("hex");

const wrongToken = () => new Refusal(401, "the token is missing or wrong: send Authorization: Bearer, with what --token says");

/** In a time that tells nothing of how much is right. */
function same(one: string, two: string): boolean {
  const [a, b] = [one, two].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a!, b!);
}
