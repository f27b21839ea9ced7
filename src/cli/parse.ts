// `readout parse -`: texts or words → CoNLL-U, for checking the tagger against treebanks.
import { slice } from "../span.ts";
import type { Sentence } from "../tag/types.ts";
import { conlluOf } from "./conllu.ts";
import type { Effects } from "./effects.ts";
import { idOf } from "./json-lines.ts";
import { answerLines, type GoodLine, type Question } from "./lines-command.ts";

interface Asked {
  readonly sentences: readonly Sentence[];
  /** Of each sentence. */
  readonly ids: readonly string[];
  /** Comment lines before the first sentence. */
  readonly head: string;
}

export const parse = ({ pretokenized }: { pretokenized: boolean }, effects: Effects): Promise<number> =>
  answerLines<Asked>(effects, pretokenized ? wordsOf : textOf(effects), async (reader, asked) => {
    const tagged = await reader.tagger.tag(asked.flatMap(({ sentences }) => sentences));
    let at = 0;
    return asked.map(
      ({ sentences, ids, head }) => head + sentences.map((sentence, i) => conlluOf(sentence, tagged[at++]!, ids[i]!)).join(""),
    );
  });

const textOf =
  (effects: Effects) =>
  async (line: GoodLine): Promise<Question<Asked>> => {
    const { text } = line.value;
    if (typeof text !== "string") return { failure: 'has no "text": give it one, or "tokens" with --pretokenized' };
    const sentences = (await effects.sentencesOf(text)).map((sentence) => slice(text, sentence));
    const id = oneLine(String(idOf(line)));
    return {
      ask: { sentences, ids: sentences.map((_, at) => `${id}-${at + 1}`), head: sentences.length > 0 ? `# newdoc id = ${id}\n` : "" },
    };
  };

function wordsOf(line: GoodLine): Question<Asked> {
  const { tokens } = line.value;
  if (!Array.isArray(tokens) || tokens.length === 0 || !tokens.every((word) => typeof word === "string" && word.trim() !== ""))
    return { failure: 'has no "tokens": give the words of one sentence, none of them empty' };
  return { ask: { sentences: [tokens], ids: [oneLine(String(idOf(line)))], head: "" } };
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
