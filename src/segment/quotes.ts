// Joins a question or cry to the words that say who spoke: '"Why?" he asked', '"No!" President Xi said'. Not: '"Why?" The room fell silent.'
import type { Rule } from "./candidates.ts";

const saying =
  "said|says|asked|asks|added|adds|told|tells|shouted|cried|replied|wrote|writes|yelled|exclaimed|wondered|chanted|screamed|tweeted|posted|quipped";
const speaker = new RegExp(`^(?:(?:\\p{Lu}[\\p{L}.'’-]*|of|the|al|bin|ibn|de|der|den|la|van|von)\\s+){1,5}(?:${saying})\\b`, "u");

export const quotes: Rule = ({ text, mark, marks, after, ahead }) => {
  const closed = /["”’»']/.test(text.slice(mark + marks.length, after));
  return closed && !/^\.$/.test(marks) && speaker.test(ahead) ? "join" : undefined;
};
