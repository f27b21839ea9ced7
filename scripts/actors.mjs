// data/actors/*.txt → dist/actors.json, the dictionary as the program reads it at its start; run by the build behind the compiler.
import { writeFileSync } from "node:fs";
import { parseFiles } from "../dist/actors/load.js";
import { preparedOf } from "../dist/actors/prepared.js";

writeFileSync(new URL("../dist/actors.json", import.meta.url), preparedOf(parseFiles()));
