// node scripts/screens.mjs: serves a new shelf of examples/ and writes a picture of each view of the page to docs/screens/. Needs a built checkout and Chromium.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import sharp from "sharp";
import { makeReady, root } from "./ready.mjs";

const pictures = {
  front: "/",
  article: "/?document=alaska-summit",
  promise: "/?document=alaska-summit&mark=MARK",
  facts: "/?document=alaska-summit&facts=1",
  timeline: "/?view=timeline&since=2025-08-10&until=2025-08-22",
  counts: "/?view=counts&since=2025-08-10&until=2025-08-22",
  map: "/?view=map",
  positions: "/?view=positions",
  commitments: "/?view=commitments",
  sources: "/?view=sources",
  outlets: "/?view=outlets",
  actor: "/?view=actors&actor=Vladimir+Putin",
  network: "/?view=network",
};
const kinds = [
  { end: "", width: 1200, height: 780, colorScheme: "light" },
  { end: "-dark", width: 1200, height: 780, colorScheme: "dark", of: ["promise", "network"] },
  { end: "-phone", width: 360, height: 720, colorScheme: "light", of: ["article", "promise", "timeline"] },
];

makeReady();
const program = join(root, "bin", "readout");
const folder = mkdtempSync(join(tmpdir(), "readout-screens-"));
const db = join(folder, "examples.duckdb");
const examples = readdirSync(join(root, "examples"))
  .filter((name) => name.endsWith(".txt"))
  .map((name) => join(root, "examples", name));
if (spawnSync(process.execPath, [program, "add", ...examples, "--db", db], { stdio: ["ignore", 2, 2] }).status !== 0) process.exit(1);
const server = spawn(process.execPath, [program, "serve", "--db", db, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
const url = await new Promise((resolve) =>
  server.stderr.on("data", (text) => {
    const found = /listening on (http:\S+)/.exec(text)?.[1];
    if (found) resolve(found);
  }),
);
const { rows } = await (await fetch(`${url}/api/v1/commitments?actor=Putin`)).json();
const record = await (await fetch(`${url}/api/v1/documents/alaska-summit`)).json();
const promised = rows.find(({ document }) => document === "alaska-summit");
const mark = record.events.find(({ id }) => promised?.evidence.includes(id))?.id ?? "e1";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
mkdirSync(join(root, "docs", "screens"), { recursive: true });
for (const { end, width, height, colorScheme, of = Object.keys(pictures) } of kinds) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  for (const name of of) {
    await page.goto(url + pictures[name].replace("MARK", mark), { waitUntil: "networkidle" });
    await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    // 256 colours are all that a page of text shows, and a third of the bytes.
    const picture = sharp(await page.screenshot()).png({ palette: true, colours: 256, effort: 10, compressionLevel: 9 });
    await picture.toFile(join(root, "docs", "screens", `${name}${end}.png`));
  }
  await page.close();
}
await browser.close();
server.kill();
rmSync(folder, { recursive: true, force: true });
