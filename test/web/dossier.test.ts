// The dossier in a real browser on the real server: each view with its table, downloads, filters in the address, and an empty shelf.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, openBrowser } from "./browser.ts";
import { expectAccessible, expectNoFaults, expectNoOverflow, type Site, siteWith } from "./site.ts";

describe.skipIf(noBrowser)("the dossier", () => {
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
  const end = async (page: Page): Promise<void> => {
    expectNoFaults(page);
    await page.context().close();
  };

  const views = {
    timeline: "gathered",
    counts: "gathered",
    map: "events",
    outlets: "gathered",
    positions: "positions",
    commitments: "commitments",
    sources: "statements",
    actors: "actors",
    network: "dyads_monthly",
  };

  it.each(Object.entries(views))("should show %s in words too, and give its rows away", async (view, question) => {
    const page = await site.open(`/?view=${view}`);
    await page.locator("td, .issue").first().waitFor();
    await expectAccessible(page);
    const csv = page.getByRole("link", { name: "CSV" }).last();
    const [file] = await Promise.all([page.waitForEvent("download"), csv.click()]);
    expect(file.suggestedFilename()).toBe(`${question}.csv`);
    const json = await fetch(new URL((await page.getByRole("link", { name: "JSON" }).last().getAttribute("href"))!, page.url()));
    expect(((await json.json()) as { rows: unknown[] }).rows.length).toBeGreaterThan(0);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoOverflow(page);
    await end(page);
  });

  it("should show the shift in the American position with both citations", async () => {
    const page = await site.open("/?view=positions");
    const shift = page.locator(".shifts li", { hasText: "Donald Trump" }).filter({ hasText: "as two articles show" }).first();
    await shift.waitFor();
    expect(await shift.textContent()).toMatch(/demands.*ceasefire.*13 Aug 2025.*→.*(?:16|17) Aug 2025/s);
    await shift.locator(".quote a").first().click();
    await page.locator("article").waitFor();
    expect(new URL(page.url()).searchParams.get("document")).toBe("summit-eve");
    await page.goBack();
    await shift.locator(".quote a").last().click();
    await page.locator("article").waitFor();
    expect(new URL(page.url()).searchParams.get("document")).toMatch(/^(?:alaska|after)-summit$/);
    await end(page);
  });

  it("should set the Witkoff claim beside its denial, its doubts and its precedent", async () => {
    const page = await site.open("/?view=sources");
    const pair = page.locator(".sides li", { hasText: "Steve Witkoff" }).first();
    expect(await pair.textContent()).toMatch(/first:.*says Dmitry Peskov.*then:.*says Steve Witkoff/s);
    await page.goto(`${site.url}/?view=commitments`);
    const row = page.getByRole("row", { name: /Witkoff claimed/ });
    expect(await row.textContent()).toMatch(/doubt:.*did not confirm.*precedent:/s);
    await end(page);
  });

  it("should look nearer and farther in time, by button, drag and address", async () => {
    const page = await site.open("/?view=timeline");
    const dots = page.locator("svg a");
    await dots.first().waitFor();
    await page.getByRole("button", { name: "Farther" }).click();
    const wide = new URL(page.url()).searchParams.get("since")!;
    await page.getByRole("button", { name: "Nearer" }).click();
    expect(new URL(page.url()).searchParams.get("since")! > wide).toBe(true);
    const box = (await page.locator("svg[aria-label=Timeline]").boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 5);
    await page.mouse.up();
    const { searchParams } = new URL(page.url());
    expect(searchParams.get("until")! > searchParams.get("since")!).toBe(true);
    await page.getByRole("link", { name: "All days" }).click();
    await dots.first().waitFor();
    await dots.first().focus();
    await page.keyboard.press("Enter");
    await page.locator("article a[aria-current=true]").waitFor();
    await end(page);
  });

  it("should narrow every view by the filters in the address, and say what to do where nothing is left", async () => {
    const page = await site.open("/?view=positions&actor=UKR");
    await page.getByRole("heading", { name: "Volodymyr Zelenskyy" }).waitFor();
    expect(await page.getByRole("heading", { name: /Putin|Trump/ }).count()).toBe(0);
    await page.getByLabel("Who", { exact: true }).fill("nobody");
    await page.keyboard.press("Enter");
    await page.getByText("No positions pass these filters.").waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Clear the filters" }).click();
    await page.getByRole("heading", { name: "Donald Trump" }).waitFor();
    await page.goto(`${site.url}/?view=timeline`);
    await page.getByLabel("Told as").selectOption("said");
    await page.getByText("only said Clear").waitFor();
    await expect
      .poll(async () => new Set(await page.locator("tbody tr td:nth-child(5)").allTextContents()).has("the article’s"))
      .toBe(false);
    await page.getByRole("button", { name: "More filters" }).click();
    await page.getByLabel("Who says so").fill("Witkoff");
    await page.keyboard.press("Enter");
    await page.getByText("only said · says Witkoff Clear").waitFor();
    await expect
      .poll(async () => (await page.locator("tbody tr td:nth-child(5)").allTextContents()).every((by) => by.includes("Witkoff")))
      .toBe(true);
    await page.getByLabel("Date").selectOption("true");
    expect(new URL(page.url()).searchParams.get("undated")).toBe("true");
    await end(page);
  });

  it("should browse a table by facets, sorting and pages, and answer SQL that only reads", async () => {
    const page = await site.open("/?view=tables&table=events");
    await page.locator("td").first().waitFor();
    await expectAccessible(page);
    await page.locator(".facets").getByRole("link", { name: "REJECT", exact: true }).click();
    await expect.poll(() => page.locator(".facets h2").allTextContents()).not.toContain("type");
    await page.getByRole("link", { name: "confidence", exact: true }).click();
    await page.getByRole("columnheader", { name: "confidence ↑" }).waitFor();
    // The files follow when the rows have come.
    await page.locator("a[href*='ORDER+BY']").first().waitFor();
    const { rows } = (await (
      await fetch(new URL((await page.getByRole("link", { name: "JSON" }).getAttribute("href"))!, page.url()))
    ).json()) as {
      rows: { type: string; confidence: number }[];
    };
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(["REJECT"]));
    expect(rows.map(({ confidence }) => confidence)).toEqual(rows.map(({ confidence }) => confidence).sort((a, b) => a - b));
    await page.getByText("SQL", { exact: true }).click();
    await page.getByLabel("SQL that only reads").fill("SELECT type, count(*) AS n FROM events GROUP BY ALL ORDER BY n DESC");
    await page.getByRole("button", { name: "Ask" }).click();
    await page.getByRole("columnheader", { name: "n", exact: true }).waitFor();
    await page.getByLabel("SQL that only reads").fill("DROP TABLE events");
    await page.getByRole("button", { name: "Ask" }).click();
    await page
      .getByRole("alert")
      .getByText(/only read/)
      .waitFor();
    await page.context().close();
  });

  it("should review what is least sure by keyboard, and take it back", async () => {
    const page = await site.open("/?view=review");
    const under = page.getByLabel("Event under review");
    await under.waitFor();
    await expectAccessible(page);
    const first = await under.textContent();
    const told = async (): Promise<unknown[]> =>
      ((await (await fetch(`${site.url}/api/v1/corrections`)).json()) as { rows: { standing: string }[] }).rows.map(
        ({ standing }) => standing,
      );
    await page.keyboard.press("y");
    await page.getByText("1 said; the last: right.").waitFor();
    expect(await under.textContent()).not.toBe(first);
    expect(await told()).toEqual(["applied"]);
    await page.keyboard.press("u");
    await expect.poll(() => under.textContent(), { timeout: 15_000 }).toBe(first);
    expect(await told()).toEqual(["ended"]);
    await end(page);
  });

  it("should review lines of other kinds by the same keys, and take back one that was taken out", async () => {
    const page = await site.open("/?view=review");
    await page.getByRole("link", { name: "positions", exact: true }).click();
    const under = page.getByLabel("Line under review");
    await under.waitFor();
    await expectAccessible(page);
    const first = await under.textContent();
    const told = async (): Promise<unknown[]> =>
      ((await (await fetch(`${site.url}/api/v1/corrections`)).json()) as { rows: { line: string; standing: string }[] }).rows
        .filter(({ line }) => line === "position")
        .map(({ standing }) => standing);
    await page.keyboard.press("n");
    await page.getByText("1 said; the last: not so.").waitFor();
    await expect.poll(() => under.textContent(), { timeout: 15_000 }).not.toBe(first);
    await page.keyboard.press("u");
    await expect.poll(() => under.textContent(), { timeout: 15_000 }).toBe(first);
    expect(await told()).toEqual(["ended"]);
    await page.keyboard.press("y");
    await page.getByText("1 said; the last: right.").waitFor();
    expect(await told()).toEqual(["ended", "applied"]);
    await page.goto(`${site.url}/?view=review&of=reactions`);
    await page.keyboard.press("ArrowRight");
    await page
      .getByText(/That was the last of|to review|of \d+/)
      .first()
      .waitFor();
    await end(page);
  });

  it("should say of an actor that is only named where, and what to look at instead", async () => {
    const page = await site.open("/?view=actors&actor=North+Atlantic+Treaty+Organization");
    await page.getByText("It is named 1 time in 1 article").waitFor();
    await page.getByRole("link", { name: /a veto over Ukraine’s path to NATO/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "All that is told of IGO" }).waitFor();
    await end(page);
  });

  it("should have a page for an actor", async () => {
    const page = await site.open("/?view=actors&actor=Volodymyr%20Zelenskyy");
    await page.getByRole("heading", { name: "Volodymyr Zelenskyy" }).waitFor();
    await page.getByRole("heading", { name: "Where it stands" }).waitFor();
    await expectAccessible(page);
    await end(page);
  });
});
