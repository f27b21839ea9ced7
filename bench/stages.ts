// Articles through the path in one thread → processor time by stage, as a table on standard output: where the time goes. npx tsx bench/stages.ts [FOLDER of .txt]; without one, 60 articles of the corpus's own sentences.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { castOf } from "../src/actors/cast.ts";
import { countryOfPlace } from "../src/actors/dictionary.ts";
import { loadDictionary } from "../src/actors/load.ts";
import { readDocument } from "../src/document/document.ts";
import { code } from "../src/events/code.ts";
import { negotiationOf } from "../src/negotiation/negotiation.ts";
import { gazetteerOf } from "../src/places/gazetteer.ts";
import { recordOf } from "../src/record/record.ts";
import { segment } from "../src/segment/segment.ts";
import { inJobs } from "../src/tag/jobs.ts";
import type { Model } from "../src/tag/model.ts";
import { readerOf } from "../src/tag/reader.ts";
import { openModel } from "../src/tag/session.ts";
import { tag } from "../src/tag/tag.ts";
import type { Sentence, TaggedSentence } from "../src/tag/types.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2];

function ofCorpus(): string[] {
  const corpus = join(root, "training", "corpus");
  const sentences = readdirSync(corpus)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => [...readFileSync(join(corpus, file), "utf8").matchAll(/^text: (.*)$/gm)].map((match) => match[1]!));
  return Array.from({ length: 60 }, (_, i) => sentences.slice(i * 175, i * 175 + 25).join(" "));
}
const texts = folder
  ? readdirSync(folder)
      .filter((file) => file.endsWith(".txt"))
      .sort()
      .map((file) => readFileSync(join(folder, file), "utf8"))
  : ofCorpus();

const seconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const spent = new Map<string, number>();
const add = (stage: string, time: number): void => void spent.set(stage, (spent.get(stage) ?? 0) + time);
function timed<T>(stage: string, work: () => T): T {
  const begun = seconds();
  const out = work();
  add(stage, seconds() - begun);
  return out;
}

const model = await openModel(join(root, "model"));
let [fed, real] = [0, 0];
const watched: Model = {
  ...model,
  async run(inputs) {
    const begun = seconds();
    const out = await model.run(inputs);
    add("the model", seconds() - begun);
    for (const { name, data } of inputs) {
      if (name === "pieces") fed += data.length;
      if (name === "mask") real += data.reduce((sum, one) => sum + Number(one), 0);
    }
    return out;
  },
};
const read = readerOf(watched);
let before: Promise<unknown> = Promise.resolve();
/** One job after another, so that what is timed is one thing. */
const tagger = {
  tag: (sentences: readonly Sentence[]): Promise<TaggedSentence[]> =>
    inJobs(
      sentences,
      ({ length }) => length,
      (part) => {
        const job = before.then(() => read(part));
        before = job;
        return job;
      },
    ),
};
const dictionary = loadDictionary();
const cast = castOf(dictionary);
const places = gazetteerOf(readFileSync(join(root, "dist", "places.tsv")));

let sentences = 0;
for (const text of texts) {
  const begun = seconds();
  const document = await readDocument(text, "text", {});
  add("document", seconds() - begun);
  const segmented = timed("segment: paragraphs, sentences, advertising", () => segment(document));
  const [start, run] = [seconds(), spent.get("the model") ?? 0];
  const tagged = await tag(segmented, tagger);
  add("words, pieces, scores to readings", seconds() - start - (spent.get("the model") ?? 0) + run);
  const actors = timed("actors", () => cast(tagged));
  const placeOf = (name: string, near: ReadonlySet<string>) => places.placeOf(name, near, (place) => countryOfPlace(dictionary, place));
  const coded = timed("events, dates, places", () => code(tagged, actors, { date: document.published ?? null, placeOf }));
  const record = timed("positions, commitments, reactions, record", () =>
    recordOf({ version: "bench", model: model.hash }, segmented, actors, coded, negotiationOf(tagged, actors, coded)),
  );
  timed("JSON", () => JSON.stringify(record));
  sentences += record.sentences.length;
}

const all = [...spent.values()].reduce((sum, one) => sum + one, 0);
const lines = [...spent]
  .sort((a, b) => b[1] - a[1])
  .map(([stage, time]) => `| ${stage} | ${((1000 * time) / sentences).toFixed(2)} | ${((100 * time) / all).toFixed(0)}% |`);
process.stdout.write(
  `${[
    "| stage | processor seconds for 1,000 sentences | share |",
    "| --- | --- | --- |",
    ...lines,
    `| all | ${((1000 * all) / sentences).toFixed(2)} | 100% |`,
    "",
    `${texts.length} articles, ${sentences} sentences, one thread, the first article among them (nothing is warm); ${real} word pieces, padded to ${fed}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`,
  ].join("\n")}\n`,
);
