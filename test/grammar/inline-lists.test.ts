// Lists of four words or more belong in data/words: what still stands in code is counted folder by folder, and may only become less.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LISTS } from "../../src/grammar/lists.ts";

const src = join(import.meta.dirname, "..", "..", "src");

/** Relations, word classes and types of the treebank and the codebook, and words that are grammar: no concept that a list would name. */
const GRAMMAR =
  /^(?:[nc]subj|obj|iobj|obl|nmod|amod|advmod|advcl|acl|xcomp|ccomp|conj|cc|appos|flat|compound|fixed|case|mark|det|aux|cop|root|parataxis|nummod|punct|relcl|pass|agent|poss|the|an?|this|that|these|those|who|which|what|whether|if|when|where|why|how|not|never|no|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|of|to|in|on|at|by|for|with|from|it|he|she|they|we|you|i|him|her|them|his|their|its|and|or|but)$/;

/** Alternations and quoted lists in a file's code, without comments, that have at least four words of their own. */
function listsIn(code: string): string[] {
  const plain = code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(?:^|\s)\/\/ .*$/gm, "");
  const alternations = plain.match(/[A-Za-z?'’[\]()*+\\ :-]+(?:\|[A-Za-z?'’[\]*+\\ :-]+){3,}/g) ?? [];
  const quoted = plain.match(/(?:"[a-z][a-z' -]*",\s*){3,}"[a-z][a-z' -]*"/g) ?? [];
  const words = (list: string, sign: string): number =>
    list.split(sign).filter((one) => {
      const word = one.replace(/\(\?:|[^A-Za-z]/g, "");
      return /^[a-z]{3,}$/.test(word) && !GRAMMAR.test(word);
    }).length;
  return [...alternations.filter((list) => words(list, "|") >= 4), ...quoted.filter((list) => words(list, ",") >= 4)];
}

/** How many there are today; lower a number with the code, never raise one. */
const MOST: Readonly<Record<string, number>> = {
  actors: 63,
  document: 62,
  events: 0,
  grammar: 2,
  negotiation: 3,
  record: 3,
  rules: 3,
  segment: 107,
  tag: 5,
};

it.each(Object.entries(MOST))("are no more in src/%s than they were", (folder, most) => {
  const files = readdirSync(join(src, folder)).filter((name) => name.endsWith(".ts") && name !== "lists.ts");
  const found = files.flatMap((name) => listsIn(readFileSync(join(src, folder, name), "utf8")).map((list) => `${name}: ${list}`));
  const told = `move the new list into data/words, then npm run words:\n${found.join("\n")}`;
  expect(found.length, told).toBeLessThanOrEqual(most);
});

it("are found in expressions and in arrays, and grammar is none", () => {
  expect(listsIn("const A = /^(?:tiger|lion|bear|wolf)$/;")).toHaveLength(1);
  expect(listsIn('const A = ["tiger", "lion", "bear", "wolf"];')).toHaveLength(1);
  expect(listsIn("const A = /^(?:nsubj|obj|obl|acl)$/; // tiger|lion|bear|wolf")).toEqual([]);
  expect(listsIn("const A = /^(?:tiger|lion|bear)$/;")).toEqual([]);
});

it("are asked for by their names, all of those in data/words", () => {
  const root = join(src, "..");
  const code = ["src", "web"]
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(root, folder, name)))
    .filter((path) => /\.(?:ts|svelte)$/.test(path) && !path.endsWith("grammar/lists.ts"))
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  expect(Object.keys(LISTS).filter((name) => !code.includes(`"${name}"`) && !new RegExp(`@${name}(?![a-z-])`).test(code))).toEqual([]);
});
