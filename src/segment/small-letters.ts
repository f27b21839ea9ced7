// Joins before a small letter or a mark that goes on: "e.g. in Kyiv", '?" he asked', "Yahoo! said", "etc., and". Not: "ended. iPhone sales", "it’s over. 40 died"
import type { Rule } from "./candidates.ts";

export const smallLetters: Rule = ({ ahead }) => (/^["“‘'«([]*\p{Ll}(?!\p{Lu})|^[,;:%)\]–—-]/u.test(ahead) ? "join" : undefined);
