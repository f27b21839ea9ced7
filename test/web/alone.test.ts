// dist/pages in a real browser, from a plain file server and below a path: the example at once, then a text that no request carries.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReader, readDocument } from "../../src/index.ts";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { noBrowser, openBrowser } from "./browser.ts";
import { expectAccessible, expectNoFaults, expectNoOverflow, watch } from "./site.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Below this an event is so near even odds that other kernels' rounding can take it over the threshold. */
const sure = 0.7;

/** What was coded, without confidences, but for events that are less sure than `from` by either record. */
function told({ events, actors }: ReadoutRecord, from: number, other: ReadoutRecord) {
  const doubted = new Set([...events, ...other.events].filter(({ confidence }) => confidence < from).map(({ trigger }) => trigger.start));
  return events
    .filter(({ trigger }) => !doubted.has(trigger.start))
    .map(({ type, trigger, actor, recipient }) => {
      const names = (side: typeof actor): (string | undefined)[] => side.map((each) => actors.find(({ id }) => id === each.actor)?.name);
      return { type, trigger, actor: names(actor), recipient: names(recipient) };
    });
}

/** An event may be sure and a recipient of it near even odds: how many events have the same ones, of 1. */
function sharedRecipients(some: ReturnType<typeof told>, others: ReturnType<typeof told>): number {
  const same = some.filter(({ recipient }, at) => JSON.stringify(recipient) === JSON.stringify(others[at]?.recipient));
  return same.length / some.length;
}

describe.skipIf(noBrowser)("the page without a server", () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  const folder = mkdtempSync(join(tmpdir(), "readout-pages-"));
  const asked: string[] = [];

  beforeAll(async () => {
    const built = spawnSync(process.execPath, [join(root, "scripts", "pages.mjs"), folder], { encoding: "utf8" });
    if (built.status !== 0) throw new Error(built.stderr);
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const path = new URL(request.url!, "http://localhost").pathname.replace(/^\/some\/where\//, "").replace(/^$/, "index.html");
      try {
        const bytes = readFileSync(join(folder, path));
        response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(60_000);
    watch(page);
    asked.length = 0;
    await page.goto(url + path);
    return page;
  }

  async function readIn(page: Page, text: string): Promise<ReadoutRecord> {
    await page.getByLabel(/Paste an article/).fill(text);
    await page.getByRole("button", { name: "Read it" }).click();
    await page.locator("article").waitFor();
    const key = new URL(page.url()).searchParams.get("text");
    return JSON.parse((await page.evaluate(`sessionStorage.getItem("readout:${key}")`)) as string) as ReadoutRecord;
  }

  it("should open from a file, show the example, and say there what it cannot do", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    watch(page);
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    await page.locator("article a.mark").first().click();
    await page.getByLabel("Selected").waitFor();
    await page.getByRole("link", { name: "Read a text", exact: true }).click();
    await page.getByLabel(/Paste an article/).fill("France rejected the plan.");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("alert").getByText("Opened from a file").waitFor();
    expectNoFaults(page);
    await page.close();
  });

  it("should show the example at once, load no model for it, and lead nowhere that needs a shelf", async () => {
    const page = await open("");
    await page.locator("article a.mark").first().waitFor();
    expect(asked.filter((each) => /onnx|wasm|worker|places/.test(each))).toEqual([]);
    expect(await page.locator("a[href*='view='], a[href*='document='], a[href*='example=']").count()).toBe(0);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Copy link" }).waitFor();
    expect(await page.getByRole("button", { name: /Correct|Keep it/ }).count()).toBe(0);
    expect(await page.locator("a[href*='view='], a[href*='document=']").count()).toBe(0);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoOverflow(page);
    await page.goto(`${url}?text=123456789abc`);
    await page.getByText("This text was read in another window").waitFor();
    expectNoFaults(page);
    await page.close();
  });

  it("should code texts as the program does, and send them nowhere", async () => {
    const page = await open("?read=1");
    await expectAccessible(page);
    const short =
      "Minister ends talks in Oslo\n\nFrench Foreign Minister Anne Moreau met her Italian counterpart in Oslo on Monday. Italy rejected the demand, Moreau said.";
    const example = readFileSync(join(root, "examples", "alaska-summit.txt"), "utf8");
    const reader = await openReader({ threads: 0 });
    for (const [text, from] of [
      [short, 0],
      [example, sure],
    ] as const) {
      const here = await readIn(page, text);
      const there = await reader.read(await readDocument(text, "text", {}));
      expect(told(there, from, here).length).toBeGreaterThan(there.events.length / 2);
      const [inBrowser, inNode] = [told(here, from, there), told(there, from, here)];
      const acts = (events: typeof inNode) => events.map(({ recipient: _, ...rest }) => rest);
      expect(acts(inBrowser)).toEqual(acts(inNode));
      expect(sharedRecipients(inBrowser, inNode)).toBeGreaterThan(0.8);
      expect({ ...here.document, extra: {} }).toEqual({ ...there.document, extra: {} });
      expect(here.engine).toEqual(there.engine);
      if (text === short) {
        await page.locator("article a.mark").first().click();
        await page.getByRole("button", { name: "Why?" }).click();
        const why = page.getByRole("group", { name: "Why" });
        await why.getByRole("heading", { name: "The model" }).waitFor();
        expect(await why.textContent()).toMatch(/CONSULT 0\.\d{3}, then .*Who takes part.*Rules/s);
        await expectAccessible(page);
      }
      await page.getByRole("link", { name: "Read a text" }).first().click();
    }
    await reader.close();
    expect(asked.filter((each) => !each.startsWith("GET /some/where/"))).toEqual([]);
    // The model once, however many texts; no file after it but what the folder holds; nothing in an address but the page's own.
    expect(asked.filter((each) => each.endsWith(".onnx")).length).toBe(1);
    expect(asked.filter((each) => each.includes("?"))).toEqual(["GET /some/where/?read=1"]);
    expectNoFaults(page);
    await page.close();
  });

  it("should refuse a model that came damaged", async () => {
    const page = await open("?read=1");
    await page.route("**/*.onnx", (route) => route.fulfill({ body: Buffer.alloc(1000) }));
    await page.getByLabel(/Paste an article/).fill("France met Italy on Monday.");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("alert").getByText("The model’s weights came damaged").waitFor();
    await page.close();
  });
});
