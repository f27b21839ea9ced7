// What reading inputs needs of the outside world, and how Node gives it. Tests pass fakes of the same shape.

import { lookup } from "node:dns";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { isPublic } from "./addresses.ts";
import { UnreadableError } from "./failure.ts";

export type Bytes = AsyncIterable<Uint8Array>;

export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Bytes;
}

export interface Effects {
  /** @returns links followed; `place` is the same for all names of one file or folder. @throws an error with a Node `code` such as ENOENT */
  stat(path: string): Promise<{ readonly kind: "file" | "folder" | "other"; readonly size: number; readonly place: string }>;
  /** Names in a folder, in any order. */
  readdir(path: string): Promise<readonly string[]>;
  open(path: string): Bytes;
  stdin(): Bytes;
  /** One GET without following redirects; must refuse addresses that are not public. */
  get(url: URL, signal: AbortSignal): Promise<Answer>;
}

export const nodeEffects: Effects = {
  async stat(path) {
    const found = await stat(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
    return { kind, size: found.size, place: `${found.dev}:${found.ino}` };
  },
  readdir: (path) => readdir(path),
  open: (path) => createReadStream(path, { highWaterMark: 1 << 20 }),
  stdin: () => process.stdin,
  get: (url, signal) =>
    new Promise((resolve, reject) => {
      const host = url.hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) && !isPublic(host)) return reject(notPublic());
      const request = url.protocol === "https:" ? httpsRequest : httpRequest;
      const headers = {
        "user-agent": "readout",
        accept: "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5",
        "accept-encoding": "gzip, br",
      };
      request(url, { signal, headers, lookup: lookupPublic }, (answer) => {
        const flat = Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]);
        resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(flat), body: answer });
      })
        .on("error", reject)
        .end();
    }),
};

const notPublic = () => new UnreadableError("is an address within a private network: save the page and give the file");

// Checked at the moment of connecting, so that a name cannot change its address between check and use.
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
