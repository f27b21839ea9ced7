// Two sides of mentions → how far they are the same, by names, codes and sectors.

export interface Party {
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly sectors: readonly string[];
}

/** Who is not told, or only as "both sides": neither for nor against. */
export const unknown = 0.5;
/** Named on both sides, and not the same: other countries, or an army and its rebels. */
export const different = 0.2;

/** 1 the same name · 0.8 the same country and sector · 0.6 the same country · `unknown` · `different` · 0 other countries */
export function agreement(a: Party, b: Party): number {
  if (isEmpty(a) || isEmpty(b)) return unknown;
  if (a.names.some((name) => b.names.some((other) => sameName(name, other)))) return 1;
  if (a.codes.length === 0 || b.codes.length === 0) return unknown;
  if (!meet(a.codes, b.codes)) return 0;
  if (a.sectors.length === 0 || b.sectors.length === 0) return 0.6;
  return meet(a.sectors, b.sectors) ? 0.8 : different;
}

export const together = (a: Party, b: Party): Party => ({
  names: [...a.names, ...b.names],
  codes: [...a.codes, ...b.codes],
  sectors: [...a.sectors, ...b.sectors],
});

const isEmpty = ({ names, codes }: Party): boolean => names.length === 0 && codes.length === 0;
const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => b.includes(each));

/** Words that many unlike names have. */
const common = new Set(
  "the of and its his her their two three both some several many people group groups side sides man men woman women official officials spokesman spokeswoman leader leaders minister ministers ministry president army forces troops soldiers government party council least foreign prime".split(
    " ",
  ),
);

const wordsOf = (name: string): string[] => name.toLowerCase().match(/\p{L}{3,}|\d+/gu) ?? [];

/** "Donald Trump" and "Trump", "crowded market" and "market of the town": half of the telling words of the one stand in the other, by their first five letters. */
export function sameName(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const [x, y] = [a, b].map(
    (name) =>
      new Set(
        wordsOf(name)
          .filter((word) => !common.has(word))
          .map((word) => word.slice(0, 5)),
      ),
  );
  if (x!.size === 0 || y!.size === 0) return false;
  const [small, large] = x!.size <= y!.size ? [x!, y!] : [y!, x!];
  return 2 * [...small].filter((word) => large.has(word)).length >= small.size;
}
