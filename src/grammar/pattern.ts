// A pattern in words → a test of a word in its tree. The form is that of spaCy's DependencyMatcher, on one line: conditions parted by commas, all of which must hold of the word.
//
//   @list        its form stands in data/words/list.txt        =met|meet    it is one of these words; *meet: by its stem
//   VERB|NOUN    its part of speech                            .obj|acl     its relation; with a subtype only where the pattern has one
//   ~to|from     the words that introduce it
//   >obj (…)     a word that hangs on it by that relation, of which … holds; > (…) by any
//   <obj (…)     the word that it hangs on by that relation    ^xcomp (…)   one above it, up through such relations
//   !…           it is not so
import { stem } from "./stems.ts";
import { climb, kidsBy, markOf, relOf, type Tree } from "./tree.ts";
import { type Concept, formsOf } from "./words.ts";

/** Whether a pattern holds of the word at `at`. */
export type Test = (tree: Tree, at: number) => boolean;

/** @throws SyntaxError where a condition is not understood, when the rules are loaded */
export function pattern(text: string): Test {
  const tests = conditions(text).map(condition);
  return (tree, at) => tests.every((test) => test(tree, at));
}

/** Parted at commas outside brackets. */
function conditions(text: string): string[] {
  const out = [""];
  let depth = 0;
  for (const sign of text) {
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if (sign === "," && depth === 0) out.push("");
    else out[out.length - 1] += sign;
  }
  return out.map((part) => part.trim());
}

function condition(text: string): Test {
  if (text.startsWith("!")) {
    const inner = condition(text.slice(1));
    return (tree, at) => !inner(tree, at);
  }
  const step = /^([><^])([a-z|]*)(?: ?\((.*)\))?$/.exec(text);
  if (step) return steps(step[1]!, step[2]!, step[3] === undefined ? () => true : pattern(step[3]));
  const options = (): ReadonlySet<string> => new Set(text.slice(1).split("|"));
  if (text.startsWith("@")) {
    const words = formsOf(text.slice(1) as Concept);
    return (tree, at) => words.has(tree.words[at] ?? "");
  }
  if (text.startsWith("*")) {
    const stems = new Set([...options()].map(stem));
    return (tree, at) => stems.has(tree.stems[at] ?? "");
  }
  if (text.startsWith("=")) {
    const words = options();
    return (tree, at) => words.has(tree.words[at] ?? "");
  }
  if (text.startsWith("~")) {
    const marks = options();
    return (tree, at) => marks.has(markOf(tree, at));
  }
  if (text.startsWith(".")) return hangs(options());
  if (/^[A-Z|]+$/.test(text)) {
    const kinds = new Set(text.split("|"));
    return (tree, at) => kinds.has(tree.tokens[at]?.upos ?? "");
  }
  throw new SyntaxError(`“${text}” is no condition of a pattern: see src/grammar/pattern.ts`);
}

const hangs =
  (relations: ReadonlySet<string>): Test =>
  (tree, at) =>
    relations.has(relOf(tree, at)) || relations.has(tree.tokens[at]?.deprel ?? "");

function steps(sign: string, names: string, inner: Test): Test {
  const relations = names === "" ? null : names.split("|");
  if (sign === ">")
    return (tree, at) => (relations === null ? tree.kids(at) : kidsBy(tree, at, ...relations)).some((kid) => inner(tree, kid));
  if (sign === "<") {
    const hangsSo = relations === null ? () => true : hangs(new Set(relations));
    return (tree, at) => {
      const head = tree.tokens[at]?.head ?? -1;
      return head >= 0 && hangsSo(tree, at) && inner(tree, head);
    };
  }
  const through = new RegExp(`^(?:${names || ".+"})$`);
  return (tree, at) => climb(tree, at, through).some((up) => up !== at && inner(tree, up));
}
