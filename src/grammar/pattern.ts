// A pattern in words → a test of a word in its tree. The form is that of spaCy's DependencyMatcher, on one line: conditions parted by commas, all of which must hold of the word.
//
//   @list        its form stands in data/words/list.txt        =met|meet    it is one of these words
//   VERB|NOUN    its part of speech                            .obj|acl     its relation; with a subtype only where the pattern has one
//   ~to|from     the words that introduce it                   $ing         it ends so
//   >obj (…)     a word that hangs on it by that relation, of which … holds; > (…) by any
//   <obj (…)     the word that it hangs on by that relation    ^xcomp (…)   one above it, up through such relations
//   !…           it is not so                                  after, before   it stands there, seen from the word that the pattern came from
import { climb, kidsBy, markOf, relOf, type Tree } from "./tree.ts";
import { type Concept, formsOf } from "./words.ts";

/** @param from the word that the pattern came to `at` from; `at` itself for the first */
export type Test = (tree: Tree, at: number, from?: number) => boolean;

/** @throws SyntaxError where a condition is not understood, when the rules are loaded */
export function pattern(text: string): Test {
  const tests = conditions(text).map(condition);
  return (tree, at, from = at) => tests.every((test) => test(tree, at, from));
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
    return (tree, at, from) => !inner(tree, at, from);
  }
  const step = /^([><^])([a-z:|]*)(?: ?\((.*)\))?$/.exec(text);
  if (step) return steps(step[1]!, step[2]!, step[3] === undefined ? () => true : pattern(step[3]));
  const options = (): ReadonlySet<string> => new Set(text.slice(1).split("|"));
  if (text.startsWith("@")) {
    const words = formsOf(text.slice(1) as Concept);
    return (tree, at) => words.has(tree.words[at] ?? "");
  }
  if (text.startsWith("=")) {
    const words = options();
    return (tree, at) => words.has(tree.words[at] ?? "");
  }
  if (text.startsWith("~")) {
    const marks = options();
    return (tree, at) => marks.has(markOf(tree, at));
  }
  if (text.startsWith("$")) {
    const ends = [...options()];
    return (tree, at) => ends.some((end) => (tree.words[at] ?? "").endsWith(end));
  }
  if (text.startsWith(".")) return hangs(options());
  if (text === "after") return (_, at, from) => at > from!;
  if (text === "before") return (_, at, from) => at < from!;
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
  const hangsSo = hangs(new Set(relations ?? []));
  if (sign === ">")
    return (tree, at) =>
      (relations === null
        ? tree.kids(at)
        : names.includes(":")
          ? tree.kids(at).filter((kid) => hangsSo(tree, kid))
          : kidsBy(tree, at, ...relations)
      ).some((kid) => inner(tree, kid, at));
  if (sign === "<")
    return (tree, at) => {
      const head = tree.tokens[at]?.head ?? -1;
      return head >= 0 && (relations === null || hangsSo(tree, at)) && inner(tree, head, at);
    };
  const through = new RegExp(`^(?:${names || ".+"})$`);
  return (tree, at) => climb(tree, at, through).some((up) => up !== at && inner(tree, up, at));
}
