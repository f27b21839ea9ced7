// Texts that mean harm or are out of all proportion, in a real browser: they are shown as text, and the page stays usable.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { noBrowser, openBrowser } from "./browser.ts";
import { repeated } from "./repeated.ts";
import { expectAccessible, expectNoFaults, expectNoOverflow, type Site, siteWith } from "./site.ts";

const start = "France and Italy agreed on Monday to hold talks about the border, the Italian foreign minister said.";
const texts = {
  script: `<script>window.harmed = 1</script>\n\n${start} <img src=x onerror="window.harmed=1"> The minister said <b>“</b><script>window.harmed=1</script> on Monday.\n\n<style>*{display:none}</style>`,
  template: `{@html "<b>x</b>"} {{constructor.constructor('window.harmed=1')()}} \${window.harmed=1}\n\n${start} javascript:window.harmed=1`,
  "huge-word": `${start} ${"a".repeat(1_000_000)} The talks failed.`,
  rtl: `${start} The minister wrote “السلام الآن” and “שלום עכשיו” on Monday.\n\n\u202eThis line is turned around by a mark.\u202c France rejected the plan.`,
  "long-line": `${start} `.repeat(60),
};

describe.skipIf(noBrowser)("hostile texts", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await openBrowser();
    const file = join(mkdtempSync(join(tmpdir(), "readout-hostile-")), "hostile.jsonl");
    const lines = Object.entries(texts).map(([id, text]) =>
      JSON.stringify({
        id,
        text,
        title: id === "script" ? "<script>window.harmed=1</script>" : id,
        publisher: "<img src=x onerror=window.harmed=1>",
        url: `javascript:window.harmed=1//${id}`,
      }),
    );
    writeFileSync(file, lines.join("\n"));
    site = await siteWith(browser, [file]);
  });
  afterAll(async () => {
    await browser?.close();
    site?.stop();
  });
  const end = async (page: Page): Promise<void> => {
    expect(await page.evaluate("'harmed' in window")).toBe(false);
    expectNoFaults(page);
    await page.context().close();
  };

  it.each(Object.entries(texts))("should show %s as text, whole, and as wide as the window", async (id, text) => {
    const page = await site.open(`/?document=${id}`, { viewport: { width: 360, height: 740 } });
    await page.locator("article p").first().waitFor();
    const shown = (await page.evaluate(
      "[...document.querySelectorAll('[data-start]')].map((each) => each.textContent).join('')",
    )) as string;
    expect(shown === text).toBe(true);
    expect(await page.locator("article :is(script, style, img, b)").count()).toBe(0);
    expect(await page.locator("a[href^='javascript:' i]").count()).toBe(0);
    await expectNoOverflow(page);
    if (text.length < 10_000) await expectAccessible(page);
    await end(page);
  });

  it("should show hostile titles and outlets as text in every list", async () => {
    const page = await site.open("/");
    await page.getByText("<script>window.harmed=1</script>").waitFor();
    for (const view of ["timeline", "counts", "map", "outlets", "tables", "positions", "commitments", "sources", "actors", "network"]) {
      await page.goto(`${site.url}/?view=${view}`);
      await page.locator("td, .issue").first().waitFor();
      expect(await page.locator("main img, main script").count()).toBe(0);
    }
    await end(page);
  });

  it("should scroll through an article of 20,000 words, laying out only what is in view", async () => {
    const page = await site.open("/");
    const record = (await (await fetch(`${site.url}/api/v1/documents/alaska-summit`)).json()) as ReadoutRecord;
    const long = repeated(record, 55);
    expect(long.document.text.split(/\s+/).length).toBeGreaterThan(20_000);
    await page.route("**/api/v1/documents/alaska-summit", (route) => route.fulfill({ json: long }));
    await page.goto(`${site.url}/?document=alaska-summit`);
    await page.locator("article p").nth(400).waitFor({ state: "attached" });
    expect(await page.evaluate("getComputedStyle(document.querySelectorAll('article p')[400]).contentVisibility")).toBe("auto");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.locator("article a[aria-current=true]").waitFor();
    await end(page);
  });
});
