// data/actors/*.txt → the Dictionary that ships with Readout. The one place of actors/ that reads files.
import { readFileSync } from "node:fs";
import { type Dictionary, parseDictionary } from "./dictionary.ts";

/** @throws Error naming file and line where a line is malformed. */
export function loadDictionary(): Dictionary {
  const read = (file: string): string => readFileSync(new URL(`../../data/actors/${file}`, import.meta.url), "utf8");
  return parseDictionary({
    "countries.txt": read("countries.txt"),
    "organisations.txt": read("organisations.txt"),
    "people.txt": read("people.txt"),
    "agents.txt": read("agents.txt"),
    "things.txt": read("things.txt"),
  });
}
