// `readout mcp` as a real process, asked by the SDK's own client.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onShelf, recordOf, temporary } from "../store/records.ts";

const starter = fileURLToPath(new URL("start.mts", import.meta.url));
const folder = temporary();
const db = join(folder, "kept.duckdb");
const client = new Client({ name: "test", version: "1" });
const errors: Error[] = [];
let noise = "";

beforeAll(async () => {
  await onShelf(db, "write", async (shelf) => {
    for (const n of [1, 2, 3]) await shelf.add(recordOf(n));
  });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--import", "tsx", starter, "mcp", "--db", db],
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stderr: "pipe",
  });
  transport.stderr!.on("data", (text) => {
    noise += text;
  });
  // Whatever stands on standard output and is no message comes here.
  client.onerror = (error) => void errors.push(error);
  await client.connect(transport);
});
afterAll(() => client.close());

interface Result {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent?: { readonly rows: readonly Record<string, unknown>[]; readonly more: boolean };
}
const call = async (name: string, args: Record<string, unknown>) => (await client.callTool({ name, arguments: args })) as unknown as Result;

describe("readout mcp", () => {
  it("has its tools, described, with the filters of the API", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      ...[
        "commitments",
        "contradictions",
        "gathered_events",
        "list_articles",
        "open_article",
        "outcomes",
        "positions",
        "read",
        "search_events",
      ],
      ...["statements", "timeline", "why"],
    ]);
    for (const { name, description, inputSchema, outputSchema, annotations } of tools) {
      if (name !== "read" && name !== "why") expect(Object.keys(outputSchema!.properties!).length, name).toBeGreaterThan(0);
      expect(description!.length).toBeGreaterThan(30);
      expect(annotations?.readOnlyHint).toBe(true);
      expect(Object.keys(inputSchema.properties!).length).toBeGreaterThan(/article|outcomes|why/.test(name) ? 0 : 5);
    }
    expect(Object.keys(tools.find(({ name }) => name === "search_events")!.inputSchema.properties!).sort()).toEqual(
      ["actor", "issue", "limit", "min_confidence", "outlet", "reality", "said_by", "since", "type", "undated", "until"].sort(),
    );
  });
  it.each(["search_events", "statements", "positions", "commitments", "gathered_events", "timeline"])(
    "%s cites each row: words, document, offsets",
    async (name) => {
      const { content, structuredContent } = await call(name, { limit: 2 });
      const lines = content[0]!.text.split("\n");
      expect(structuredContent).toMatchObject({ more: true });
      expect(structuredContent!.rows).toHaveLength(2);
      structuredContent!.rows.forEach((row, at) => {
        const text = [1, 2, 3].map((n) => recordOf(n)).find(({ document }) => document.id === row.document)!.document.text;
        expect(text).toContain(row.words);
        expect(lines[at]).toContain(`“${row.words}”`);
        expect(lines[at]).toContain(`[${row.document} s${Number(row.sentence) + 1}, ${row.start}–${row.end}`);
        expect(text.slice(Number(row.start), Number(row.end)).trim()).not.toBe("");
      });
      expect(lines.at(-1)).toContain("more than 2");
    },
  );
  it("lists articles and opens one, as a tool and as a resource", async () => {
    const list = await call("list_articles", { limit: 2 });
    expect(list.structuredContent).toMatchObject({ more: true, rows: [{ document: expect.any(String) }, {}] });
    const { id, document } = list.structuredContent!.rows[0]!;
    expect(list.content[0]!.text).toContain(String(id));
    expect((await call("list_articles", { q: "nobody wrote this" })).structuredContent!.rows).toEqual([]);
    const opened = (await client.callTool({ name: "open_article", arguments: { id } })) as { structuredContent?: { record: unknown } };
    const record = [1, 2, 3].map((n) => recordOf(n)).find((each) => each.document.id === document)!;
    expect(opened.structuredContent!.record).toMatchObject({ document: { id: document, text: record.document.text } });
    const { resources } = await client.listResources();
    expect(resources).toHaveLength(3);
    const { contents } = await client.readResource({ uri: resources.find(({ uri }) => uri.endsWith(String(id)))!.uri });
    expect((contents[0] as { text: string }).text).toContain(record.document.title);
    expect(await call("open_article", { id: "nobody" })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining("list_articles") }],
    });
    await expect(client.readResource({ uri: "readout://articles/nobody" })).rejects.toThrow(/no article nobody/);
    expect(await call("outcomes", { id })).toMatchObject({ structuredContent: { outcomes: [{ of: "e1", result: "none" }] } });
    expect(await call("contradictions", { actor: "Atlantis" })).toMatchObject({ structuredContent: { rows: [], more: false } });
  });
  it("narrows by filters, and says so where nothing passes", async () => {
    const { structuredContent } = await call("search_events", { actor: "KEN" });
    for (const row of structuredContent!.rows) expect([row.source, row.target, row.said_by].flat()).toContain("Kenya");
    expect((await call("search_events", { actor: "Atlantis" })).content[0]!.text).toContain("Nothing on the shelf");
  });
  it("answers wrong questions with what to do", async () => {
    const swapped = await call("positions", { since: "2025-02-01", until: "2025-01-01" });
    expect(swapped).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("swap them") }] });
    expect(await call("search_events", { type: "SMILE" })).toMatchObject({ isError: true });
    expect(await call("search_events", { actr: "ETH" })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining("actr") }],
    });
    expect(await call("read", {})).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("needs one of") }] });
    expect(await call("read", { url: "http://127.0.0.1:9/" })).toMatchObject({ isError: true });
  });
  it("reads an article with the real model and cites it", async () => {
    const text = "Ukrainian President Volodymyr Zelenskyy rejected the demand of Russia on Friday.";
    const { content, isError } = await call("read", { text, date: "2025-08-16" });
    expect(isError).toBeUndefined();
    expect(content[0]!.text).toMatch(/Zelenskyy.*reject.*rejected the demand.*¶1 s1 \[0–\d+\]/is);
  });
  it("answers what was asked before its input ended, and ends with 0", async () => {
    const ask = (id: number, method: string, params: object) => `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
    const input =
      ask(1, "initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "pipe", version: "1" } }) +
      `${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n` +
      ask(2, "tools/call", { name: "search_events", arguments: { limit: 1 } }) +
      ask(3, "tools/call", { name: "search_events", arguments: { limit: 2 } });
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", starter, "mcp", "--db", db], {
      input,
      encoding: "utf8",
    });
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect([status, stderr, answers.map(({ id }) => id)]).toEqual([0, "", [1, 2, 3]]);
    expect(answers[2].result.structuredContent.rows).toHaveLength(2);
  });
  it("refuses a message that is too long, and answers the next", () => {
    const input = `${"x".repeat(50_000_001)}\n${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`;
    const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", starter, "mcp", "--db", db], { input, encoding: "utf8" });
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect([status, answers.map(({ id }) => id)]).toEqual([0, [null, 1]]);
    expect(answers[0].error.message).toBe("a message is more than 50 MB: send the article alone, or its address");
  });
  it("says in the answer that there is no shelf", async () => {
    const input = `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "positions", arguments: {} } })}\n`;
    const missing = join(folder, "missing.duckdb");
    const { stdout } = spawnSync(process.execPath, ["--import", "tsx", starter, "mcp", "--db", missing], { input, encoding: "utf8" });
    expect(JSON.parse(stdout).result).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining("is not there: make it with") }],
    });
  });
  it("writes nothing but the protocol on standard output", () => {
    expect(errors).toEqual([]);
    expect(noise).toBe("");
  });
});
