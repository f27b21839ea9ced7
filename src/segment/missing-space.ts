// Breaks where the space was lost: "The talks ended.The minister left." Not: "example.com", "Ph.D", "Node.js", "U.N", "Yahoo!"
import type { Rule } from "./candidates.ts";

export const missingSpace: Rule = ({ next, after, ahead, word, marks, text, mark }) => {
  if (next > after) return;
  const capital = /^["“‘«(]*\p{Lu}(?:\p{Ll}|\s|['’])/u.test(ahead);
  const address = /:\/\/|@|^www\.|\.\w+\./i.test(word) || /^\S*(?:\/|@|\.(?:com|org|net|gov|edu|co|io)\b)/i.test(ahead);
  const closed = mark + marks.length < after;
  const plain = closed || /\p{Ll}{2}$|\d{2}$|[)\]%"”’]$/u.test(word) || text[mark - 1] === ")";
  return capital && plain && !address ? "break" : "join";
};
