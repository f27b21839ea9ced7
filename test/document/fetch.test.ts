// Fetching from real servers on this machine that behave badly, and what is refused before a connection comes about.
import { lookup } from "node:dns";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isPublic } from "../../src/document/addresses.ts";
import { fetchChanged, fetchContent } from "../../src/document/fetch.ts";
import { get } from "../../src/document/get.ts";
import { visitLimits, visitsOf } from "../../src/document/visits.ts";
import { type Paths, redirect, type Site, send, siteOf } from "./sites.ts";

vi.mock("node:dns", async (original) => {
  const dns = await original<typeof import("node:dns")>();
  return { ...dns, lookup: vi.fn(dns.lookup) };
});

const sites: Site[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});
async function serve(paths: Paths): Promise<Site> {
  const site = await siteOf(paths);
  sites.push(site);
  return site;
}

const privately = { allowPrivate: true };
const failureOf = (fetching: Promise<unknown>): Promise<string> =>
  fetching.then(
    () => "was read",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("an address within a private network", () => {
  const refused = /^UnreadableError: is an address within a private network/;

  it("should be refused in every notation, without a request", async () => {
    const site = await serve({ "/": send("secret") });
    const hosts = ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"];
    hosts.push(
      "[::ffff:7f00:1]",
      "[64:ff9b::7f00:1]",
      "[2002:7f00:1::]",
      "0.0.0.0",
      "[::]",
      "127.0.0.1.",
      "①②⑦.0.0.1",
      "ｌｏｃａｌｈｏｓｔ",
    );
    for (const host of hosts) expect(await failureOf(fetchContent(`http://${host}:${site.port}/`, { get })), host).toMatch(refused);
    expect(site.asked).toEqual([]);
  });

  it("should be told from a public one", () => {
    const closed = [
      "10.1.2.3",
      "172.31.255.255",
      "192.168.0.1",
      "169.254.169.254",
      "100.64.0.1",
      "224.0.0.1",
      "255.255.255.255",
      "198.18.0.1",
    ];
    closed.push(
      "fe80::1",
      "fd00:ec2::254",
      "ff02::1",
      "::ffff:10.0.0.1",
      "2001:db8::1",
      "fe80::1%eth0",
      "::ffff:0:127.0.0.1",
      "::127.0.0.1",
      "100::1",
      "5f00::1",
    );
    expect(closed.filter(isPublic)).toEqual([]);
    expect(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"].every(isPublic)).toBe(true);
  });

  it("should be refused where a redirect leads there", async () => {
    const site = await serve({ "/": send("secret") });
    const outside = async (url: URL, asked: Parameters<typeof get>[1]) =>
      url.hostname === "news.example"
        ? { status: 302, headers: { location: `${site.url}/` }, body: (async function* () {})() }
        : get(url, asked);
    expect(await failureOf(fetchContent("https://news.example/", { get: outside }))).toMatch(refused);
    expect(site.asked).toEqual([]);
  });

  it("should be refused where a name is given another address at the moment of connecting", async () => {
    const site = await serve({ "/": send("secret") });
    const answers = [
      [{ address: "127.0.0.1", family: 4 }],
      [
        { address: "93.184.215.14", family: 4 },
        { address: "10.0.0.1", family: 4 },
      ],
    ];
    for (const answer of answers) {
      vi.mocked(lookup).mockImplementationOnce(((_: string, __: object, done: (error: null, found: unknown) => void) =>
        done(null, answer)) as never);
      expect(await failureOf(fetchContent(`http://rebound.example:${site.port}/`, { get }))).toMatch(refused);
    }
    expect(site.asked).toEqual([]);
  });

  it("should be read where the user permits it", async () => {
    const site = await serve({ "/": send("open") });
    const { bytes } = await fetchContent(`${site.url}/`, { get }, privately);
    expect(Buffer.from(bytes).toString()).toBe("open");
  });
});

describe("a bad answer", () => {
  it("should be one failure each", async () => {
    const bomb = gzipSync(Buffer.alloc(200e6, 97));
    const site = await serve({
      "/loop": redirect("/loop"),
      "/file": redirect("file:///etc/passwd"),
      "/missing": (_, response) => response.writeHead(404).end(),
      "/broken": (_, response) => response.writeHead(500).end("x".repeat(1e6)),
      "/busy": (_, response) => response.writeHead(429).end(),
      "/film": send("x", "video/mp4"),
      "/bomb": send(bomb, "text/html", { "content-encoding": "gzip" }),
      "/twice": send(gzipSync(bomb), "text/html", { "content-encoding": "gzip, gzip" }),
      "/false": send("not packed", "text/html", { "content-encoding": "gzip" }),
      "/endless": (_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const more = () => {
          while (response.write(Buffer.alloc(1e6, 97)));
        };
        response.on("drain", more);
        more();
      },
      "/cut": (_, response) => {
        response.writeHead(200, { "content-type": "text/html", "content-length": "1000" });
        response.write("half");
        setTimeout(() => response.destroy(), 20);
      },
      "/noise": (request) => void request.socket.end("this is not HTTP\r\n\r\n"),
    });
    const wanted: Record<string, RegExp> = {
      "/loop": /leads on more than 5 times/,
      "/file": /leads to a file: address/,
      "/missing": /HTTP 404: check the address/,
      "/broken": /HTTP 500: try again later/,
      "/busy": /HTTP 429: try again later/,
      "/film": /is video\/mp4, not a page/,
      "/bomb": /is more than 10 MB/,
      "/twice": /is packed as gzip, gzip/,
      "/false": /is not a whole gzip file/,
      "/endless": /is more than 10 MB/,
      "/cut": /cannot be reached/,
      "/noise": /cannot be reached/,
    };
    for (const [path, words] of Object.entries(wanted))
      expect(await failureOf(fetchContent(site.url + path, { get }, privately)), path).toMatch(words);
    expect(site.asked.filter((path) => path === "/loop")).toHaveLength(6);
  });

  it("should be given up where it takes too long, however it drips", async () => {
    vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
      const end = new AbortController();
      setTimeout(() => end.abort(), 300);
      return end.signal;
    });
    const site = await serve({
      "/silent": () => {},
      "/drip": (_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const timer = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(timer));
      },
    });
    for (const path of ["/silent", "/drip"])
      expect(await failureOf(fetchContent(site.url + path, { get }, privately)), path).toMatch(/gave no whole answer in 20 seconds/);
    vi.restoreAllMocks();
  });
});

describe("a conditional request", () => {
  it("should be answered by null where nothing has changed", async () => {
    const site = await serve({
      "/feed": (request, response) =>
        request.headers["if-none-match"] === '"1"'
          ? response.writeHead(304).end()
          : response
              .writeHead(200, { "content-type": "text/xml", etag: '"1"', "last-modified": "Fri, 15 Aug 2025 10:00:00 GMT" })
              .end("<rss/>"),
    });
    const first = await fetchChanged(`${site.url}/feed`, { get }, privately);
    expect(first!.version).toEqual({ etag: '"1"', modified: "Fri, 15 Aug 2025 10:00:00 GMT" });
    expect(await fetchChanged(`${site.url}/feed`, { get }, { ...privately, since: first!.version })).toBeNull();
    expect(await fetchChanged(`${site.url}/feed`, { get }, { ...privately, since: { etag: '"0"' } })).not.toBeNull();
  });
});

describe("a visit", () => {
  /** A network in which robots.txt says this, and a clock that only sleeping moves. */
  function world(robots: { status: number; text?: string }) {
    const slept: number[] = [];
    const asked: string[] = [];
    let time = 0;
    const effects = {
      now: () => time,
      async sleep(milliseconds: number) {
        slept.push(milliseconds);
        time += milliseconds;
      },
      async get(url: URL) {
        asked.push(url.pathname);
        const body = (async function* () {
          yield Buffer.from(robots.text ?? "");
        })();
        return { status: robots.status, headers: { "content-type": "text/plain" }, body };
      },
    };
    return { visits: visitsOf(effects), slept, asked };
  }
  const allowed = (visits: ReturnType<typeof visitsOf>, url: string) => failureOf(visits.allowed(new URL(url), null));

  it("should keep robots.txt, which is asked for once, and wait as long as it says", async () => {
    const text = "User-agent: *\nDisallow: /\n\nUser-agent: readout\nDisallow: /private\nCrawl-delay: 4\n";
    const { visits, slept, asked } = world({ status: 200, text });
    expect(await allowed(visits, "https://n.example/news/1")).toBe("was read");
    expect(await allowed(visits, "https://n.example/private/1")).toMatch(/may not be fetched by programs, says robots.txt of n.example/);
    expect(await allowed(visits, "https://n.example/news/2")).toBe("was read");
    expect(asked).toEqual(["/robots.txt"]);
    expect(slept).toEqual([visitLimits.delay, 4000]);
  });

  it("should take a missing robots.txt as leave, a failing one as none for now", async () => {
    expect(await allowed(world({ status: 404 }).visits, "https://n.example/1")).toBe("was read");
    expect(await allowed(world({ status: 503 }).visits, "https://n.example/1")).toMatch(
      /since robots.txt of n.example was refused with HTTP 503: try again later/,
    );
  });

  it("should wait for the same host only", async () => {
    const { visits, slept } = world({ status: 404 });
    for (const url of ["https://a.example/", "https://b.example/", "https://a.example/2"]) await visits.turn(new URL(url), null);
    await visits.turn(new URL("https://a.example/3"), new URL("https://a.example/2"));
    expect(slept).toEqual([visitLimits.delay]);
  });
});
