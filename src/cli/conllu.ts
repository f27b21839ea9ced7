// A tagged sentence → its lines of CoNLL-U (universaldependencies.org/format.html): names as NER=B-PER in MISC, columns that Readout has nothing for as "_".
import { holds, slice } from "../span.ts";
import type { Sentence, TaggedSentence } from "../tag/types.ts";

/**
 * @param sentence as it was given to the tagger; the spans of `tagged` are relative to it
 * @returns comments, a line a word, and the blank line that ends a sentence
 * @throws Error where the tagger did not keep the words that it was given
 */
export function conlluOf(sentence: Sentence, tagged: TaggedSentence, id: string): string {
  const given = typeof sentence === "string" ? null : sentence;
  const text = typeof sentence === "string" ? sentence : sentence.join(" ");
  const { tokens, entities } = tagged;
  if (given && tokens.length !== given.length) throw new Error(`${given.length} words came back as ${tokens.length}`);
  const rows = tokens.map((token, at) => {
    const entity = entities.find((each) => holds(each, token));
    const begins = entity && !(at > 0 && holds(entity, tokens[at - 1]!));
    const misc = [
      ...(entity ? [`NER=${begins ? "B" : "I"}-${entity.kind}`] : []),
      ...(at + 1 < tokens.length && tokens[at + 1]!.start === token.end ? ["SpaceAfter=No"] : []),
    ];
    const form = oneLine(given ? given[at]! : slice(text, token));
    return [at + 1, form, "_", token.upos, "_", "_", token.head + 1, token.deprel, "_", misc.join("|") || "_"].join("\t");
  });
  return [`# sent_id = ${id}`, `# text = ${oneLine(text)}`, ...rows, "", ""].join("\n");
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
