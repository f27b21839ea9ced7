// How far the reading of an article is → words, and a share for a bar. Pure.
import type { SentencesRead } from "../../src/tag/types.ts";

/** In words what is being done; the share, 0–1, where there is one. */
export type Tell = (doing: string, share?: number) => void;

const found = { actors: "who is who", events: "who did what", negotiation: "who wants what" } as const;
/** What follows the last sentence takes about as long in a long article. */
const over = { actors: 0.5, events: 0.75, negotiation: 0.85 } as const;

export function tellSentences(tell: Tell, { done, total, share, now }: SentencesRead): void {
  if (now) tell(`All ${total.toLocaleString("en")} sentences are read; now ${found[now]}`, over[now]);
  else tell(`Reading: ${done.toLocaleString("en")} of ${total.toLocaleString("en")} sentences`, share / 2);
}
