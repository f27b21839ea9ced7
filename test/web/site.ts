// The built program as a real server with a real shelf, and pages of it in a real browser that report every fault.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const program = join(root, "bin", "readout");
const articles = [join(root, "test", "web", "articles.jsonl"), join(root, "examples", "alaska-summit.txt")];

export interface Site {
  readonly url: string;
  /** A new page; with `context` options in a context of its own. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  stop(): void;
}

/** Puts the articles on a new shelf and serves it on a free port. @param extra more files for the shelf */
export async function siteWith(browser: Browser, extra: readonly string[] = []): Promise<Site> {
  for (const built of ["cli/main.js", "web/index.html"])
    if (!existsSync(join(root, "dist", built))) throw new Error(`dist/${built} is missing: run npm test, which builds`);
  const folder = mkdtempSync(join(tmpdir(), "readout-web-"));
  const db = join(folder, "articles.duckdb");
  const added = spawnSync(process.execPath, [program, "add", ...articles, ...extra, "--db", db], { encoding: "utf8" });
  if (added.status !== 0) throw new Error(added.stderr);
  const server = spawn(process.execPath, [program, "serve", "--db", db, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const url = await new Promise<string>((resolve, reject) => {
    let told = "";
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      told += text;
      const found = /listening on (http:\S+)/.exec(told)?.[1];
      if (found) resolve(found);
    });
    server.on("close", () => reject(new Error(told)));
  });
  return {
    url,
    async open(path, options) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      // Ends a hang before vitest does, with the locator's name.
      page.setDefaultTimeout(15_000);
      watch(page);
      await page.goto(url + path);
      return page;
    },
    stop() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until an expression is true on the page. (Not waitForFunction: the page's Content-Security-Policy forbids what it does.) */
export const until = (page: Page, expression: string): Promise<void> =>
  expect.poll(() => page.evaluate(expression), { timeout: 15_000 }).toBe(true);

const faults = new WeakMap<Page, string[]>();

/** Notes what the page should never say: script errors, and whatever the Content-Security-Policy refused. */
export function watch(page: Page): void {
  const mine: string[] = [];
  faults.set(page, mine);
  page.on("pageerror", (error) => mine.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) mine.push(message.text());
  });
}

export const expectNoFaults = (page: Page): void => expect(faults.get(page)).toEqual([]);

/** axe-core finds nothing, in the light and in the dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
    const found = (await page.evaluate("axe.run().then(({ violations }) => violations)")) as axe.Result[];
    const told = found.map(
      ({ id, nodes }) =>
        `${id} (${colorScheme}): ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(" | ")}`,
    );
    expect(told).toEqual([]);
  }
}

/** Nothing is wider than the window. */
export const expectNoOverflow = async (page: Page): Promise<void> =>
  expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBeLessThanOrEqual(0);
