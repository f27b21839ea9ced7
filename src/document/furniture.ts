// A page → the same page without its furniture: menus, comments, related links, newsletter boxes, cookie bars. Changes the page in place.
import { linkShare, type Page, type PageElement } from "./dom.ts";
import { weighProse } from "./prose.ts";

/** A kind of furniture, told by an element's own tag or by one class name or id of it, as lower-case words: "related posts". */
interface Rule {
  readonly kind: string;
  readonly selector?: string;
  readonly name?: RegExp;
  /** The greatest share of the page's prose that may go with it: above that, the name is taken for a mistake. */
  readonly most: number;
  /** The least share of its words that must stand in links. */
  readonly links?: number;
  /** Told only where it holds none of these. */
  readonly unlessAround?: string;
}

const wordless = "script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, select, textarea, input, button";

const rules: readonly Rule[] = [
  {
    kind: "ways through the site",
    selector: "nav, footer, [role='navigation'], [role='contentinfo'], [role='menu'], [role='menubar'], [role='search'], [role='tablist']",
    name: /^(main |primary |mobile |nav |global |mega )*(menu|nav|navbar|navigation|sitemap)$|^(site |page |global |main )*(footer|masthead|topbar|top bar)$|^breadcrumbs?\b|^skip (link|to)|^back to top$|^pagination$|^(post |posts )navigation$/,
    most: 0.7,
  },
  {
    kind: "ways through the site, on a page with few words of its own",
    selector: "nav, footer, [role='contentinfo']",
    most: 1,
    unlessAround: "main, article, h1",
  },
  {
    kind: "over the page",
    selector: "dialog, [role='dialog'], [role='alertdialog'], [role='tooltip'], [aria-modal='true']",
    name: /\b(modal|popup|pop up|overlay|lightbox|tooltip|toast|republish\w*)\b/,
    most: 0.5,
  },
  {
    kind: "consent",
    name: /\b(cookies?|gdpr|ccpa|onetrust|consent)\b/,
    most: 0.7,
  },
  {
    kind: "readers' words",
    selector: "[itemtype$='/Comment'], [itemprop='comment']",
    name: /\b(comments?|comment list|commentlist|respond|disqus|testimonials?)\b/,
    most: 0.7,
  },
  {
    kind: "other articles",
    name: /\b(related|recirc\w*|recommend(ed|ations?)|you may|popular posts|most (read|popular)|(read|more) (more|next|also|stories|articles|news|posts|from)|trending|up next|see also|(latest|recent) (news|posts|articles)|outbrain|taboola)\b/,
    most: 0.25,
  },
  {
    kind: "asking for something",
    name: /\b(newsletters?|subscri(be|ption|ptions)|sign ?up|opt ?in|mailing list|mailchimp|donat(e|ion|ions)|paywall|promos?|cta|call to action|convertkit|hubspot)\b/,
    most: 0.25,
  },
  {
    kind: "a form to fill in",
    selector: "form",
    most: 0.25,
  },
  {
    kind: "advertising",
    name: /^(ads?|adsbygoogle)$|\b(advert\w*|sponsor(ed)?|dfp|ad (slot|unit|container|wrapper|banner)|disclosure)\b/,
    most: 0.25,
  },
  {
    kind: "sharing",
    name: /\b(share|sharing|sharer|sharebar|social|sharedaddy|addtoany|addthis|follow us)\b/,
    most: 0.25,
  },
  {
    kind: "beside the article",
    selector: "[role='complementary']",
    name: /^(side ?bar|rail|right rail)$|\bsidebar\b/,
    most: 0.25,
  },
  {
    kind: "contents",
    name: /\b(table of contents|jump to|toc)\b/,
    most: 0.25,
    links: 0.5,
  },
  {
    kind: "who wrote it",
    name: /\b(author (bio|box|info|card|profile|details?|block|section|footer)|about (the )?author|byline|post meta|entry meta|article meta|dateline)\b|^bio$/,
    most: 0.25,
  },
  {
    kind: "words on pictures",
    selector: "figcaption",
    name: /\b(caption|photo credit|image credit)\b|^credit$/,
    most: 0.25,
  },
  {
    kind: "labels",
    name: /\b(tag list|tagcloud|cat links|tags links|post tags|post categories)\b|^tags$/,
    most: 0.25,
  },
  {
    kind: "not shown",
    selector: "[hidden], [aria-hidden='true'], [style*='display:none'], [style*='display: none']",
    name: /^(screen reader( text| only)?|sr only|visually hidden|visuallyhidden|print only|hidden|d none|only print)$/,
    most: 0.1,
  },
];

/** Removes each element that a rule tells, unless too much of the page's prose stands in it. */
export function dropFurniture(page: Page): void {
  placeStreamedParts(page);
  for (const element of [...page.querySelectorAll(wordless)]) element.remove();
  const weights = weighProse(page.body);
  const all = Math.max(1, weights.get(page.body)!);
  // Asked once for each rule: asking each element for each rule takes most of a page's time.
  const selected = new Map(rules.map((rule) => [rule, new Set(rule.selector ? page.body.querySelectorAll(rule.selector) : [])]));
  for (const element of [...page.body.querySelectorAll("*")]) {
    if (element.parentNode === null) continue;
    const share = weights.get(element)! / all;
    const names = spokenNames(element);
    if (rules.some((rule) => share <= rule.most && tells(rule, element, names, selected.get(rule)!))) element.remove();
  }
}

function tells(
  { name, links, unlessAround }: Rule,
  element: PageElement,
  names: readonly string[],
  selected: ReadonlySet<PageElement>,
): boolean {
  if (!(name && names.some((spoken) => name.test(spoken))) && !selected.has(element)) return false;
  if (links !== undefined && linkShare(element) < links) return false;
  return unlessAround === undefined || element.querySelector(unlessAround) === null;
}

/** `class="relatedPosts tag-economy" id="more_news"` → "related posts", "more news" */
function spokenNames(element: PageElement): string[] {
  return (
    `${element.getAttribute("class") ?? ""} ${element.id}`
      .split(/\s+/)
      // Not names but styles ("md:hidden", "p-[2px]"), or subjects ("tag-cookies"), or what an element has or lacks ("has-sidebar").
      .filter(
        (token) =>
          !/[^\w-]|^(tags?|category|cat|topic|has|with|no|is|not|hide|page|single|post|type|format|status)[-_]\w+[-_]?/.test(token),
      )
      .map((token) =>
        token
          .replace(/([a-z])([A-Z])/g, "$1 $2")
          .replace(/[^A-Za-z]+/g, " ")
          .trim()
          .toLowerCase(),
      )
      .filter((spoken) => spoken !== "")
  );
}

// React sends late parts of a page as `<div hidden id="S:1">`, for a script to put where `<template id="B:1">` stands.
function placeStreamedParts(page: Page): void {
  for (const part of [...page.querySelectorAll("[hidden][id^='S:']")]) {
    const place = page.querySelector(`template[id="B:${part.id.slice(2)}"]`);
    if (place && !part.contains(place)) place.replaceWith(...part.childNodes);
  }
}
