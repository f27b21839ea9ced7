// What an article calls itself, its section, address and title → news, opinion, analysis and so on. Pure.
import type { DocumentKind } from "./types.ts";

const kinds: readonly (readonly [DocumentKind, RegExp])[] = [
  ["opinion", /opinion|\bop-?eds?\b|editorial|commentary|comment-?is-?free|\bcolumn(s|ists)?\b|\bletters?\b/i],
  ["analysis", /analys[ie]s|explainer/i],
  ["interview", /\binterviews?\b/i],
  ["press-release", /press-?releases?|newswire|media-?releases?/i],
];

/** Told by what the page calls itself, its section, its address and a prefix of its title ("Opinion: …"), in this order. */
export function kindOf(types: readonly string[], section: string | null, url: string | null, title: string | null): DocumentKind {
  const places = [types.join(" "), section ?? "", url ? pathOf(url) : "", /^([\w -]{4,20})(?:[:|]| [–—-] )/.exec(title ?? "")?.[1] ?? ""];
  for (const place of places) for (const [kind, names] of kinds) if (names.test(place)) return kind;
  return "news";
}

// The folders only: a slug such as "court-opinion-on-border" tells the subject, not the kind.
function pathOf(url: string): string {
  try {
    return new URL(url).pathname.split("/").slice(0, -1).join("/").slice(0, 200);
  } catch {
    return "";
  }
}
