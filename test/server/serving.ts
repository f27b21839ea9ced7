// A real server on a free port, with a real shelf, and a reader that answers at once with records made by number. Real requests by node:http.

import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Coding } from "../../src/cli/coding.ts";
import type { Effects } from "../../src/cli/effects.ts";
import { type Reading, readingHere } from "../../src/cli/reading.ts";
import { served } from "../../src/cli/served.ts";
import { servicesOf } from "../../src/cli/services.ts";
import type { ShelvesApart } from "../../src/cli/shelf-apart.ts";
import { openDoor } from "../../src/cli/shelf-door.ts";
import type { Document } from "../../src/document/types.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { appOf } from "../../src/server/app.ts";
import { listen } from "../../src/server/listen.ts";
import { batchPath } from "../../src/server/reading.ts";
import { openShelf } from "../../src/store/shelf.ts";
import type { Why } from "../../src/why/types.ts";
import { CASES } from "../record/cases.ts";
import { recordOf, telling, temporary } from "../store/records.ts";

export const articles = [1, 2, 3, 4, 5].map((n) => recordOf(n));

export interface Settings {
  readonly host?: string;
  readonly token?: string;
  readonly names?: readonly string[];
  readonly page?: string;
  readonly places?: number;
  readonly waiting?: number;
  /** Milliseconds that a client may let the server wait. */
  readonly patience?: number;
  /** Instead of a reader that answers at once. */
  readonly reading?: Reading;
  /** Waited for before each answer. */
  readonly wait?: (document: Document) => Promise<void>;
  /** What an address leads to. */
  readonly readInputs?: Effects["readInputs"];
  /** Put on the shelf first. */
  readonly kept?: readonly ReadoutRecord[];
  readonly readOnly?: boolean;
  /** Instead of the shelf being used by the test's own thread. */
  readonly open?: ShelvesApart["open"];
}

const WHY: Why = {
  id: "e1",
  subject: "event",
  line: "",
  at: { start: 0, end: 1, words: "A", place: "¶1 s1 [0–1]" },
  triggers: [],
  voices: [],
  parts: [],
  rules: [],
  countries: [],
  evidence: [],
};

let shelves = 0;
let folder: string | null = null;

export async function serving(settings: Settings = {}) {
  folder ??= temporary();
  const db = join(folder, `${++shelves}.duckdb`);
  const here = async (path: string, access: "read" | "write") => served(await openShelf(path, access, telling));
  const made = await openDoor(db, settings.open ?? here);
  for (const record of settings.kept ?? [])
    await made.write((shelf) => shelf.add({ json: new TextEncoder().encode(JSON.stringify(record)) }));
  const door = { ...made, readOnly: settings.readOnly ?? false };
  const coding: Coding = {
    async code(document, day) {
      await settings.wait?.(document);
      if (document.language === "de") return { failure: "is in German, and only English is coded: give a translation" };
      const known = articles.find((each) => each.document.sha256 === document.sha256) ?? CASES.empty!;
      return { record: { ...known, document: { ...document, extra: day === undefined ? document.extra : { day } } } };
    },
    why: async (document, id) =>
      id === "e9" ? { failure: "has no e9: ask for another" } : { why: [{ ...WHY, id, line: document.text.slice(0, 10) }] },
    engine: async () => CASES.empty!.engine,
    close: async () => {},
  };
  const effects = {
    cores: 2,
    env: { USER: "tester" },
    readText: async () => "A meeting was held.",
    readInputs: settings.readInputs ?? async function* () {},
  } as unknown as Effects;
  const services = await servicesOf({ reading: settings.reading ?? readingHere(coding, effects), door, db, effects });
  const faults: unknown[] = [];
  const host = settings.host ?? "127.0.0.1";
  const patience = settings.patience === undefined ? {} : { patience: settings.patience };
  const app = appOf(services, {
    binding: { host, names: settings.names ?? [], token: settings.token ?? null },
    page: settings.page ?? "/nowhere",
    places: settings.places ?? 4,
    ...(settings.waiting !== undefined && { waiting: settings.waiting }),
    ...patience,
    onFault: (_, error) => faults.push(error),
  });
  // Always on this machine alone, whatever the guards are told.
  const { url, close } = await listen(app.fetch, { host: "127.0.0.1", port: 0, isLong: (path) => path === batchPath, ...patience });
  afterAll(async () => {
    await close();
    await door.close();
  });
  const ask = (path: string, asked: Asked = {}) => request(`${url}${path}`, asked);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(`/api/v1/${path}`, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });
  const get = (path: string) => ask(`/api/v1/${path}`);
  return { url, ask, get, post, faults, services, app };
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** By node:http, since fetch sets Host and Origin itself. */
export function request(url: string, { method = "GET", headers = {}, body }: Asked) {
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests find out.
  return new Promise<{ status: number; headers: Record<string, string | undefined>; text: string; json: any }>((resolve, reject) => {
    const sent = httpRequest(url, { method, headers, setHost: headers.host === undefined, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        let json: unknown = null;
        try {
          json = JSON.parse(text);
        } catch {}
        resolve({ status: answer.statusCode!, headers: answer.headers as Record<string, string | undefined>, text, json });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
