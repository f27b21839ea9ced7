// Hand-coded articles with their own acts put in the model's place → how often a participant's country or organisation code is right: the cast alone, without the model's errors in acts.
import { castOf } from "../src/actors/cast.ts";
import { loadDictionary } from "../src/actors/load.ts";
import { readDocument } from "../src/document/document.ts";
import { segment } from "../src/segment/segment.ts";
import { tag } from "../src/tag/tag.ts";
import type { Argument, Tagged, Tagger } from "../src/tag/types.ts";
import { codings } from "./gold.ts";

type Pair = readonly [number, number];
interface GoldEvent {
  readonly type: string;
  readonly trigger: Pair;
  readonly actor: readonly { readonly span: Pair; readonly code: string | null }[];
  readonly recipient: readonly { readonly span: Pair; readonly code: string | null }[];
}

/** @param wrong is told of every participant whose code differs: article, words, code wanted, code given */
export async function measureCodes(
  folder: string,
  articles: string,
  tagger: Tagger,
  wrong: (article: string, words: string, want: string | null, got: string | null) => void = () => {},
): Promise<{ participants: number; right: number }> {
  const cast = castOf(loadDictionary());
  let [participants, right] = [0, 0];
  const seen = new Set<string>();
  for (const { coding, text } of codings(folder, articles)) {
    if (seen.has(coding.article)) continue;
    seen.add(coding.article);
    const events = coding.events as unknown as readonly GoldEvent[];
    const tagged = await tag(segment(await readDocument(text, "text", { id: coding.article, language: "en" })), tagger);
    const sides = (role: "actor" | "recipient", e: GoldEvent): Argument[] =>
      e[role].map(({ span: [start, end] }) => ({ role, start, end, confidence: 1 }));
    const told: Tagged = {
      ...tagged,
      sentences: tagged.sentences.map((s) => ({
        ...s,
        acts: events
          .filter((e) => e.trigger[0] >= s.start && e.trigger[0] < s.end)
          .map((e) => ({
            type: e.type as Tagged["sentences"][number]["acts"][number]["type"],
            trigger: { start: e.trigger[0], end: e.trigger[1] },
            modes: [],
            auxiliary: [],
            arguments: [...sides("actor", e), ...sides("recipient", e)],
            confidence: 1,
          })),
      })),
    };
    const who = cast(told);
    for (const e of events) {
      for (const {
        span: [start, end],
        code,
      } of [...e.actor, ...e.recipient]) {
        participants++;
        // "Both sides" is coded once for each side, as an event tells it.
        const got = who.actorsAt({ start, end }).map((actor) => actor.code);
        const want = code === "-" ? null : code;
        if (got.length > 0 ? got.includes(want) : want === null) right++;
        else wrong(coding.article, text.slice(start, end), want, got.join(" ") || null);
      }
    }
  }
  return { participants, right };
}
