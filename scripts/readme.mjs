// npm run readme: writes the generated parts of README.md (the example's record, the figures) from the program and from docs/, so that they stay true. --check only compares.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeReady, root } from "./ready.mjs";

makeReady();
const page = execFileSync(process.execPath, [join(root, "bin", "readout"), join(root, "examples", "alaska-summit.txt"), "--as", "page"], {
  encoding: "utf8",
  env: { ...process.env, NO_COLOR: "1", COLUMNS: "96" },
});
// As much as fits a screen, cut between two entries.
const lines = page.trimEnd().split("\n");
const cut = lines.slice(0, 48).lastIndexOf("");
const shown = [...lines.slice(0, cut), "", `  … and ${lines.length - cut} lines more`].join("\n");
const accuracy = readFileSync(join(root, "docs", "accuracy.md"), "utf8");
const summary = /<!-- summary -->\n([\s\S]*?)<!-- \/summary -->/.exec(accuracy)?.[1] ?? "";
const parts = { record: `\n\`\`\`text\n${shown}\n\`\`\`\n`, figures: `\n${summary.trim()}\n` };

const path = join(root, "README.md");
const before = readFileSync(path, "utf8");
const after = Object.entries(parts).reduce(
  (text, [name, part]) =>
    text.replace(new RegExp(`(<!-- ${name}: npm run readme -->\n)[\\s\\S]*?(<!-- /${name} -->)`), (_, a, b) => `${a}${part}\n${b}`),
  before,
);
if (process.argv.includes("--check")) {
  if (after !== before) {
    process.stderr.write("readout: README.md: its generated parts are not what the program prints today: run npm run readme\n");
    process.exit(1);
  }
} else writeFileSync(path, after);
