// A line of an article → the names in it, where it is a byline. Pure.

/** "By Jane Doe and John Roe" → "Jane Doe and John Roe"; null for any other line. */
export function bylineInLine(line: string): string | null {
  if (line.length > 120) return null;
  const found =
    /^(?:written )?by:?\s+((?:[A-Z][\p{L}.'’-]*|and|with|de|van|von|bin|al|el|la|&)(?:,?\s+(?:[A-Z][\p{L}.'’-]*|and|with|de|van|von|bin|al|el|la|&)){0,11})(?=$|\s*[|,•·])/iu.exec(
      line,
    );
  return found?.[1] && /^\p{Lu}/u.test(found[1]) ? found[1] : null;
}
