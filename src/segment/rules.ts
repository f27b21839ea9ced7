// The rules that decide where sentences end, in the order in which they are asked. The first answer counts; where none answers, the sentence ends.
import { abbreviations } from "./abbreviations.ts";
import { acronyms } from "./acronyms.ts";
import type { Rule } from "./candidates.ts";
import { decimals } from "./decimals.ts";
import { ellipsis } from "./ellipsis.ts";
import { initials } from "./initials.ts";
import { lists } from "./lists.ts";
import { missingSpace } from "./missing-space.ts";
import { quotes } from "./quotes.ts";
import { smallLetters } from "./small-letters.ts";

export const rules: readonly Rule[] = [decimals, lists, ellipsis, missingSpace, smallLetters, quotes, acronyms, initials, abbreviations];
