// The program from its sources, as a process of its own: `node --import tsx start.mts ARGUMENTS`.
import { main } from "../../src/cli/main.ts";

process.exit(await main(process.argv.slice(2)));
