// A tiny notation for tests: sentences with their acts and attributions given by quoting the text → Tagged, and a cast that knows the mentions it is told.
import type { Cast } from "../../src/actors/types.ts";
import type { Auxiliary, EventType, Voice } from "../../src/codebook.ts";
import type { Block } from "../../src/segment/types.ts";
import { type Span, span } from "../../src/span.ts";
import type { Role, Tagged, TaggedSentence } from "../../src/tag/types.ts";
import { articleOf, castNamed, sentenceOf } from "../article.ts";

export interface Told {
  readonly text: string;
  readonly voice?: Voice;
  readonly block?: Block["kind"];
  readonly acts?: readonly {
    type: EventType;
    trigger: string;
    modes?: string[];
    auxiliary?: Auxiliary[];
    args?: readonly (readonly [Role, string])[];
  }[];
  readonly says?: readonly { source: string | null; cue: string; content: readonly string[] }[];
}

/** One sentence a paragraph. */
export function tagged(sentences: readonly Told[], published: string | null = null): Tagged {
  const text = sentences.map((s) => s.text).join("\n\n");
  let at = 0;
  const spans = sentences.map((s) => {
    const own = span(at, at + s.text.length);
    at += s.text.length + 2;
    return own;
  });
  const segmented = articleOf(text, spans, { published, blocks: spans.map((s, i) => ({ ...s, kind: sentences[i]!.block ?? "prose" })) });
  return {
    segmented,
    sentences: sentences.map((s, i): TaggedSentence => {
      const place = (words: string): Span => {
        const start = s.text.indexOf(words);
        if (start < 0) throw new Error(`“${words}” does not stand in “${s.text}”`);
        return span(spans[i]!.start + start, spans[i]!.start + start + words.length);
      };
      return sentenceOf(spans[i]!, {
        acts: (s.acts ?? []).map((a) => ({
          type: a.type,
          trigger: place(a.trigger),
          modes: a.modes ?? [],
          auxiliary: a.auxiliary ?? [],
          arguments: (a.args ?? []).map(([role, words]) => ({ role, ...place(words), confidence: 0.9 })),
          confidence: 0.9,
        })),
        attributions: (s.says ?? []).map((x) => ({
          source: x.source === null ? null : place(x.source),
          cue: place(x.cue),
          content: x.content.map(place),
          confidence: 0.9,
        })),
        voice: s.voice ?? "reported",
        voiceConfidence: 0.9,
      });
    }),
  };
}

/** Every mention that equals one of `names` in the text is that actor; nothing else is known. */
export const cast = (of: Tagged, names: readonly string[], groups: Readonly<Record<string, readonly string[]>> = {}): Cast =>
  castNamed(of.segmented.document.text, names, groups);
