// The built `readout` with a reader that answers at once: each JSONL line brings its record. Says "ready" on standard error when it begins.
// RECODED=FILE: what it tells of each text, by SHA-256, where the line does not bring it.
// SLOW=1: the reader never answers, so that the shelf stays held.
import { readFileSync } from "node:fs";
import { processEffects } from "../../dist/cli/effects.js";
import { main } from "../../dist/cli/main.js";

// What a command loads first, so that "ready" is just before the shelf is opened.
await Promise.all(["add.js", "ask.js", "recode.js", "correct.js", "export.js", "watch.js"].map((name) => import(`../../dist/cli/${name}`)));
await import("../../dist/store/shelf.js");
const effects = processEffects();
const recoded = process.env.RECODED ? JSON.parse(readFileSync(process.env.RECODED, "utf8")) : {};
const empty = {
  ...{ schema: "readout.record/1", sentences: [], actors: [], events: [], statements: [], positions: [], commitments: [], reactions: [] },
  promotions: [],
};
const engine = { version: "0.2.0", model: "ba9876543210" };
const openReader = async () => ({
  engine,
  async read({ extra: { record }, ...document }) {
    process.stderr.write("reading\n");
    if (process.env.SLOW) await new Promise((resolve) => setTimeout(resolve, 600_000));
    const again = recoded[document.sha256];
    if (again) return { ...again, engine, document: { ...document, extra: {} } };
    // Of an article of a feed nothing is known but that it is there.
    if (record === undefined) return { ...empty, engine, document: { ...document, extra: {} } };
    return { ...record, document: { ...document, byline: null, kind: "news", extra: {} } };
  },
  async close() {},
});
process.stderr.write("ready\n");
process.exit(await main(process.argv.slice(2), { ...effects, openReader }));
