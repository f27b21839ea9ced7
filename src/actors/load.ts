// data/actors/*.txt → the Dictionary that ships with Readout, as the build prepared it where it did. The one place of actors/ that reads files.
import { readFileSync, statSync } from "node:fs";
import { type Dictionary, parseDictionary, type Sources } from "./dictionary.ts";
import { dictionaryFrom } from "./prepared.ts";

const FILES = [
  "countries.txt",
  "organisations.txt",
  "people.txt",
  "agents.txt",
  "things.txt",
] as const satisfies readonly (keyof Sources)[];
const source = (file: string): URL => new URL(`../../data/actors/${file}`, import.meta.url);
/** What scripts/actors.mjs writes. */
const prepared = new URL("../../dist/actors.json", import.meta.url);

/** @throws Error naming file and line where a line is malformed. */
export function loadDictionary(): Dictionary {
  return isPrepared() ? dictionaryFrom(readFileSync(prepared, "utf8")) : parseFiles();
}

/** From the sources, whatever the build made of them. @throws Error naming file and line where a line is malformed. */
export function parseFiles(): Dictionary {
  return parseDictionary(Object.fromEntries(FILES.map((file) => [file, readFileSync(source(file), "utf8")])) as Sources);
}

/** Whether the build's file is there, made of the sources as they are now and by the program that runs; the TypeScript sources (tests, tsx) are nobody's build. */
function isPrepared(): boolean {
  if (import.meta.url.endsWith(".ts")) return false;
  const made = statSync(prepared, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && FILES.every((file) => statSync(source(file)).mtimeMs <= made);
}
