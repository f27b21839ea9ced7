// The actors of an article so far, in the order in which they were met, and by the words of the names that they go by.
import type { Draft } from "./draft.ts";
import { keyOf } from "./names.ts";

/** Of ten thousand actors each new name is compared only with those that share a word of it. */
export class Known {
  readonly #drafts: Draft[] = [];
  readonly #place = new Map<Draft, number>();
  readonly #byWord = new Map<string, Set<Draft>>();

  /** In the order in which they were met. */
  get drafts(): readonly Draft[] {
    return this.#drafts;
  }

  add(draft: Draft): void {
    this.#place.set(draft, this.#drafts.length);
    this.#drafts.push(draft);
    for (const key of draft.keys) this.#index(draft, key);
    this.#index(draft, keyOf(draft.name));
  }

  /** From now on the draft goes by `key` too. */
  call(draft: Draft, key: string): void {
    if (draft.keys.has(key)) return;
    draft.keys.add(key);
    this.#index(draft, key);
  }

  rename(draft: Draft, name: string): void {
    draft.name = name;
    this.#index(draft, keyOf(name));
  }

  /** Those of whose names one has the word, in the order in which they were met. */
  withWord(word: string): readonly Draft[] {
    return [...(this.#byWord.get(word) ?? [])].sort((a, b) => this.#place.get(a)! - this.#place.get(b)!);
  }

  #index(draft: Draft, key: string): void {
    for (const word of key.split(" ")) {
      const bearers = this.#byWord.get(word);
      if (bearers) bearers.add(draft);
      else this.#byWord.set(word, new Set([draft]));
    }
  }
}
