// The actors of an article so far, in the order in which they were met; by the names that they go by, by their entries, by the sentences that speak of them, and from whom was named last.
import { addTo } from "../kept.ts";
import type { Entry } from "./dictionary.ts";
import type { Draft, Seen } from "./draft.ts";
import { keyOf } from "./names.ts";

/** Of those who share a word of a name, and of those named before, so many are looked through, the latest: more than any article tells of. */
const mostCompared = 300;

/** One in the chain of those who were named, from the first to the last. */
interface Link {
  readonly draft: Draft;
  before: Link | null;
  after: Link | null;
}

/** Of ten thousand actors each mention is compared only with those that it can speak of. */
export class Known {
  readonly #drafts: Draft[] = [];
  readonly #place = new Map<Draft, number>();
  readonly #byWord = new Map<string, Draft[]>();
  readonly #byKey = new Map<string, Set<Draft>>();
  readonly #byEntry = new Map<Entry, Draft>();
  readonly #bySentence = new Map<number, Map<Draft, Seen[]>>();
  readonly #links = new Map<Draft, Link>();
  #last: Link | null = null;
  /** Mentioned since the chain was last asked for. */
  readonly #unlinked = new Set<Draft>();

  /** In the order in which they were met. */
  get drafts(): readonly Draft[] {
    return this.#drafts;
  }

  add(draft: Draft): void {
    this.#place.set(draft, this.#drafts.length);
    this.#drafts.push(draft);
    if (draft.entry && !this.#byEntry.has(draft.entry)) this.#byEntry.set(draft.entry, draft);
    for (const key of draft.keys) this.#index(draft, key);
    this.#indexWords(draft, keyOf(draft.name));
  }

  /** From now on the draft goes by `key` too. */
  call(draft: Draft, key: string): void {
    if (draft.keys.has(key)) return;
    draft.keys.add(key);
    this.#index(draft, key);
  }

  rename(draft: Draft, name: string): void {
    draft.name = name;
    this.#indexWords(draft, keyOf(name));
  }

  /** One more place that speaks of the draft. */
  mention(draft: Draft, ...seen: readonly Seen[]): void {
    for (const one of seen) {
      draft.mentions.push(one);
      const there = this.#bySentence.get(one.sentence) ?? new Map<Draft, Seen[]>();
      this.#bySentence.set(one.sentence, there);
      addTo(there, draft, one);
    }
    this.#unlinked.add(draft);
  }

  /** Nothing speaks of the draft any more. @returns what did */
  forget(draft: Draft): readonly Seen[] {
    for (const { sentence } of draft.mentions) this.#bySentence.get(sentence)?.delete(draft);
    this.#unlinked.add(draft);
    return draft.mentions.splice(0);
  }

  /** The places in a sentence that speak of the draft, in the order in which they were found. */
  seenIn(draft: Draft, sentence: number): readonly Seen[] {
    return this.#bySentence.get(sentence)?.get(draft) ?? [];
  }

  /** The first of that entry. */
  withEntry(entry: Entry): Draft | undefined {
    return this.#byEntry.get(entry);
  }

  /** Those that go by the whole of `key`. */
  withKey(key: string): readonly Draft[] {
    return this.inOrder(this.#byKey.get(key) ?? []);
  }

  /** Those of whose names one has the word, in the order in which they were met. */
  withWord(word: string): readonly Draft[] {
    return (this.#byWord.get(word) ?? []).slice(-mostCompared);
  }

  /** Those of whom a sentence speaks, from the one to the other, in the order in which they were met. */
  inSentences(from: number, to: number): readonly Draft[] {
    const found = new Set<Draft>();
    for (let sentence = from; sentence <= to; sentence++)
      for (const draft of this.#bySentence.get(sentence)?.keys() ?? []) found.add(draft);
    return this.inOrder(found);
  }

  /** Each once, as they were met. */
  inOrder(drafts: Iterable<Draft>): readonly Draft[] {
    return [...new Set(drafts)].sort((a, b) => this.#place.get(a)! - this.#place.get(b)!);
  }

  /** The one named last of those that pass. @param since looks no further back than to this sentence */
  lastNamed(test: (draft: Draft) => boolean, since = 0): Draft | undefined {
    for (const draft of this.#unlinked) this.#unlink(draft);
    for (const draft of this.#unlinked) this.#link(draft);
    this.#unlinked.clear();
    let left = mostCompared;
    for (let link = this.#last; link && left-- > 0; link = link.before) {
      if (link.draft.mentions.at(-1)!.sentence < since) return undefined;
      if (test(link.draft)) return link.draft;
    }
    return undefined;
  }

  #unlink(draft: Draft): void {
    const link = this.#links.get(draft);
    if (!link) return;
    if (link.before) link.before.after = link.after;
    if (link.after) link.after.before = link.before;
    else this.#last = link.before;
    this.#links.delete(draft);
  }

  /** Puts the draft where its last mention stands in the chain. */
  #link(draft: Draft): void {
    if (draft.mentions.length === 0) return;
    let [before, after]: [Link | null, Link | null] = [this.#last, null];
    while (before && this.#isLater(before.draft, draft)) [before, after] = [before.before, before];
    const link: Link = { draft, before, after };
    if (link.before) link.before.after = link;
    if (link.after) link.after.before = link;
    else this.#last = link;
    this.#links.set(draft, link);
  }

  /** Of two who are named at one place, the one met later. */
  #isLater(one: Draft, other: Draft): boolean {
    const [a, b] = [one.mentions.at(-1)!.start, other.mentions.at(-1)!.start];
    return a === b ? this.#place.get(one)! > this.#place.get(other)! : a > b;
  }

  #index(draft: Draft, key: string): void {
    const bearers = this.#byKey.get(key);
    if (bearers) bearers.add(draft);
    else this.#byKey.set(key, new Set([draft]));
    this.#indexWords(draft, key);
  }

  #indexWords(draft: Draft, key: string): void {
    for (const word of key.split(" ")) {
      const bearers = this.#byWord.get(word);
      if (!bearers) this.#byWord.set(word, [draft]);
      else if (bearers.at(-1) === draft) continue;
      else {
        // Most are the last ones met; one who got the word later goes among those before.
        const place = this.#place.get(draft)!;
        let at = bearers.length;
        while (at > 0 && this.#place.get(bearers[at - 1]!)! > place) at--;
        if (bearers[at - 1] !== draft) bearers.splice(at, 0, draft);
      }
    }
  }
}
