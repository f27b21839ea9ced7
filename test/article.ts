// What every hand-made reading of a text has in common, for tests: the document around it, a sentence without anything in it, and a cast that knows the names it is told.
import type { Actor, Cast } from "../src/actors/types.ts";
import type { Block, Segmented } from "../src/segment/types.ts";
import { type Span, slice, span } from "../src/span.ts";
import type { TaggedSentence } from "../src/tag/types.ts";

/** @param known published: ISO 8601; blocks: by default one of prose that all sentences lie in */
export function articleOf(
  text: string,
  sentences: readonly Span[],
  known: {
    readonly published?: string | null;
    readonly url?: string | null;
    readonly blocks?: readonly Block[];
    readonly id?: string;
  } = {},
): Segmented {
  const quotations = [...text.matchAll(/“[^”]*”|"[^"]+"/g)].map((match) => span(match.index, match.index + match[0].length));
  return {
    document: {
      id: known.id ?? "t",
      url: known.url ?? null,
      title: null,
      byline: null,
      publisher: null,
      published: known.published ?? null,
      language: "en",
      text,
      sha256: "",
      kind: "news",
      extra: {},
    },
    blocks: known.blocks ?? [{ start: 0, end: Math.max(1, text.length), kind: "prose" }],
    sentences: sentences.map(({ start, end }, i) => ({ start, end, block: known.blocks ? i : 0 })),
    quotations,
    promotions: [],
  };
}

/** @param of its span @param holds what is in it, nothing by default */
export const sentenceOf = (of: Span, holds: Partial<TaggedSentence> = {}): TaggedSentence => ({
  start: of.start,
  end: of.end,
  tokens: [],
  entities: [],
  acts: [],
  attributions: [],
  voice: "reported",
  voiceConfidence: 1,
  ...holds,
});

/** Every mention that equals one of `names` in the text is that actor; nothing else is known. @param groups a name that stands for others of `names` */
export function castNamed(text: string, names: readonly string[], groups: Readonly<Record<string, readonly string[]>> = {}): Cast {
  const actors = names.map(
    (name, i): Actor => ({
      id: `a${i + 1}`,
      name,
      code: null,
      sector: null,
      other_sectors: [],
      kind: "person",
      office: null,
      mentions: [],
    }),
  );
  const named = (name: string): Actor[] => actors.filter((actor) => actor.name === name).slice(0, 1);
  return {
    actors,
    actorAt: (of) => named(slice(text, of))[0] ?? null,
    actorsAt: (of) => (groups[slice(text, of)] ?? [slice(text, of)]).flatMap(named),
  };
}
