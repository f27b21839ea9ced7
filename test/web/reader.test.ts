// The reader in a real browser on the real server: marks, record, switch, links, keys, correcting, two tabs, back and forward, no server.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { makePdf } from "../document/make-pdf.ts";
import { noBrowser, openBrowser, tellIfSkipped } from "./browser.ts";
import { expectAccessible, expectNoFaults, expectNoOverflow, type Site, siteWith, until, watch } from "./site.ts";

tellIfSkipped();

describe.skipIf(noBrowser)("the reader", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await siteWith(browser);
  });
  afterAll(async () => {
    await browser?.close();
    site?.stop();
  });

  const open = (query = "?document=alaska-summit", options = {}) => site.open(`/${query}`, options);
  const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
  const end = async (page: Page): Promise<void> => {
    expectNoFaults(page);
    await page.context().close();
  };
  const witkoff = "claimed that Putin had agreed to let the United States";

  it("should show the example from the front page, with what was settled first", async () => {
    const page = await open("");
    await expectAccessible(page);
    await page.getByRole("link", { name: /Open the example/ }).click();
    await page.getByRole("heading", { level: 1, name: /Alaska/ }).waitFor();
    const headings = await page.locator(".record h2").allTextContents();
    expect(headings.slice(0, 5)).toEqual(["Settled", "What happened", "Demanded and refused", "Promised, by whose word", "Said"]);
    await expectAccessible(page);
    await end(page);
  });

  it("should hold every character of the article once, in its order", async () => {
    const page = await open();
    const record = (await (await fetch(`${site.url}/api/v1/documents/alaska-summit`)).json()) as ReadoutRecord;
    await page.locator("article p").first().waitFor();
    expect(await page.evaluate("[...document.querySelectorAll('[data-start]')].map((each) => each.textContent).join('')")).toBe(
      record.document.text,
    );
    await end(page);
  });

  it("should fold advertising away and say why", async () => {
    const page = await open();
    const summary = page.locator("article summary");
    const told = page.locator(".summary a", { hasText: "folded away" });
    expect(await told.textContent()).toMatch(/^Advertising of \d sentences/);
    await told.click();
    await page.getByText("Lessons from just").waitFor();
    await summary.click();
    expect(await summary.textContent()).toContain("SUMMIT20");
    expect(await page.getByText("Lessons from just").isVisible()).toBe(false);
    await summary.click();
    expect(await page.getByText("Lessons from just").isVisible()).toBe(true);
    await end(page);
  });

  it("should tell at a mark who did what to whom, who says so and how sure it is", async () => {
    const page = await open();
    const mark = page.locator("article a.mark", { hasText: "agreed" });
    await mark.hover();
    const note = page.getByRole("tooltip");
    expect(await note.textContent()).toMatch(/Vladimir Putin.*AGREE.*so says Steve Witkoff.*\d+% sure/s);
    expect(await page.locator("article svg path.act").count()).toBe(0);
    await mark.focus();
    expect(await mark.getAttribute("aria-describedby")).toBe("mark-note");
    await mark.click();
    await page.locator("article svg path.act").first().waitFor({ state: "attached" });
    expect(query(page).get("mark")).toMatch(/^e\d+$/);
    await expectAccessible(page);
    await end(page);
  });

  it("should tell why what is selected is so, with scores, rules and countries", async () => {
    const page = await open();
    await page.locator("article a.mark", { hasText: "agreed" }).click();
    await page.getByRole("button", { name: "Why?" }).click();
    const why = page.getByRole("group", { name: "Why" });
    await why.getByRole("heading", { name: "Countries" }).waitFor();
    expect(await why.textContent()).toMatch(
      /Vladimir Putin AGREE.*according to Steve Witkoff.*The model.*AGREE 0\.\d{3}, then .*Rules.*: RUS/s,
    );
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoOverflow(page);
    // Another line is another question.
    await page.keyboard.press("ArrowRight");
    await why.waitFor({ state: "detached" });
    await end(page);
  });

  it("should lead from each line of the record to its words, and back", async () => {
    const page = await open();
    const lines = page.locator(".record li a");
    await lines.first().waitFor();
    expect(await lines.count()).toBeGreaterThan(20);
    await lines.filter({ hasText: "is said to have agreed" }).click();
    const current = page.locator("article a[aria-current=true]");
    expect(await current.textContent()).toContain("agreed");
    await page.getByRole("button", { name: "In the record" }).click();
    expect(await page.locator(".record li.current").first().textContent()).toContain("Steve Witkoff");
    // A doubt is no event: its words are cited by place and quotation.
    await lines.filter({ hasText: "doubt:" }).first().click();
    expect(decodeURIComponent(page.url())).toContain("exact=The Kremlin did not confirm this.");
    await end(page);
  });

  it("should let the record follow the article, and the article the record", async () => {
    const page = await open();
    await page.locator("article a.mark").first().waitFor();
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, 1200);
    await until(page, "document.querySelectorAll('.record li[data-near]').length > 0");
    await page.mouse.move(1000, 400);
    const before = (await page.evaluate("scrollY")) as number;
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate("scrollY")).not.toBe(before);
    await end(page);
  });

  it("should empty the page of all but facts, and fill it again", async () => {
    const page = await open();
    const scene = page.locator("article .scene").first();
    await scene.waitFor();
    await page.getByRole("switch").click();
    expect(query(page).get("facts")).toBe("1");
    expect(await scene.isVisible()).toBe(false);
    expect(await page.locator(".record h2").allTextContents()).not.toContain("Said");
    await expectAccessible(page);
    await page.getByRole("switch").click();
    expect(await scene.isVisible()).toBe(true);
    await end(page);
  });

  it("should link to a sentence by position and quotation, and find it where the text has moved", async () => {
    const page = await open("?document=alaska-summit", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator("article a.mark", { hasText: "agreed" }).click();
    await page.getByRole("button", { name: "Copy link" }).click();
    await page.getByText("Copied.").waitFor();
    const link = (await page.evaluate("navigator.clipboard.readText()")) as string;
    expect(link).toMatch(/#selector\(type=TextPositionSelector,start=\d+,end=\d+,refinedBy=selector\(type=TextQuoteSelector,exact=/);
    const other = await site.open(link.slice(site.url.length));
    await other.locator("article a[aria-current=true]", { hasText: "agreed" }).waitFor();
    // The place is off, the quotation is not.
    const moved = link.replace(/start=\d+,end=\d+/, "start=3,end=90").replace(/mark=e\d+/, "");
    await other.goto(moved);
    await until(other, "CSS.highlights.get('cited')?.size === 1");
    const cited = await other.evaluate("[...CSS.highlights.get('cited')][0].toString()");
    expect(cited).toContain(witkoff);
    await other.goto(link.replace(/exact=[^,]*/, "exact=never%20written").replace(/mark=e\d+/, ""));
    await other.getByText("no longer in the article").waitFor();
    await end(other);
    await end(page);
  });

  it("should be used by keyboard alone", async () => {
    const page = await open("");
    const keys = async (...all: string[]) => {
      for (const key of all) await page.keyboard.press(key);
    };
    await page.getByRole("heading", { level: 1 }).waitFor();
    await keys("?");
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page);
    await keys("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await keys("/");
    await page.keyboard.type("alaska");
    await page.getByRole("link", { name: /Trump and Putin end/ }).waitFor();
    for (let tabs = 0; tabs < 30 && !(await page.evaluate("document.activeElement.textContent.startsWith('Trump and Putin end')")); tabs++)
      await keys("Tab");
    await keys("Enter");
    await page.locator("article a.mark").first().waitFor();
    const mark = () => query(page).get("mark");
    // The address follows a key a moment later.
    const moved = async (key: string) => {
      const before = mark();
      await keys(key);
      await expect.poll(mark).not.toBe(before);
    };
    for (const key of ["ArrowRight", "ArrowRight"]) await moved(key);
    const second = mark();
    for (const key of ["ArrowRight", "ArrowLeft"]) await moved(key);
    expect(mark()).toBe(second);
    await keys("r");
    await until(page, "document.activeElement.closest('.record li') !== null");
    await keys("Enter", "a");
    await until(page, "document.activeElement.matches('article a.mark')");
    await keys("f");
    expect(query(page).get("facts")).toBe("1");
    await keys("f", "c");
    await page.getByLabel("What it is").waitFor();
    await keys("Escape");
    expect(query(page).get("mark")).toBeNull();
    await end(page);
  });

  it("should go back and forward through what was looked at", async () => {
    const page = await open("");
    await page.getByRole("link", { name: /Trump and Putin end/ }).click();
    await page.locator("article a.mark", { hasText: "agreed" }).click();
    await page.getByRole("link", { name: "Positions", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Positions" }).waitFor();
    await page.goBack();
    await page.locator("article a[aria-current=true]", { hasText: "agreed" }).waitFor();
    await page.goBack();
    expect(await page.locator("article a[aria-current=true]").count()).toBe(0);
    await page.goBack();
    await page.getByText("On the shelf").waitFor();
    await page.goForward();
    await page.locator("article a.mark").first().waitFor();
    await end(page);
  });

  it("should find words with / and say so where there are none", async () => {
    const page = await open("?document=alaska-summit&q=zelenskyy");
    await until(page, "CSS.highlights.get('hit')?.size >= 2");
    await page.keyboard.press("/");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("xylophone");
    await page.getByText("is not in the article").waitFor();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("zelenskyy");
    const found = page.getByRole("group", { name: "Found in the article" }).getByRole("status");
    await expect.poll(() => found.textContent()).toMatch(/^1 of [2-9]/);
    await page.keyboard.press("Enter");
    await expect.poll(() => found.textContent()).toMatch(/^2 of/);
    await page.keyboard.press("Shift+Enter");
    await page.getByRole("button", { name: "Previous place" }).click();
    // Around the end.
    await expect.poll(() => found.textContent()).toMatch(/^(\d+) of \1/);
    expect(await page.evaluate("CSS.highlights.get('hit-now').size")).toBe(1);
    await end(page);
  });

  it("should keep a correction, and show it in another tab", async () => {
    const page = await open("?document=summit-eve");
    const other = await page.context().newPage();
    watch(other);
    await other.goto(page.url());
    const mark = (on: Page) => on.locator("article a.mark", { hasText: "rejected" });
    expect(await mark(other).getAttribute("aria-label")).toContain("REJECT");
    await mark(page).click();
    await page.getByRole("button", { name: "Correct" }).click();
    await page.getByLabel("What it is").selectOption("ACCUSE");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep the correction" }).click();
    await page.locator("article a.mark[aria-label*=ACCUSE]").first().waitFor();
    await other.locator("article a.mark[aria-label*=ACCUSE]").first().waitFor();
    expectNoFaults(other);
    await end(page);
  });

  it("should correct a position and a sentence, keep a note on words, and take each back", async () => {
    const page = await open("?document=summit-eve");
    await page.locator("article a.mark", { hasText: "rejected" }).click();
    await page.getByRole("button", { name: "Correct" }).click();
    const lines = page.getByLabel("What is wrong");
    const position = lines.locator("option", { hasText: /^[^“]*: / }).first();
    await lines.selectOption((await position.getAttribute("value"))!);
    await page.getByLabel("Stand").selectOption("undecided");
    await page.getByLabel("Your name").fill("Ana");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep the correction" }).click();
    const said = page.locator("details", { hasText: "and notes of people" });
    await said.getByText("correction").first().click();
    await said.getByText("stance: undecided").waitFor();
    await page.evaluate(`(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelectorAll("article [data-start]")[1]);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    })()`);
    await page.getByRole("button", { name: "Note", exact: true }).click();
    await page.getByLabel("Note").fill("Ask the second source.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Keep the note" }).click();
    await said.getByText("Ask the second source.").waitFor();
    const told = async (): Promise<unknown> =>
      (
        (await (await fetch(`${site.url}/api/v1/corrections`)).json()) as {
          rows: { line: string; corrected_by: string; standing: string }[];
        }
      ).rows
        .filter(({ line }) => line !== "event")
        .map(({ line, corrected_by, standing }) => [line, corrected_by, standing]);
    expect(await told()).toEqual([
      ["position", "Ana", "applied"],
      ["note", "Ana", "applied"],
    ]);
    await page.getByRole("button", { name: /^Take back: note/ }).click();
    await page.getByRole("button", { name: /^Take back: position/ }).click();
    await expect.poll(told, { timeout: 15_000 }).toEqual([
      ["position", "Ana", "ended"],
      ["note", "Ana", "ended"],
    ]);
    await end(page);
  });

  it("should read a pasted text, hold it in this tab, and keep it when asked", async () => {
    const page = await open("");
    await page
      .getByLabel(/Paste an article/)
      .fill(
        "Ministers agree on talks\n\nFrance and Italy agreed on Monday to hold talks about the border, the Italian foreign minister said.",
      );
    await page.getByRole("button", { name: "Read it" }).click();
    await page.locator("article a.mark", { hasText: "agreed" }).waitFor();
    await page.reload();
    await page.locator("article a.mark", { hasText: "agreed" }).waitFor();
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.waitForURL(/document=/);
    await page.locator("article a.mark", { hasText: "agreed" }).waitFor();
    await end(page);
  });

  it("should read the source of a page, a PDF that is dropped or chosen, and refuse what is no text before it is sent", async () => {
    const page = await open("");
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/read")) sent.push(Object.keys(JSON.parse(request.postData()!)).join());
    });
    const talks = "France and Italy agreed on Monday to hold talks about the border.";
    const pdf = Buffer.from(makePdf([[[40, 560, talks]]]));
    const form = page.getByLabel(/Paste an article/);
    const chosen = page.locator("input[type=file]");
    // Beside the form: else the browser would show the file instead of the page.
    const dropped = (name: string, bytes: Buffer): Promise<boolean> =>
      page.evaluate(`{
        const dataTransfer = new DataTransfer();
        const letters = Uint8Array.from(atob("${bytes.toString("base64")}"), (sign) => sign.charCodeAt(0));
        dataTransfer.items.add(new File([letters], "${name}"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      }`);
    const marked = page.locator("article a.mark", { hasText: "agreed" });

    for (const no of [1, 2]) {
      await chosen.setInputFiles({ name: `${no}.txt`, mimeType: "text/plain", buffer: Buffer.from("PK\x03\x04\0\0\0") });
      await page.getByRole("alert").getByText(`${no}.txt: this is no text, and was not sent.`).waitFor();
    }
    expect(await dropped("picture.pdf", Buffer.from("\x89PNG\r\n\0\0"))).toBe(false);
    await page.getByRole("alert").getByText("picture.pdf: this is no text").waitFor();
    expect(sent).toEqual([]);

    await dropped("talks.pdf", pdf);
    await marked.waitFor();
    await page.goBack();
    await chosen.setInputFiles({ name: "talks", mimeType: "", buffer: pdf });
    await marked.waitFor();
    await page.goBack();
    await form.fill(`<?xml version="1.0"?><!-- saved -->\n<html><body><nav>Home</nav><article><p>${talks}</p></article></body></html>`);
    await page.getByRole("button", { name: "Read it" }).click();
    await marked.waitFor();
    expect(await page.locator("article").textContent()).not.toContain("<");
    expect(sent).toEqual(["pdf", "pdf", "html"]);
    await end(page);
  });

  it("should say what to do where nothing answers, and go on when it does", async () => {
    const page = await open("");
    await page.getByText("On the shelf").waitFor();
    await page.context().setOffline(true);
    await page.getByRole("link", { name: "Commitments" }).click();
    await page.getByText("server does not answer").waitFor();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("cell", { name: "broken" }).first().waitFor();
    await end(page);
  });

  it("should say that an article is not there", async () => {
    const page = await open("?document=nothing-of-that-name");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toMatch(/shelf|not/i);
    await end(page);
  });

  it("should fit a telephone, article and record in turn", async () => {
    const page = await open("?document=alaska-summit&mark=e14", { viewport: { width: 360, height: 740 } });
    await page.locator("article a.mark").first().waitFor();
    await expectNoOverflow(page);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Record", exact: true }).click();
    expect(await page.locator("article").isVisible()).toBe(false);
    await expectNoOverflow(page);
    await page.locator(".record li a").first().click();
    expect(await page.locator("article").isVisible()).toBe(true);
    await end(page);
  });

  it("should print the article and its record without the page's tools", async () => {
    const page = await open();
    await page.locator("article a.mark").first().waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").isVisible()).toBe(false);
    expect(await page.locator(".record").isVisible()).toBe(true);
    expect((await page.pdf()).byteLength).toBeGreaterThan(10_000);
    await end(page);
  });
});
