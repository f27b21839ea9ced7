// A text and what its page declares → the language it is in. Reads nothing else.

// Below this many letters a wrong guess is likelier than a wrong declaration.
const enough = 200;
// Below this many, names outweigh words: "Trump met Putin in Alaska." is taken for Dutch.
const fewest = 60;
// So much nearer to its own language than to English is every text that is not English; what is less near is English full of names.
const lead = 0.1;

/**
 * The ISO 639-1 code of the text: as detected where the text is long enough to tell, else as declared, else English.
 * Pages often keep the language that their template declares, so a sure detection overrules them.
 */
export async function languageOf(text: string, declared: string | null): Promise<string> {
  const start = text.slice(0, 5000);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (declared !== null && letters < enough) return declared;
  if (letters < fewest ? !isOtherScript(start) : isPlainlyEnglish(start)) return "en";
  // Loaded only where it is needed: its tables take longer to load than an article to read.
  const { eld } = await import("eld/small");
  const found = eld.detect(start);
  const scores = found.getScores();
  if (found.language === "" || (declared !== null && !found.isReliable())) return declared ?? "en";
  return scores[found.language]! - (scores.en ?? 0) < lead ? (declared ?? "en") : found.language;
}

const isOtherScript = (text: string): boolean => (text.match(/\P{Script=Latin}/gu) ?? []).filter((sign) => /\p{L}/u.test(sign)).length > 5;

// In English prose about one word in four is one of these; no other language has half as many.
function isPlainlyEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((word) =>
    /^(the|of|and|that|with|for|was|were|have|has|had|from|this|which|will|would|their|been|they|said|are|is|by|at|it)$/.test(word),
  );
  return words.length >= 50 && common.length / words.length > 0.12;
}

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** "fr" → "French"; a code that is none comes back as it is. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
