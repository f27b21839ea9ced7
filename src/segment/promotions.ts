// Paragraphs with their signals → the runs of them that are advertising. A run begins at a strong signal and spreads over its neighbours.
import type { Signal } from "./signals.ts";
import type { Promotion } from "./types.ts";

/** What the search for runs knows of a paragraph. */
export interface Sighted {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly signals: readonly Signal[];
  /** It is in the form of a list item, a heading or a lead-in ("Here's how:"), not of a sentence. */
  readonly form: "item" | "line" | "lead-in" | "prose";
  /** The furniture detector that knows it. */
  readonly furniture: string | undefined;
  /** It quotes somebody or says that somebody said. */
  readonly reported: boolean;
}

export interface Run {
  /** First and last paragraph, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly promotion: Promotion;
}

// One strong sign in a long paragraph can be chance ("Donate blood now," an article ends): two can't.
const longWords = 45;
// Three paragraphs in a row with weak signs of three kinds need no strong one.
const clusterOf = 3;

const strong = ({ signals, words, reported }: Sighted): boolean => {
  const names = new Set(signals.filter(({ begins }) => begins).map(({ name }) => name));
  if (names.size !== 1) return names.size > 1;
  return !reported && (words <= longWords || new Set(signals.map(({ name }) => name)).size >= 3);
};

// Prices, phone numbers and job terms fill news as well: in a sentence they prolong an advert only together with another sign.
const plain = new Set(["phone number", "money offer", "job terms", "exclamation"]);

const weak = ({ signals, words, form, reported }: Sighted): boolean => {
  if (signals.length === 0 || words > longWords || reported) return false;
  return form !== "prose" || new Set(signals.map(({ name }) => name)).size >= 2 || signals.some(({ name }) => !plain.has(name));
};

/** Runs in text order; no two touch the same paragraph. */
export function runsOf(paragraphs: readonly Sighted[]): Run[] {
  const runs: Run[] = [];
  let free = 0;
  for (let i = 0; i < paragraphs.length; i++) {
    if (!strong(paragraphs[i]!) && !clusterAt(paragraphs, i)) continue;
    const last = spreadForward(paragraphs, i);
    const first = spreadBack(paragraphs, i, free);
    runs.push({ first, last, promotion: promotionOf(paragraphs.slice(first, last + 1)) });
    free = last + 1;
    i = last;
  }
  return runs;
}

function clusterAt(paragraphs: readonly Sighted[], at: number): boolean {
  const cluster = paragraphs.slice(at, at + clusterOf);
  if (cluster.length < clusterOf || cluster.some(({ signals, words, reported }) => signals.length === 0 || words > longWords || reported))
    return false;
  const names = new Set(cluster.flatMap(({ signals }) => signals.map(({ name }) => name)));
  return names.size >= clusterOf && cluster.filter(weak).length >= 2;
}

/** An offer spreads over lists and lines without a sign of their own; a plea for a subscription or a gift is one or two sentences. */
const offers = ({ signals }: Sighted): boolean => signals.some(({ begins }) => begins === "sponsored" || begins === "advertisement");

function spreadForward(paragraphs: readonly Sighted[], seed: number): number {
  let last = seed;
  let offer = offers(paragraphs[seed]!) || !strong(paragraphs[seed]!);
  let led = paragraphs[seed]!.form === "lead-in" && isMoreThanNotice(paragraphs[seed]!);
  let bridges = 0;
  for (let i = seed + 1; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i]!;
    if (strong(paragraph) || weak(paragraph)) {
      last = i;
      bridges = 0;
      offer ||= offers(paragraph);
      led = paragraph.form !== "prose";
    } else if (!offer) return last;
    // A short sentence of the advert may have no sign; a second one is the article's.
    else if (paragraph.form === "prose" && !paragraph.furniture) {
      if (!bridging(paragraph) || ++bridges > 1) return last;
    }
    // The list under a lead-in or beside an item with signs is the advert's; other lines wait for a sign, or for the end of the text.
    else if (led && paragraph.form === "item" && last === i - 1) last = i;
  }
  return offer && bridges === 0 ? paragraphs.length - 1 : last;
}

const bridging = ({ words, reported }: Sighted): boolean => words <= 20 && !reported;

const isMoreThanNotice = ({ signals }: Sighted): boolean => signals.some(({ name }) => name !== "sponsor notice");

function spreadBack(paragraphs: readonly Sighted[], seed: number, free: number): number {
  let first = seed;
  for (let i = seed - 1; i >= free; i--) {
    const paragraph = paragraphs[i]!;
    if (weak(paragraph) || (paragraph.furniture === "advertisement" && offers(paragraphs[seed]!))) first = i;
    else if (paragraph.form === "prose" || seed - i > 3) break;
  }
  return first;
}

function promotionOf(paragraphs: readonly Sighted[]): Promotion {
  const signals = paragraphs.flatMap((paragraph) => paragraph.signals);
  const votes = new Map<Promotion["kind"], number>();
  for (const { begins } of signals) if (begins) votes.set(begins, (votes.get(begins) ?? 0) + (begins === "sponsored" ? 1000 : 1));
  const kind = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "advertisement";
  return {
    start: paragraphs[0]!.start,
    end: paragraphs.at(-1)!.end,
    kind,
    signals: signals.map(({ start, end, name }) => ({ start, end, name })),
  };
}
