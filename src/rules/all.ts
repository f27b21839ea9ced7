// Every rule that readout why can name, kind by kind, for docs/rules.md, tests and measures.
import { ALONE } from "./alone.ts";
import { RECODED } from "./coded.ts";
import { GUARDS } from "./guards.ts";
import { IDLE } from "./idle.ts";
import type { Rule } from "./rule.ts";
import { SIDES } from "./sides.ts";
import { TELLING } from "./undone.ts";

export const ACT_RULES: readonly Rule[] = [...RECODED, ALONE, ...IDLE, ...SIDES, ...TELLING, ...Object.values(GUARDS)];
