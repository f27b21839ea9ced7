// A record as people have it → one line in the form of training/eval: voices, events with their participants' codes, statements; offsets in UTF-16 code units, with the text.
import type { ReadoutRecord } from "../record/types.ts";
import type { Span } from "../span.ts";

const pair = ({ start, end }: Span): [number, number] => [start, end];

/** @param coder who corrected it */
export function writeGold(record: ReadoutRecord, coder: string): string {
  const { document, sentences, actors, events, statements } = record;
  const side = (all: readonly (Span & { readonly actor: string })[]) =>
    all.map((each) => ({ span: pair(each), code: actors.find(({ id }) => id === each.actor)?.code ?? "-" }));
  const gold = {
    ...{ article: document.id, sha256: document.sha256, coder, published: document.published },
    sentences: sentences.map((sentence) => ({ span: pair(sentence), voice: sentence.voice })),
    events: events.map(({ sentence, type, modes, auxiliary, trigger, said_by, actor, recipient }) => ({
      ...{ sentence, type, mode: modes[0] ?? null, aux: auxiliary, trigger: pair(trigger), said_by: said_by && pair(said_by) },
      ...{ actor: side(actor), recipient: side(recipient) },
    })),
    statements: statements.map(({ sentence, source, cue, content }) => ({
      ...{ sentence, source: source && pair(source), cue: cue && pair(cue), content: content.map(pair) },
    })),
    text: document.text,
  };
  return `${JSON.stringify(gold)}\n`;
}
