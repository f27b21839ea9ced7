// The API over real HTTP: reading, batches, limits, the shelf's answers in each format, corrections, and its own description.
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import { beforeAll, describe, expect, it } from "vitest";
import type { Document } from "../../src/document/types.ts";
import { QUESTIONS } from "../../src/server/rows.ts";
import { articles, request, serving } from "./serving.ts";

type Server = Awaited<ReturnType<typeof serving>>;
// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what these tests find out.
type Json = any;
const [first, second] = articles as [(typeof articles)[0], (typeof articles)[0]];
const errorOf = ({ json }: { json: Json }) => `${json.error.message} | ${json.error.hint}`;

let server: Server;
beforeAll(async () => {
  server = await serving({ kept: articles.slice(0, 4) });
});

describe("POST /read", () => {
  it("answers the record, whatever the Content-Type is", async () => {
    const { status, headers, json } = await server.post("read", { text: first.document.text, title: "Harbour", publisher: "Herald" });
    expect([status, headers["content-type"]]).toEqual([200, "application/json"]);
    expect(json.events).toEqual(first.events);
    expect(json.document).toMatchObject({ id: first.document.sha256.slice(0, 12), title: "Harbour", publisher: "Herald" });
    const plain = await server.post("read", { text: first.document.text }, { "content-type": "application/x-www-form-urlencoded" });
    expect(plain.json.events).toEqual(first.events);
  });
  it("takes a page, a date, an id and an address", async () => {
    const html = `<html><head><title>Talks</title></head><body><article><h1>Talks</h1>${"<p>The ministers met in the harbour town and spoke for hours about the border, officials said on Monday.</p>".repeat(4)}</article></body></html>`;
    const { json } = await server.post("read", { html, url: "https://news.example/talks", date: "2025-08-16" });
    expect(json.document).toMatchObject({ id: "https://news.example/talks", title: "Talks", extra: { day: "2025-08-16" } });
    expect((await server.post("read", { text: "They met.", id: "mine" })).json.document.id).toBe("mine");
  });
  it("keeps nothing", async () => {
    const before = (await server.get("status")).json.documents;
    await server.post("read", { text: articles[4]!.document.text });
    expect((await server.get("status")).json.documents).toBe(before);
  });
  it.each([
    [{}, /needs one of/],
    [{ text: "a", html: "b" }, /needs one of/],
    [{ text: 1 }, /^text is wrong \(Invalid input, expected string, received number\) \| see/],
    [{ text: "a", dat: "x" }, /^there is no field dat \|/],
    [{ text: "a", date: "2025-02-30" }, /^date is no day \| write it as YYYY-MM-DD/],
    [{ url: "/etc/passwd" }, /no web address/],
    [{ url: "file:///etc/passwd" }, /no web address/],
    [{ url: "ftp://news.example/" }, /no web address/],
    [[], /^the body is wrong/],
    [null, /^the body is wrong/],
  ])("refuses %j with 400", async (body, words) => {
    const answer = await server.post("read", body);
    expect([answer.status, errorOf(answer)]).toEqual([400, expect.stringMatching(words)]);
  });
  it("refuses what is no JSON with 400, and what cannot be coded with 422", async () => {
    const broken = await server.ask("/api/v1/read", { method: "POST", body: "{text:" });
    expect([broken.status, errorOf(broken)]).toEqual([400, expect.stringContaining("not JSON")]);
    const german = "Die Minister trafen sich am Montag in Berlin und sprachen lange über die Grenze und über die Zölle der Union.";
    const answer = await server.post("read", { text: german });
    expect([answer.status, errorOf(answer)]).toEqual([422, "the article is in German, and only English is coded | give a translation"]);
  });
  it("refuses more than 10 MB with 413, told or not, and lives on", async () => {
    const body = JSON.stringify({ text: "a ".repeat(6 * 1024 * 1024) });
    const told = await server.ask("/api/v1/read", { method: "POST", body, headers: { "content-length": String(body.length) } });
    expect([told.status, errorOf(told)]).toEqual([413, expect.stringContaining("more than 10 MB")]);
    const streamed = await server.ask("/api/v1/read", { method: "POST", body, headers: { "transfer-encoding": "chunked" } });
    expect(streamed.status).toBe(413);
    expect((await server.ask("/healthz")).text).toBe("ok\n");
  });
  it("fetches an address by what it is handed, and by nothing else", async () => {
    const asked: unknown[] = [];
    const fetching = await serving({
      async *readInputs(names) {
        asked.push(names);
        if (names[0]!.includes("private")) yield { input: names[0]!, failure: "is an address within a private network: save the page" };
        else for (let n = 0; n < (names[0]!.includes("feed") ? 2 : 1); n++) yield { input: names[0]!, document: first.document };
      },
    });
    const { json } = await fetching.post("read", { url: "HTTPS://NEWS.example/a/../x", title: "Other" });
    expect(json.document).toMatchObject({ id: first.document.id, title: "Other" });
    expect(asked).toEqual([["https://news.example/x"]]);
    const refused = await fetching.post("read", { url: "http://private.example/" });
    expect([refused.status, errorOf(refused)]).toEqual([
      422,
      "http://private.example/ is an address within a private network | save the page",
    ]);
    expect((await fetching.post("read", { url: "http://feed.example/" })).json.error.message).toContain("many articles");
  });
  it("lets as many wait as it says, refuses the others with 503, and says when to come back", async () => {
    const gate = gateOf();
    const narrow = await serving({ places: 1, waiting: 2, wait: gate.wait });
    const slow = narrow.post("read", { text: "One." });
    await gate.arrived(1);
    expect((await narrow.get("status")).json.coding).toEqual({ done: 0, total: 1, what: "articles", sentences: null });
    const waiting = ["Two.", "Three."].map((text) => narrow.post("read", { text }));
    while ((await narrow.get("status")).json.coding.total < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const path of ["read", "documents"]) {
      const { status, headers, json } = await narrow.post(path, { text: "Four." });
      expect([status, Number(headers["retry-after"]) > 0, json.error.hint]).toEqual([503, true, "try again in a moment"]);
    }
    gate.open();
    for (const each of [slow, ...waiting]) expect((await each).status).toBe(200);
    expect((await narrow.post("read", { text: "Five." })).status).toBe(200);
    expect((await narrow.get("status")).json.coding).toBeNull();
  });
  it("reads what 200 ask for at once", async () => {
    const all = await Promise.all(Array.from({ length: 200 }, (_, n) => server.post("read", { text: `Number ${n}.` })));
    expect(all.map(({ status, json }) => [status, json.document?.text])).toEqual(all.map((_, n) => [200, `Number ${n}.`]));
  });
  it("reads short articles while a long one is read, and only one long one at a time", async () => {
    const gate = gateOf((document) => document.text.length > 200_000);
    const own = await serving({ places: 1, wait: gate.wait });
    const long = "They met again. ".repeat(15_000);
    const longs = [own.post("read", { text: `${long}1` }), own.post("read", { text: `${long}2` })];
    await gate.arrived(1);
    for (let n = 0; n < 5; n++) expect((await own.post("read", { text: `Short ${n}.` })).status).toBe(200);
    expect(gate.inside()).toBe(1);
    gate.open();
    for (const each of longs) expect((await each).status).toBe(200);
  });
});

/** Holds what is read until it is opened. */
function gateOf(holds: (document: Document) => boolean = () => true) {
  let [inside, open] = [0, () => {}];
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open,
    inside: () => inside,
    async wait(document: Document) {
      if (!holds(document)) return;
      inside++;
      await opened;
    },
    async arrived(many: number) {
      while (inside < many) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}

describe("POST /read/batch", () => {
  const line = (at: number) => JSON.stringify({ id: `n${at}`, text: articles[at]!.document.text });
  it("answers a line a line, in order, and names the bad ones", async () => {
    const body = [line(0), "{", "", line(1), '{"id": 1}'].join("\n");
    const { status, headers, text } = await server.ask("/api/v1/read/batch", { method: "POST", body });
    expect([status, headers["content-type"]]).toEqual([200, "application/x-ndjson; charset=utf-8"]);
    const lines = text
      .trimEnd()
      .split("\n")
      .map((each) => JSON.parse(each));
    expect(lines.map((each) => each.document?.id ?? [each.line, each.error])).toEqual([
      "n0",
      [2, expect.stringContaining("not JSON")],
      "n1",
      [5, expect.stringContaining('neither "text"')],
    ]);
    expect(lines[0].events).toEqual(first.events);
  });
  it("answers a line before the next one has come", async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), "127.0.0.1");
    let got = "";
    const until = (words: string) =>
      new Promise<void>((resolve) => {
        const look = () => (got.includes(words) ? resolve() : undefined);
        socket.on("data", look);
        look();
      });
    socket.setEncoding("utf8").on("data", (text) => {
      got += text;
    });
    const send = (text: string) => socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
    socket.write("POST /api/v1/read/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
    send(`${line(0)}\n`);
    await until('"id":"n0"');
    send(`${line(1)}\n`);
    await until('"id":"n1"');
    socket.write("0\r\n\r\n");
    await until("0\r\n\r\n");
    socket.destroy();
    expect(got).not.toContain('"error"');
  });
  it("holds no place while it is idle, however many do so, and is ended", async () => {
    const narrow = await serving({ places: 1, patience: 300 });
    const { port } = new URL(narrow.url);
    const open = Array.from({ length: 8 }, () => {
      const socket = connect(Number(port), "127.0.0.1");
      socket.write("POST /api/v1/read/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
      let got = "";
      socket.setEncoding("utf8").on("data", (text) => {
        got += text;
      });
      return new Promise<string>((resolve) => socket.on("close", () => resolve(got)));
    });
    expect((await narrow.post("read", { text: "x" })).status).toBe(200);
    for (const got of await Promise.all(open)) expect(got).toContain("nothing came for 1 seconds: send the rest in another batch");
  });
  it("is not ended while it waits for its answers", async () => {
    const gate = gateOf();
    const own = await serving({ patience: 100, wait: gate.wait });
    const { port } = new URL(own.url);
    const socket = connect(Number(port), "127.0.0.1");
    let got = "";
    socket.setEncoding("utf8").on("data", (text) => {
      got += text;
    });
    socket.write("POST /api/v1/read/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
    const text = `${line(0)}\n`;
    socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
    await gate.arrived(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(got).not.toContain("{");
    gate.open();
    while (!got.includes('"id":"n0"')) await new Promise((resolve) => setTimeout(resolve, 5));
    socket.destroy();
  });
  it("may be opened 64 times at once, and again when clients go away", async () => {
    const own = await serving({ places: 1 });
    const { port } = new URL(own.url);
    const sockets = Array.from({ length: 64 }, () => connect(Number(port), "127.0.0.1"));
    const text = `${line(0)}\n`;
    for (const socket of sockets)
      socket.write(
        `POST /api/v1/read/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`,
      );
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once("data", resolve))));
    const { status, headers } = await own.post("read/batch", "x");
    expect([status, headers["retry-after"]]).toEqual([503, "5"]);
    for (const socket of sockets) socket.destroy();
    while ((await own.post("read/batch", "x")).status === 503) await new Promise((resolve) => setTimeout(resolve, 10));
  });
});

describe("slow clients", () => {
  it("are dropped: who sends no whole request, who stops within one, who takes no answer", async () => {
    const own = await serving({ patience: 200, kept: articles });
    const { port } = new URL(own.url);
    const sent = (text: string, takes = true) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), "127.0.0.1");
        let got = "";
        if (takes)
          socket.setEncoding("utf8").on("data", (each) => {
            got += each;
          });
        socket.on("error", () => {});
        socket.on("close", () => resolve(got));
        socket.write(text);
      });
    const head = "POST /api/v1/read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n";
    const ends = await Promise.all([sent(""), sent("GET /healthz HTTP/1.1\r\nHost: lo"), sent(head), sent(`${head}{"text": "The`)]);
    expect(ends.slice(1).map((each) => each.slice(0, 12))).toEqual(["HTTP/1.1 408", "HTTP/1.1 408", "HTTP/1.1 408"]);
    expect((await own.ask("/healthz")).text).toBe("ok\n");
  });
});

describe("the shelf", () => {
  it.each(Object.keys(QUESTIONS))("GET /%s has rows of the columns that the schema has", async (name) => {
    const { status, json } = await server.get(name);
    expect([status, json.more]).toEqual([200, false]);
    const { schema } = QUESTIONS[name as keyof typeof QUESTIONS];
    const csv = (await server.get(`${name}?format=csv`)).text.split("\r\n")[0]!.split(",");
    expect(csv.sort()).toEqual(Object.keys(schema.shape).sort());
    for (const row of json.rows) schema.parse(row);
    if (!["corrections", "contradictions", "shifts"].includes(name)) expect(json.rows.length).toBeGreaterThan(0);
  });
  it("narrows by filters and limit, as the commands do", async () => {
    const all = (await server.get("events")).json.rows;
    const { json } = await server.get("events?actor=ukraine&min_confidence=0.3&since=2025-01-01&limit=2");
    expect(json.rows).toHaveLength(2);
    expect(json.more).toBe(true);
    for (const row of json.rows) {
      expect(row.confidence).toBeGreaterThanOrEqual(0.3);
      expect([...row.source, ...row.target, row.said_by].join()).toContain("Ukraine");
      expect(all).toContainEqual(row);
    }
    expect((await server.get("events?issue=no+such+words")).json).toEqual({ rows: [], more: false, undated: 0 });
    expect((await server.get(`events?type=${all[0].type}`)).json.rows.every((row: Json) => row.type === all[0].type)).toBe(true);
  });
  it("writes CSV and JSONL of the same rows", async () => {
    const rows = (await server.get("statements")).json.rows;
    const jsonl = await server.get("statements?format=jsonl");
    expect(
      jsonl.text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(rows);
    expect(jsonl.headers["readout-more"]).toBe("false");
    const csv = await server.get("statements?format=csv&limit=1");
    expect(csv.headers).toMatchObject({ "content-type": "text/csv; charset=utf-8", "readout-more": "true" });
    expect(csv.headers["content-disposition"]).toBe('attachment; filename="statements.csv"');
    expect(csv.text.split("\r\n")).toHaveLength(3);
  });
  it.each([
    ["events?actr=UKR", "there is no filter actr"],
    ["events?type=SMILE", "type is wrong"],
    ["events?since=yesterday", "since is no day"],
    ["events?since=2025-02-01&until=2025-01-01", "until 2025-01-01 is before since 2025-02-01"],
    ["events?min_confidence=2", "min_confidence is no share"],
    ["events?min_confidence=x", "min_confidence is no share"],
    ["events?limit=0", "limit is no number of rows"],
    ["events?limit=1.5", "limit is no number of rows"],
    ["events?actor=%20", "actor holds no word"],
    ["events?format=xml", "format is wrong"],
    ["documents?actor=UKR", "there is no filter actor"],
  ])("refuses GET /%s with 400", async (path, message) => {
    const { status, json } = await server.get(path);
    expect([status, json.error.message]).toEqual([400, expect.stringContaining(message)]);
  });
  it("lists its articles, newest first, found by all their words", async () => {
    const { json } = await server.get("documents");
    expect(json.rows.map((row: Json) => row.document)).toEqual(["article-4", "article-3", "article-2", "article-1"]);
    expect(json.rows[3]).toMatchObject({ id: "article-1", title: "Article 1", events: 3, url: first.document.url });
    const found = async (q: string) => (await server.get(`documents?q=${encodeURIComponent(q)}`)).json.rows.map((row: Json) => row.id);
    expect(await found("HARBOUR news2.example")).toEqual(["article-2"]);
    expect(await found("harbour nowhere")).toEqual([]);
    expect(await found("100%' OR 1=1 --")).toEqual([]);
  });
  it("gives an article's record by each of its names", async () => {
    const { sha256, url } = second.document;
    for (const name of ["article-2", sha256, sha256.slice(0, 12)]) {
      const { status, headers, json } = await server.get(`documents/${name}`);
      expect([status, headers["content-type"]]).toEqual([200, "application/json"]);
      expect(json).toEqual(second);
    }
    const byUrl = await server.get(`documents/${encodeURIComponent(url!)}`);
    expect([byUrl.status, byUrl.json.error.hint]).toEqual([404, "/api/v1/documents lists them"]);
    expect((await server.ask("/api/v1/documents/nobody", { method: "DELETE" })).status).toBe(404);
  });
});

describe("an article", () => {
  it("is mended and taken away", async () => {
    const own = await serving();
    const { json } = await own.post("documents", { text: first.document.text, id: "mine" });
    const ask = (method: string, body?: object) =>
      own.ask("/api/v1/documents/mine", {
        method,
        ...(body && { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
      });
    expect((await ask("PATCH", {})).status).toBe(400);
    const set = await ask("PATCH", { published: "2020-02-02", by: "Ana" });
    expect([set.status, set.json]).toEqual([200, { id: json.id, set: [{ field: "published", was: null, value: "2020-02-02" }] }]);
    expect((await own.get("documents")).json.rows[0]).toMatchObject({
      published: "2020-02-02",
      published_from: "given",
      day: "2020-02-02",
    });
    expect((await ask("DELETE")).json).toEqual({ id: json.id, removed: true });
    expect((await own.get("documents")).json.rows).toEqual([]);
  });
});

describe("POST /documents", () => {
  it("codes, keeps and tells the id, once", async () => {
    const own = await serving();
    const text = first.document.text;
    const added = await own.post("documents", { text, url: "https://news.example/a/b?c=1#d" });
    expect([added.status, added.json]).toEqual([201, { id: "https://news.example/a/b?c=1#d", added: "new" }]);
    const again = await own.post("documents", { text, url: "https://news.example/a/b?c=1#d" });
    expect([again.status, again.json.added]).toEqual([200, "known"]);
    const { json } = await own.get(`documents/${encodeURIComponent(added.json.id)}`);
    expect(json.events).toEqual(first.events);
    const edited = await own.post("documents", { text: second.document.text, url: "https://news.example/a/b?c=1#d" });
    expect(edited.json).toEqual({ id: added.json.id, added: "version" });
    expect((await own.get("status")).json.documents).toBe(1);
  });
  it("names apart what has the same name", async () => {
    const own = await serving();
    await own.post("documents", { text: first.document.text, id: "note" });
    const { json } = await own.post("documents", { text: second.document.text, id: "note" });
    expect(json.id).toBe(second.document.sha256.slice(0, 12));
    const ids = (await own.get("documents")).json.rows.map((row: Json) => row.id);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect((await own.get(`documents/${id}`)).json.document.sha256.slice(0, 12)).toBe(id);
  });
  it("is refused where the shelf may not be written to", async () => {
    const fixed = await serving({ readOnly: true });
    expect((await fixed.post("documents", { text: "x" })).status).toBe(403);
    expect((await fixed.post("corrections", { event: "e1.1", type: "AID" })).status).toBe(403);
    expect((await fixed.get("status")).json.read_only).toBe(true);
  });
});

describe("POST /corrections", () => {
  it("changes an event, named by its row or by its record, and takes it back", async () => {
    const own = await serving({ kept: [first] });
    const [row] = (await own.get("events")).json.rows;
    const done = await own.post("corrections", { event: row.id, type: "AID", actor: "Kenya", note: "why", by: "a reader" });
    expect([done.status, done.json]).toEqual([
      200,
      { id: row.id, was: expect.anything(), now: expect.objectContaining({ type: "AID" }), remark: null },
    ]);
    const [now] = (await own.get(`events?type=AID&actor=Kenya`)).json.rows;
    expect(now).toMatchObject({ id: row.id, corrected_by: "a reader", machine_type: row.type });
    const record = (await own.get("documents/article-1")).json;
    expect(record.events.find((each: Json) => each.id === row.event).type).toBe("AID");
    const undone = await own.post("corrections", { event: `article-1#${row.event}`, undo: true });
    expect([undone.status, undone.json.now.type]).toEqual([200, row.type]);
    expect((await own.get("documents/article-1")).json).toEqual(first);
    expect((await own.get("corrections")).json.rows).toMatchObject([{ standing: "ended", ended_by: "tester" }]);
  });
  it("undoes one remark among those of two readers of one article", async () => {
    const own = await serving({ kept: [first] });
    const mine = await own.post("corrections", { line: "article-1#s1", not_so: true, by: "Ana" });
    const theirs = await own.post("corrections", { line: "article-1#v1", voice: "opinion", by: "Ben" });
    expect([mine.json.remark, theirs.json.remark]).toEqual([expect.stringMatching(/^m\d+$/), expect.stringMatching(/^m\d+$/)]);
    expect((await own.post("corrections", { line: mine.json.remark, undo: true, by: "Ana" })).status).toBe(200);
    const held = (await own.get("corrections")).json.rows.filter((row: Json) => row.standing === "applied");
    expect(held).toMatchObject([{ id: theirs.json.remark }]);
  });
  it.each([
    [{ type: "AID" }, 400],
    [{ event: "e1.1" }, 400],
    [{ event: "e1.1", undo: true, type: "AID" }, 400],
    [{ event: "e1.1", type: "SMILE" }, 400],
    [{ missed: { document: "article-1", words: "harbour" } }, 400],
    [{ event: "article-1#e99", type: "AID" }, 404],
    [{ event: "e99.1", type: "AID" }, 422],
    [{ event: "nonsense", type: "AID" }, 422],
    [{ missed: { document: "article-1", words: "nowhere" }, type: "AID" }, 422],
  ])("refuses %j with %i", async (body, status) => {
    const answer = await server.post("corrections", body);
    expect([answer.status, typeof answer.json.error.hint], answer.text).toEqual([status, "string"]);
  });
});

describe("faults", () => {
  it("are told to the terminal, not to the client", async () => {
    const broken = await serving({
      wait: () => Promise.reject(new Error("inner words")),
    });
    const { status, text } = await broken.post("read", { text: "x" });
    expect(status).toBe(500);
    expect(text).not.toContain("inner words");
    expect(broken.faults).toEqual([expect.objectContaining({ message: "inner words" })]);
  });
  it("name nothing of the machine where the shelf is held", async () => {
    const held = await serving();
    const error = Object.assign(new Error("is held by another process: node, PID 123: wait until it ends, or give another --db"), {
      name: "ShelfError",
      about: "/home/somebody/x.duckdb",
    });
    Object.assign(held.services.door, { read: () => Promise.reject(error) });
    const { status, headers, text } = await held.get("events");
    expect([status, headers["retry-after"]]).toEqual([503, "2"]);
    expect(text).not.toMatch(/PID|somebody/);
  });
});

describe("GET /example, /healthz and what is not there", () => {
  it("answer", async () => {
    expect((await server.get("example")).json.schema).toBe("readout.record/1");
    expect((await server.ask("/healthz")).text).toBe("ok\n");
    const missing = await server.get("nothing");
    expect([missing.status, errorOf(missing)]).toEqual([
      404,
      "there is no GET /api/v1/nothing | see /api/v1/openapi.json for what there is",
    ]);
  });
});

describe("GET /openapi.json", () => {
  const docs = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");
  it("describes every route, each with schemas that hold for what it answers", async () => {
    const api = (await server.get("openapi.json")).json;
    expect(api.openapi).toBe("3.1.0");
    const routes = server.app.routes
      .filter(({ path, method }) => method !== "ALL" && path !== "/*")
      .map(({ path, method }) => `${method} ${path}`);
    const described = Object.entries<Json>(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    expect([...new Set(routes)].sort()).toEqual(described.sort());
    for (const ref of JSON.stringify(api).match(/#\/components\/schemas\/\w+/g)!)
      expect(api.components.schemas, ref).toHaveProperty(ref.split("/").at(-1)!);
    const valid = (schema: object, value: unknown) =>
      new AjvJsonSchemaValidator().getValidator({ ...schema, components: api.components } as never)(value);
    const schemaOf = (path: string) => api.paths[`/api/v1/${path}`].get.responses[200].content["application/json"].schema;
    for (const path of [...Object.keys(QUESTIONS), "documents", "status", "example"]) {
      const { errorMessage } = valid(schemaOf(path), (await server.get(path)).json);
      expect(errorMessage, path).toBeUndefined();
    }
    const record = schemaOf("documents/{id}");
    expect(valid(record, first).errorMessage).toBeUndefined();
    expect(valid(record, { ...first, events: [{ ...first.events[0], type: "SMILE" }] }).valid).toBe(false);
    expect(valid(schemaOf("events"), { rows: [{}], more: false }).valid).toBe(false);
  });
  it("is what docs/api.md tells: every route, filter and field of a request", async () => {
    const api = (await server.get("openapi.json")).json;
    for (const [path, methods] of Object.entries<Json>(api.paths))
      for (const [method, { parameters = [], requestBody }] of Object.entries<Json>(methods)) {
        expect(docs).toContain(`\`${method.toUpperCase()} ${path}`);
        for (const { name } of parameters) expect(docs, path).toContain(`\`${name}\``);
        const ref = requestBody?.content["application/json"]?.schema.$ref?.split("/").at(-1);
        for (const name of Object.keys(api.components.schemas[ref]?.properties ?? {})) expect(docs, path).toContain(`\`${name}\``);
      }
  });
});

describe("request", () => {
  it("by plain HTTP/1.0 without Host is refused", async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), "127.0.0.1");
    let got = "";
    socket.setEncoding("utf8").on("data", (text) => {
      got += text;
    });
    socket.write("GET /api/v1/status HTTP/1.0\r\n\r\n");
    await new Promise((resolve) => socket.once("close", resolve));
    expect(got).toMatch(/^HTTP\/1\.\d 4\d\d/);
    expect((await request(`${server.url}/healthz`, {})).status).toBe(200);
  });
});
