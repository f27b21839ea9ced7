// The folder's functions as one object, which store/ is given: it keeps what they find and knows nothing of how.
import { answersOf } from "./answers.ts";
import { contradictions } from "./contradictions.ts";
import { gather } from "./gather.ts";
import { mentionsOf, standsOf } from "./mentions.ts";
import { shifts } from "./shifts.ts";
import { isCopy, shared, sketchOf } from "./sketch.ts";
import type { Gatherer } from "./types.ts";
import { windows } from "./windows.ts";

export const gatherer: Gatherer = { windows, sketchOf, shared, isCopy, mentionsOf, answersOf, standsOf, gather, contradictions, shifts };
