// The program from its sources, with a reader that answers at once: a process of its own, for signals.
import { processEffects } from "../../src/cli/effects.ts";
import { main } from "../../src/cli/main.ts";
import { fake } from "./fakes.ts";

const { openReader } = fake().effects;
process.exit(await main(process.argv.slice(2), { ...processEffects(), openReader }));
