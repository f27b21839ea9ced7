// A passage in, its PLOVER contexts out: words that name a subject matter. Coded from the event's sentence; several at once.
import { phrasesOf } from "../grammar/words.ts";

const LEXICON = phrasesOf("contexts");

/** The contexts whose words stand in `passage`, in the codebook's order. */
export const contextsOf = (passage: string): string[] => LEXICON.filter(([, words]) => words.test(passage)).map(([name]) => name);
