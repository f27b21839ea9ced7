// A word → whether it tells what somebody feels or thinks, and no deed. Pure.

import type { Tree } from "../grammar/tree.ts";
import { formsOf } from "../grammar/words.ts";

const FEELING = formsOf("feelings");

/** "Worry", "views": what somebody feels or thinks. */
export const isFeeling = ({ words }: Tree, at: number): boolean => FEELING.has(words[at] ?? "");
