// A word → a stem that its forms share ("ceding", "ceded", "cede" → "ced"). For comparing words, never for showing them.

// No object: a text may hold “constructor”, which every object has.
const irregular: ReadonlyMap<string, string> = new Map(
  `give gave given; break broke broken; seek sought; say said; tell told; take took taken; swear swore sworn; hold held; leave left; make made; stand stood; keep kept;
  withdraw withdrew withdrawn; tear tore torn; forbid forbade forbidden; win won; fight fought; free freed; lay laid; meet met; begin began begun; spin spun; strike struck;
  oversee oversaw overseen; get got gotten; call called; bind bound; pay paid; sell sold; send sent; undertake undertook undertaken; forgive forgave forgiven; go goes going went gone; draw drew drawn; find found; think thought; see saw seen; rise rose risen`
    .split(";")
    .flatMap((line) => {
      const [base, ...forms] = line.trim().split(/\s+/);
      return forms.map((form) => [form, base!] as const);
    }),
);

/** True for a form that cannot be an infinitive. @param word in lower case */
export const isInflected = (word: string): boolean =>
  /(?:[^e]ed|(?:agr|guarant|fr|decr)eed|ing|[^s]s)$/.test(word) || (irregular.get(word) ?? word) !== word;

/** True for what looks like a past participle: "finished", "sent". @param word in lower case */
export const isParticipial = (word: string): boolean => /(?:ed|[^p]en|wn|ut|un|ne|id|eld|ent|uilt|ept|ought)$/.test(word);

/** @param word in lower case */
export function stem(word: string): string {
  let out = irregular.get(word) ?? word;
  const kept = (end: RegExp): void => {
    const rest = out.replace(end, "");
    if (rest.length >= 3 && /[aeiouy]/.test(rest)) out = rest;
  };
  if (/[^su]s$/.test(out) && !/is$/.test(out)) kept(/s$/);
  if (/ied?$/.test(out)) out = out.replace(/ied?$/, "y");
  else kept(/ed$/);
  kept(/ing$/);
  if (out.length > 3) out = out.replace(/(?<!e)e+$/, "");
  if (/([b-df-hj-np-tv-z])\1$/.test(out)) out = out.slice(0, -1);
  return out.replace(/y$/, "i");
}
