// A sentence → how many people it says were killed and hurt.

const NUMBERS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, at) => [word, at + 1] as const);
const inWords = new Map<string, number>([...NUMBERS, ["dozens", Number.NaN]]);
const number = String.raw`(\d{1,3}(?:,\d{3})+|\d+|${NUMBERS.map(([word]) => word).join("|")})`;
const people = String.raw`(?:\s+(?:other|more|of\s+(?:the|its|their)|people|persons|civilians|soldiers|troops|children|women|men|workers|residents|villagers|fighters|members|police|officers)){0,4}`;
const killed = String.raw`(?:killed|dead|deaths?|died|die|dies|perished|lost\s+their\s+lives)`;
const hurt = "(?:wounded|injured|hurt|injuries)";
// A number before ("14 people were killed"), or after ("killed at least 14", "a toll of 14" is left alone).
const before = (word: string): RegExp =>
  new RegExp(String.raw`\b${number}${people}(?:\s+(?:were|was|have\s+been|had\s+been|are))?\s+${word}\b`, "gi");
const after = (word: string): RegExp =>
  new RegExp(
    String.raw`\b(?:kill(?:s|ed|ing)?|${word})\s+(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|around\s+|over\s+|nearly\s+|up\s+to\s+)?${number}\b(?!\s*(?:days?|hours?|times|weeks?|months?|years?|per))`,
    "gi",
  );
const wounding = new RegExp(
  String.raw`\b(?:wound(?:s|ed|ing)?|injur(?:es|ed|ing))\s+(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+|around\s+|over\s+|nearly\s+|up\s+to\s+)?${number}\b`,
  "gi",
);

export interface Figures {
  /** Null where the sentence gives none. */
  readonly killed: number | null;
  readonly hurt: number | null;
}

export const figuresOf = (sentence: string): Figures => ({
  killed: firstOf(sentence, [before(killed), after("killed")]),
  hurt: firstOf(sentence, [before(hurt), wounding]),
});

function firstOf(sentence: string, patterns: readonly RegExp[]): number | null {
  const found = patterns.flatMap((pattern) => [...sentence.matchAll(pattern)]).sort((a, b) => a.index - b.index)[0];
  if (!found) return null;
  const word = found[1]!.toLowerCase();
  return inWords.get(word) ?? Number(word.replaceAll(",", ""));
}
