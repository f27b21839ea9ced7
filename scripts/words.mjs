// data/words/*.txt → src/grammar/lists.ts, so that Node, tsx and the browser's bundle read the same lists without opening a file. npm run words; a test holds the two together.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @returns the module's text */
export function listsOf(folder = here("../data/words")) {
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => {
      const [first, ...lines] = readFileSync(`${folder}/${name}`, "utf8").trimEnd().split("\n");
      if (!/^# \S/.test(first)) throw new Error(`data/words/${name}: does not say what it is for: begin it with a line “# …”`);
      for (const line of lines)
        if (!/^[A-Za-z_ ]+: \S/.test(line)) throw new Error(`data/words/${name}: “${line}” is no list: write “verbs: accept, adopt”`);
      const key = name.slice(0, -4);
      return `  ${/^[a-z]+$/.test(key) ? key : JSON.stringify(key)}: ${JSON.stringify(lines.join("\n"))},`;
    });
  return `// Written by npm run words from data/words: change it there.
/** A word list by the name of its file, without its first line. */
export const LISTS = {
${rows.join("\n")}
} as const;

export type Concept = keyof typeof LISTS;
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(here("../src/grammar/lists.ts"), listsOf());
