// Documents of any length, made of few sentences, and how many steps the program takes over them: what grows faster than its text shows at a few hundred sentences, and on any machine alike.

import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { loadDictionary } from "../src/actors/load.ts";
import { documentOf, statedByText } from "../src/document/text.ts";
import type { Document } from "../src/document/types.ts";
import { type Parts, pathOf, type Read } from "../src/path.ts";
import { gazetteerOf } from "../src/places/gazetteer.ts";
import { openTagger } from "../src/tag/pool.ts";
import type { Sentence, TaggedSentence, Tagger } from "../src/tag/types.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Stands in a sentence for a name of its own in each copy. As long as the names, so that the sentence is read once and its readings moved. */
const NAME = "Qastor";

/** "Baaaaa", "Baaaab", …: six letters. */
function nameOf(number: number): string {
  let letters = "";
  for (let left = number, i = 0; i < 5; i++, left = Math.floor(left / 26)) letters = String.fromCharCode(97 + (left % 26)) + letters;
  return `B${letters}`;
}

const ordinary = [
  "Foreign ministers of France and Germany met in Geneva on Monday.",
  "The president of Ukraine rejected the plan, saying that it would reward Russia.",
  "Moscow demanded that Kyiv withdraw its troops from Donetsk.",
  "“We will not give up our land,” Zelenskyy said.",
  "Russian forces shelled Kharkiv on Tuesday, killing four people, officials said.",
  "Turkey welcomed the agreement and promised to send observers.",
  "The United States imposed sanctions on two Iranian banks.",
  "He thanked China for its support.",
  "Protesters in Tbilisi called on the government to resign.",
  "The talks ended without a deal.",
  "Analysts said the summit was a victory for Putin.",
  "Israel and Egypt agreed to reopen the crossing if the ceasefire holds.",
];

/** Kinds of documents that may grow without end; each copy of `sentences` is a paragraph. */
export const kinds: Readonly<Record<string, readonly string[]>> = {
  "ordinary news": ordinary,
  "one sentence again and again": ["Russia attacked Ukraine on Monday."],
  "one actor named again and again": ["Putin said that Putin and Putin had met Putin."],
  "an issue a sentence": [`Ukraine demanded the return of ${NAME} from Russia.`],
  "an actor a sentence": [`${NAME} Torvald, a minister of Norway, criticised Ukraine.`],
  "somebody, an office and pronouns a sentence": [
    `“We will not accept this,” said ${NAME} Torvald, the foreign minister.`,
    "The minister and Putin told the two leaders that they had met the president, and he rejected the plan.",
  ],
  "a reaction a sentence": ["Germany condemned the attack, and Poland welcomed the talks."],
};

/** One sentence that has no end: so many clauses of eight words. */
export const ENDLESS = "one sentence without end";

/** @param size sentences, or clauses of the one without end */
export function textOf(kind: string, size: number): string {
  if (kind === ENDLESS) return `Ministers said ${Array(size).fill("that Russia had attacked the northern city").join(" and ")}.`;
  const sentences = kinds[kind]!;
  const paragraphs: string[] = [];
  for (let done = 0; done < size; done += sentences.length)
    paragraphs.push(
      sentences
        .slice(0, size - done)
        .map((sentence, i) => sentence.replaceAll(NAME, nameOf(done + i)))
        .join(" "),
    );
  return paragraphs.join("\n\n");
}

/** What a page may have without end, by the number of its copy. */
export const shapes: Readonly<Record<string, (number: number) => string>> = {
  "one word a line": () => "x<br>",
  "a sentence and two line breaks": () => "They met in Geneva.<br><br>",
  "a paragraph": (n) => `<p>On day ${n} they met in Geneva, and left.</p>`,
  "an item of a list": (n) => `<li>Meeting ${n} was held in Geneva.</li>`,
  "a row of a table": (n) => `<tr><td>Meeting ${n}</td><td>Geneva</td></tr>`,
  "a link": (n) => `<a href="/story-${n}">Envoys meet</a> `,
  "an element that is never closed": () => "<div>They met. ",
};

export const pageOf = (shape: string, size: number): string =>
  `<html lang="en"><body><article><p>Envoys of France and Germany met in Geneva on Monday, and talked about peace.</p>${Array.from({ length: size }, (_, n) => shapes[shape]!(n)).join("")}</article></body></html>`;

/** Reads each sentence of `kinds` once by the model, and gives the reading for every copy. */
async function memory(tagger: Pick<Tagger, "tag">): Promise<Pick<Tagger, "tag">> {
  const template = (sentence: string): string => sentence.replace(/\bB[a-z]{5}\b(?= Torvald| from Russia)/g, NAME);
  const read = new Map<string, TaggedSentence>();
  return {
    async tag(sentences: readonly Sentence[]) {
      const texts = sentences.map((sentence) => template(typeof sentence === "string" ? sentence : sentence.join(" ")));
      const fresh = [...new Set(texts)].filter((text) => !read.has(text));
      const tagged = fresh.length > 0 ? await tagger.tag(fresh) : [];
      fresh.forEach((text, i) => void read.set(text, tagged[i]!));
      return texts.map((text) => read.get(text)!);
    },
  };
}

export const documentFrom = (text: string): Promise<Document> =>
  documentOf(statedByText(text), { id: "growth", language: "en" }, () => "0".repeat(64));

/** The whole path, with the model asked once for each sentence that differs. */
export async function reader(within?: Parts["within"]): Promise<Read> {
  const places = gazetteerOf(readFileSync(`${root}dist/places.tsv`));
  return pathOf({
    engine: { version: "0.0.0", model: "growth" },
    tagger: await memory(await openTagger(`${root}model`, 0)),
    dictionary: loadDictionary(),
    places: () => places,
    ...(within && { within }),
  });
}

/** How often each function and branch of src/ is entered while `work` runs, by file and function. */
export async function stepsOf(work: () => Promise<unknown>): Promise<Map<string, number>> {
  // A function that V8's other thread is optimising as the count begins would go on uncounted: on a busy machine half of its steps were lost.
  setFlagsFromString("--no-opt");
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  try {
    await work();
    const { result } = (await session.post("Profiler.takePreciseCoverage")) as unknown as {
      result: { url: string; functions: { functionName: string; ranges: { startOffset: number; count: number }[] }[] }[];
    };
    const steps = new Map<string, number>();
    for (const { url, functions } of result) {
      const file = /\/src\/[^?]*/.exec(url)?.[0];
      if (file === undefined || url.includes("node_modules")) continue;
      for (const { functionName, ranges } of functions) {
        const name = `${file}:${functionName || `@${ranges[0]!.startOffset}`}`;
        steps.set(name, (steps.get(name) ?? 0) + ranges.reduce((sum, { count }) => sum + count, 0));
      }
    }
    return steps;
  } finally {
    await session.post("Profiler.stopPreciseCoverage");
    session.disconnect();
  }
}
