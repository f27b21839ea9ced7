// Joins after an abbreviation: "Gen. Mark Milley", "No. 10", "Jan. 5", "St. Petersburg", "vs. China". Not: "said no. Then", "bombs, etc. The army"
import { type Rule, startsSentence } from "./candidates.ts";

const words = (list: string) => new Set(list.split(/\s+/));

// A name always follows.
const titles = words(
  `mr mrs ms mx dr prof rev fr sr sra hon gen lt col maj capt cpt cmdr sgt cpl pvt adm brig sen sens rep reps gov govs pres amb atty supt insp det
  messrs mme mlle msgr st ste mt ft pt sheikh md mohd muhd eng engr dep asst assoc vice`,
);
// A number follows.
const numbered = words(
  "no nos p pp vol vols art arts sec ch chap fig figs para eq ver ed op cit al jan feb mar apr jun jul aug sep sept oct nov dec c ca circa approx est b d r",
);
// Goes on unless a word that begins sentences follows.
const inside = words(
  "inc corp ltd co llc bros plc jr sr ave blvd rd hwy dept univ assn int intl natl govt mfg dist ind calif ariz colo conn fla ill mass mich minn miss mo neb nev okla ore pa penn tenn tex va vt wash wis wyo ga ala ark del ky la md mont ont que nat",
);
const never = words("vs v eg ie cf viz e.g i.e");

export const abbreviations: Rule = (at) => {
  if (at.marks !== "." || at.word.length > 8) return;
  const word = at.word.toLowerCase();
  const capital = /^\p{Lu}/u.test(at.word);
  if (never.has(word)) return "join";
  if (numbered.has(word) && /^[\d#§]|^[IVXLC]+\b/.test(at.ahead)) return "join";
  if (capital && titles.has(word) && /^["“‘'(]?\p{Lu}/u.test(at.ahead) && !(word === "st" && startsSentence(at))) return "join";
  if (capital && inside.has(word) && !startsSentence(at) && /^\p{Lu}/u.test(at.ahead)) return "join";
  return;
};
