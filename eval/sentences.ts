// Treebank folder → sentence-boundary F1 of segment/ on GUM-open dev and test. `npx tsx eval/sentences.ts [DIR]` prints one line.
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Document } from "../src/document/types.ts";
import { segment } from "../src/segment/segment.ts";

interface SentenceScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** F1 of the ends that are not also a paragraph's end, which come free. */
  readonly insideF1: number;
  readonly sentences: number;
}

/** Scores sentence ends; paragraphs are rebuilt from `# newpar`, their sentences joined by one space. @throws where the treebank files are absent */
export function measureSentences(
  dir: string,
  files: readonly string[] = ["gum-open-dev.conllu.gz", "gum-open-test.conllu.gz"],
): SentenceScore {
  const inside = { hit: 0, found: 0, true: 0 };
  const all = { hit: 0, found: 0, true: 0 };
  for (const file of files) {
    const paragraphs = readParagraphs(gunzipSync(readFileSync(`${dir}/${file}`)).toString("utf8"));
    let text = "";
    const gold = new Set<number>();
    const paragraphEnds = new Set<number>();
    for (const sentences of paragraphs) {
      for (const [i, sentence] of sentences.entries()) {
        text += (i > 0 ? " " : "") + sentence;
        gold.add(text.length);
      }
      paragraphEnds.add(text.length);
      text += "\n\n";
    }
    const found = segment({ text } as Document).sentences.map(({ end }) => end);
    for (const [score, counts] of [
      [all, () => true],
      [inside, (end: number) => !paragraphEnds.has(end)],
    ] as const) {
      score.true += [...gold].filter(counts).length;
      score.found += found.filter(counts).length;
      score.hit += found.filter((end) => counts(end) && gold.has(end)).length;
    }
  }
  const f1 = ({ hit, found, true: gold }: typeof all) => (2 * hit) / (found + gold);
  return { precision: all.hit / all.found, recall: all.hit / all.true, f1: f1(all), insideF1: f1(inside), sentences: all.true };
}

function readParagraphs(conllu: string): string[][] {
  const paragraphs: string[][] = [];
  for (const line of conllu.split("\n")) {
    if (/^# new(?:par|doc)(?:\s|$)/.test(line)) paragraphs.push([]);
    else if (line.startsWith("# text = ")) paragraphs.at(-1)?.push(line.slice(9).trim());
  }
  return paragraphs.filter((sentences) => sentences.length > 0);
}

if (process.argv[1]?.endsWith("sentences.ts")) {
  const dir = process.argv[2] ?? "../shared/data/ud";
  if (!existsSync(dir)) throw new Error(`${dir} is not there: name the folder of the treebanks`);
  const { precision, recall, f1, insideF1, sentences } = measureSentences(dir);
  const percent = (share: number) => (100 * share).toFixed(1);
  console.log(
    `sentences: F1 ${percent(f1)} (precision ${percent(precision)}, recall ${percent(recall)}; inside paragraphs F1 ${percent(insideF1)}) on ${sentences} GUM-open dev+test sentences`,
  );
}
