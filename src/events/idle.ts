// An act whose words only look like one → true: who "seeks to please" asks nobody for anything, who "floats an idea" has agreed to nothing. Pure.
import type { Act } from "../tag/types.ts";
import { headIn, kidsBy, markOf, relOf, type Syntax } from "./syntax.ts";

/** Verbs that tell what their subject is after. With an infinitive and nobody asked they are no request; "seeks help", "wants them to leave" are. */
const AFTER =
  /^(?:seek(?:s|ing)?|sought|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|want(?:s|ed|ing)?|wish(?:es|ed|ing)?|striv(?:e|es|ing)|strove|intend(?:s|ed|ing)?)$/;

/** What can be talked of without being agreed to. */
const NOTION = /^(?:ideas?|notions?|prospects?|possibilit(?:y|ies)|suggestions?|questions?)$/;

/** Verbs by which a notion is agreed to, or promised, after all. */
const ASSENT = /^(?:accept|adopt|agree|approv|back|embrac|endors|offer|promis|support|welcom)(?:|e|es|s|ed|ing)$/;

export function isIdle({ type, trigger }: Act, syntax: Syntax): boolean {
  const at = headIn(syntax, trigger);
  if (at < 0) return false;
  const { words } = syntax;
  if (type === "REQUEST") return AFTER.test(words[at]!) && takesOwnDeed(syntax, at);
  if (type === "AGREE") return !ASSENT.test(words[at]!) && kidsBy(syntax, at, "obj").some((kid) => NOTION.test(words[kid]!));
  // Who walks away *from* talks breaks them off, who walks away *with* something has got it.
  const marks = kidsBy(syntax, at, "obl").map((kid) => markOf(syntax, kid));
  return type === "REJECT" && /^walk(?:s|ed|ing)?$/.test(words[at]!) && marks.includes("with") && !marks.includes("from");
}

/** "Seeks to please": an infinitive, and nobody before it who is to do it, as in "wants *them* to leave". */
const takesOwnDeed = (syntax: Syntax, at: number): boolean =>
  syntax.kids(at).some((kid) => {
    const own = syntax.tokens.slice(at + 1, kid).every(({ upos, deprel }) => deprel === "mark" || !/^(?:NOUN|PROPN|PRON)$/.test(upos));
    return own && kid > at && /^(?:xcomp|advcl|ccomp)$/.test(relOf(syntax, kid)) && markOf(syntax, kid) === "to";
  });
