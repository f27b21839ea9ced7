// "{source The [LOC Turkish] leader} said {actor he} …" → Tagged, for tests: [PER|ORG|LOC|MISC …] entities, {actor|recipient|place|source …} parts, «…» what the source says; one sentence a line.
import { span } from "../../src/span.ts";
import type { Entity, Role, Tagged, TaggedSentence, Token } from "../../src/tag/types.ts";
import { articleOf, sentenceOf } from "../article.ts";

const ADP = /^(?:of|for|in|at|from|on|to|with|by|against|after|over)$/i;
const VERB = /^(?:said|told|met|urged|is|was|will|has|have|had|warned|shelled|arrested|called|\w{3,}ed)$/;

/** @param published ISO 8601, or null. */
export function tagged(notation: string, published: string | null = "2025-09-01", url: string | null = null): Tagged {
  let text = "";
  const sentences: TaggedSentence[] = [];
  for (const line of notation
    .split("\n")
    .map((part) => part.trim())
    .filter(Boolean)) {
    if (text) text += " ";
    const start = text.length;
    const open: { label: string; start: number; close: string }[] = [];
    const entities: Entity[] = [];
    const parts: { role: Role; start: number; end: number; confidence: number }[] = [];
    const content: { start: number; end: number }[] = [];
    let source: { start: number; end: number } | null = null;
    for (const piece of line.split(/(\[(?:PER|ORG|LOC|MISC) |\{(?:actor|recipient|place|source) |[\]}«»])/)) {
      const opened = /^([[{])(\w+) $/.exec(piece);
      if (opened) open.push({ label: opened[2]!, start: text.length, close: opened[1] === "[" ? "]" : "}" });
      else if (piece === "«") open.push({ label: "says", start: text.length, close: "»" });
      else if (piece === "]" || piece === "}" || piece === "»") {
        const { label, start: from } = open.pop()!;
        const at = { start: from, end: text.length };
        if (piece === "]") entities.push({ ...at, kind: label as Entity["kind"] });
        else if (label === "source") source = at;
        else if (label === "says") content.push(at);
        else parts.push({ ...at, role: label as Role, confidence: 1 });
      } else text += piece;
    }
    const tokens: Token[] = [];
    for (const match of text.slice(start).matchAll(/['’]s\b|[\p{L}\p{N}]+(?:\.(?=\p{L})[\p{L}]+|,\d{3})*|\S/gu)) {
      const from = start + match.index;
      const to = from + match[0].length;
      const word = match[0];
      const name = entities.some((entity) => entity.start <= from && to <= entity.end);
      const upos = /^['’]s$/.test(word)
        ? "PART"
        : /^[^\p{L}\p{N}]/u.test(word)
          ? "PUNCT"
          : /^(?:the|a|an)$/i.test(word)
            ? "DET"
            : ADP.test(word)
              ? "ADP"
              : name
                ? "PROPN"
                : VERB.test(word)
                  ? "VERB"
                  : "NOUN";
      tokens.push({ start: from, end: to, upos, head: -1, deprel: "dep" });
    }
    const verb = tokens.findIndex(({ upos }) => upos === "VERB");
    const first = [...parts, ...(source ? [source] : [])].find(({ end }) => verb >= 0 && end <= tokens[verb]!.start);
    const subject = tokens.findLastIndex(({ end }) => first !== undefined && end <= first.end && end > first.start);
    if (subject >= 0) tokens[subject] = { ...tokens[subject]!, head: verb, deprel: "nsubj" };
    const act = { type: "AGREE", trigger: { start, end: start + 1 }, modes: [], auxiliary: [], confidence: 1 } as const;
    sentences.push(
      sentenceOf(span(start, text.length), {
        tokens,
        entities,
        acts: parts.length > 0 ? [{ ...act, arguments: parts }] : [],
        attributions: source || content.length > 0 ? [{ source, cue: { start, end: start + 1 }, content, confidence: 1 }] : [],
      }),
    );
  }
  return { segmented: articleOf(text, sentences, { published, url }), sentences };
}
