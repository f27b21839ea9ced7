// A word → whether it tells what somebody feels or thinks, and no deed. Pure.
import type { Tree } from "../grammar/tree.ts";

const FEELING =
  /^(?:worr(?:y|ies)|concerns?|fears?|anger|alarm|outrage|unease|anxiet(?:y|ies)|views?|opinions?|hopes?|grief|sympath(?:y|ies))$/;

/** "Worry", "views": what somebody feels or thinks. */
export const isFeeling = ({ words }: Tree, at: number): boolean => FEELING.test(words[at] ?? "");
