// Joins after a dotted acronym: "U.S. President", "Japan-U.S. Agreement", "5 p.m. Friday", "D.C. Mayor". Not: "in the U.S. The talks", "at 5 p.m. Police came"
import { type Rule, startsSentence, wordAhead } from "./candidates.ts";

const time = /^[ap]\.m$/i;
const afterTime =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|^(?:[A-Z]{1,2}[SD]?T|GMT|UTC|Eastern|Central|Pacific|Moscow|Local)$/;

export const acronyms: Rule = (at) => {
  if (at.marks !== "." || !/^(?:\p{L}+-)?(?:\p{L}\.-?)+\p{L}$/u.test(at.word)) return;
  if (time.test(at.word)) return afterTime.test(wordAhead(at).replace(/\.$/, "")) ? "join" : "break";
  return startsSentence(at) ? "break" : "join";
};
