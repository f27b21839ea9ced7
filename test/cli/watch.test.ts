// `readout watch` on real local servers that misbehave, with real shelves; the reader answers at once.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../../src/cli/main.ts";
import { nodeEffects } from "../../src/document/effects.ts";
import { feedReader } from "../../src/document/feeds.ts";
import { ShelfError } from "../../src/store/errors.ts";
import { openShelf } from "../../src/store/shelf.ts";
import { type Paths, redirect, type Site, send, siteOf } from "../document/sites.ts";
import { telling } from "../store/records.ts";
import { fake, run } from "./fakes.ts";

const sentence = "The envoys said on Tuesday that both delegations would meet again after the harvest to settle the border. ";
const page = (word: string): string =>
  `<html lang="en"><title>${word} talks</title><body><p>${word} ${sentence.repeat(3)}</p></body></html>`;
const rss = (...links: string[]): string =>
  `<rss version="2.0"><channel><title>C</title>${links.map((link) => `<item><title>T</title><link>${link}</link><pubDate>Fri, 15 Aug 2025 10:00:00 GMT</pubDate></item>`).join("")}</channel></rss>`;
/** A feed that answers 304 to who knows its present state. */
const feed =
  (text: () => string): Paths[string] =>
  (request, response) => {
    const etag = `"${Buffer.from(text()).toString("base64url")}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { "content-type": "application/rss+xml", etag }).end(text());
  };

let folder = "";
let db = "";
const sites: Site[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "readout-watch-"));
  db = join(folder, "s.duckdb");
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const site of sites.splice(0)) await site.close();
  rmSync(folder, { recursive: true, force: true });
});
async function serve(paths: Paths): Promise<Site> {
  const site = await siteOf(paths);
  sites.push(site);
  return site;
}

/** Watches, with each function called in the pause after a round; Ctrl-C comes in the pause after the last of them. */
async function watch(names: readonly string[], pauses: readonly (() => void)[] = [], options: readonly string[] = [], faults = 0) {
  const { effects, written, interrupt } = fake();
  let round = 0;
  let held = faults;
  const code = await main(["watch", ...names, "--db", db, "--allow-private", ...options], {
    ...effects,
    openFeeds: async (allowPrivate) => feedReader(nodeEffects, allowPrivate),
    openShelf: (path, access, to) => {
      if (held-- > 0) throw new ShelfError(path, "is held by another process: wait until it ends, or give another --db");
      return openShelf(path, access, telling, to);
    },
    readText: (path) => readFile(path, "utf8"),
    exists: async (path) => existsSync(path),
    async writeWhole(path, text) {
      await writeFile(`${path}.new`, text);
      await rename(`${path}.new`, path);
    },
    async sleep() {
      const pause = pauses[round++];
      if (pause) return pause();
      interrupt();
      // The process would end now.
      await new Promise(() => {});
    },
  });
  const site = sites[0];
  const tidy = (text: string) =>
    text
      .replaceAll(site?.url ?? "", "")
      .replaceAll(folder, "")
      .split("\n")
      .slice(0, -1);
  return { code, out: tidy(written.out), err: tidy(written.err) };
}

async function addresses(): Promise<string[]> {
  const shelf = await openShelf(db, "read", telling);
  try {
    const found: string[] = [];
    const answer = await shelf.ask({ name: "test", sql: "SELECT url FROM documents ORDER BY url", params: {} });
    for await (const rows of answer.groups) for (const [url] of rows) found.push(String(url).replace(/^https?:\/\/[^/]+/, ""));
    return found;
  } finally {
    await shelf.close();
  }
}

describe("a round", () => {
  it("should survive feeds that hang, drip, loop, lie, are malformed or fail, each one line", async () => {
    // The limit of 20 seconds, made short for those who wait for it.
    vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
      const end = new AbortController();
      setTimeout(() => end.abort(), 1500);
      return end.signal;
    });
    const site = await serve({
      "/good": feed(() => rss("/a", "/b")),
      "/a": send(page("Alpha")),
      "/b": send(page("Beta")),
      "/hang": () => {},
      "/drip": (_, response) => {
        response.writeHead(200, { "content-type": "application/rss+xml" });
        const timer = setInterval(() => response.write(" "), 50);
        response.on("close", () => clearInterval(timer));
      },
      "/loop": redirect("/loop"),
      "/picture": send("GIF89a", "image/gif"),
      "/page": send(page("Gamma"), "application/rss+xml"),
      "/torn": send("<rss version='2.0'><channel", "application/rss+xml"),
      "/fails": (_, response) => response.writeHead(500).end(),
      "/reset": (request) => void request.socket.destroy(),
    });
    const names = ["hang", "drip", "loop", "picture", "page", "torn", "fails", "reset", "good"].map((name) => `${site.url}/${name}`);
    const { code, out, err } = await watch(names, [], ["--once"]);
    const slow = "gave no whole answer in 20 seconds: try again, or save the page and give the file";
    expect(err).toEqual([
      `readout: /hang: ${slow}`,
      `readout: /drip: ${slow}`,
      "readout: /loop: leads on more than 5 times: give the last address",
      "readout: /picture: is image/gif, not a page: download it and give the file",
      "readout: /page: is a page, not a feed: look on the page for the address of its feed",
      expect.stringMatching(/^readout: \/torn: is no feed that can be read/),
      "readout: /fails: was refused with HTTP 500: try again later",
      expect.stringMatching(/^readout: \/reset: cannot be reached/),
    ]);
    expect({ code, out }).toEqual({ code: 1, out: ["/s.duckdb: 2 added, 0 as a new version, 0 there already, 8 failed"] });
    expect(await addresses()).toEqual(["/a", "/b"]);
  });

  it("should fetch nothing twice, in this run and in the next, and only what is new", async () => {
    let links = ["/a"];
    const site = await serve({
      "/feed": feed(() => rss(...links)),
      "/same": feed(() => rss(...links)),
      // The article's own address is another one than the feed's.
      "/a": redirect("/a/final"),
      "/a/final": send(page("Alpha")),
      "/b": send(page("Beta")),
    });
    const names = [`${site.url}/feed`, `${site.url}/same`, `${site.url}/feed`];
    const first = await watch(names, [
      () => {},
      () => {
        links = ["/b", "/a"];
      },
    ]);
    expect(first).toEqual({
      code: 130,
      err: [],
      out: [
        "/s.duckdb: 1 added, 0 as a new version, 0 there already, 0 failed",
        "/s.duckdb: 1 added, 0 as a new version, 0 there already, 0 failed",
      ],
    });
    const count = (path: string) => site.asked.filter((asked) => asked === path).length;
    expect(["/feed", "/same", "/a", "/a/final", "/b", "/robots.txt"].map(count)).toEqual([3, 3, 1, 1, 1, 1]);
    expect(await watch(names)).toEqual({ code: 130, err: [], out: [] });
    expect(["/feed", "/a", "/b"].map(count)).toEqual([4, 1, 1]);
    expect(JSON.parse(readFileSync(`${db}.watch.json`, "utf8")).feeds[`${site.url}/feed`].done).toHaveLength(2);
    // Without its memory it goes by the addresses on the shelf.
    for (const broken of [null, "no JSON"]) {
      if (broken === null) rmSync(`${db}.watch.json`);
      else writeFileSync(`${db}.watch.json`, broken);
      expect((await watch(names)).err).toEqual([]);
    }
    expect(count("/b")).toBe(1);
    expect(await addresses()).toEqual(["/a/final", "/b"]);
  });

  it("should begin anew where the shelf is gone", async () => {
    const site = await serve({ "/feed": feed(() => rss("/a")), "/a": send(page("Alpha")) });
    await watch([`${site.url}/feed`], [], ["--once"]);
    rmSync(db);
    expect((await watch([`${site.url}/feed`], [], ["--once"])).out).toEqual([
      "/s.duckdb: 1 added, 0 as a new version, 0 there already, 0 failed",
    ]);
  });

  it("should try what failed for a time again, though the feed has not changed, and what was refused not", async () => {
    let up = false;
    const site = await serve({
      "/feed": feed(() => rss("/late", "/gone", "/never")),
      "/late": (request, response) => (up ? send(page("Late"))!(request, response) : response.writeHead(503).end()),
      "/never": (_, response) => response.writeHead(502).end(),
    });
    const rounds = Array.from({ length: 7 }, (_, at) => () => {
      up = at >= 1;
    });
    const { err } = await watch([`${site.url}/feed`], rounds);
    const count = (path: string) => err.filter((line) => line.startsWith(`readout: ${path}:`)).length;
    expect(["/late", "/gone", "/never"].map(count)).toEqual([2, 1, 5]);
    expect(await addresses()).toEqual(["/late"]);
  });

  it("should read lists of feeds, and keep to the last one where a list cannot be had", async () => {
    let listed = true;
    const site = await serve({
      "/list": (request, response) =>
        listed
          ? send(
              `<opml version="2.0"><body><outline xmlUrl="${site.url}/feed"/><outline xmlUrl="${site.url}/list2"/></body></opml>`,
              "text/xml",
            )!(request, response)
          : response.writeHead(500).end(),
      "/list2": send(`<opml version="2.0"><body><outline xmlUrl="https://n.example/x"/></body></opml>`, "text/xml"),
      "/feed": feed(() => rss(...(listed ? ["/a"] : ["/a", "/b"]))),
      "/a": send(page("Alpha")),
      "/b": send(page("Beta")),
    });
    const saved = join(folder, "feeds.opml");
    writeFileSync(saved, `<opml version="2.0"><body><outline xmlUrl="${site.url}/feed"/></body></opml>`);
    const { err } = await watch(
      [`${site.url}/list`, saved],
      [
        () => {
          listed = false;
        },
      ],
    );
    expect(err).toEqual([
      "readout: /list2: is a list of feeds within a list: give it by itself",
      "readout: /list: was refused with HTTP 500: try again later",
      "readout: /list2: is a list of feeds within a list: give it by itself",
    ]);
    expect(await addresses()).toEqual(["/a", "/b"]);
  });

  it("should leave a shelf that another process holds to the next one", async () => {
    const site = await serve({ "/feed": feed(() => rss("/a")), "/a": send(page("Alpha")) });
    const { err } = await watch([`${site.url}/feed`], [() => {}], [], 1);
    expect(err).toEqual(["readout: /s.duckdb: is held by another process: wait until it ends, or give another --db"]);
    expect(await addresses()).toEqual(["/a"]);
  });
});

describe("the command", () => {
  it("should refuse wrong usage", async () => {
    expect(await run(["watch"])).toMatchObject({ code: 2, err: expect.stringMatching(/^readout: FEED: is missing: /) });
    for (const every of ["soon", "0s", "15", "8d", "1constructor", "constructor", "__proto__", `${"9".repeat(100_000)}s`])
      expect(await run(["watch", "x", "--every", every])).toMatchObject({
        code: 2,
        err: expect.stringMatching(/^readout: --every: “.*” is no time from 1s to 7d: /),
      });
  });

  it("should end with 130 on Ctrl-C, with the shelf free between rounds", async () => {
    const site = await serve({ "/feed": feed(() => rss("/a")), "/a": send(page("Alpha")) });
    const program = fileURLToPath(new URL("watch-program.ts", import.meta.url));
    const args = ["--import", "tsx", program, "watch", `${site.url}/feed`, "--db", db, "--allow-private", "--every", "1h"];
    const child: ChildProcess = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    const written = { out: "", err: "" };
    child.stderr!.setEncoding("utf8").on("data", (text) => {
      written.err += text;
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    await new Promise<void>((resolve) => {
      child.on("close", () => resolve());
      child.stdout!.setEncoding("utf8").on("data", (text) => {
        written.out += text;
        if (written.out.includes("1 added")) resolve();
      });
    });
    expect(written.err).toBe("");
    expect(await addresses()).toEqual(["/a"]);
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(written.err).toBe("");
  });
});
