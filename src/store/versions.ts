// Versions of articles that a shelf holds + a text's hash, address and day → the article that it is a version of, or that it is there already. Pure.

/** A version of an article; "" where it has no address. */
export interface Version {
  readonly key: number;
  readonly article: number;
  readonly version: number;
  readonly sha256: string;
  readonly url: string;
  readonly day: string | null;
}

/**
 * An article is its address and day of publication; a text without a day is of the only article there, or of the one without a day; without an address it is its text alone.
 * @returns the newest version of its article, null where it is a new one; "known" where its very text is there
 */
export function placeAmong(
  held: readonly Version[],
  { sha256, url, day }: Pick<Version, "sha256" | "url" | "day">,
): Version | null | "known" {
  if (held.some((each) => each.sha256 === sha256)) return "known";
  const there = url === "" ? [] : held.filter((each) => each.url === url);
  const isOnly = new Set(there.map(({ article }) => article)).size === 1;
  const own = there.filter((each) => each.day === null || each.day === day || (day === null && isOnly));
  return own.reduce<Version | null>(
    (newest, each) =>
      newest === null || each.article > newest.article || (each.article === newest.article && each.version > newest.version)
        ? each
        : newest,
    null,
  );
}
