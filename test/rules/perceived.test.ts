// A deed's word in its tree → in whose eyes it was done, and whether anybody is named who says so.
import { expect, it } from "vitest";
import { headIn } from "../../src/grammar/tree.ts";
import { isTakenFor, isUnproven, perceiverOf } from "../../src/rules/perceived.ts";
import { drawn } from "./trees.ts";

function asked<Answer>(ask: (tree: ReturnType<typeof drawn>["syntax"], at: number) => Answer, notation: string, word: string): Answer {
  const of = drawn(notation);
  return ask(of.syntax, headIn(of.syntax, of.place(word)));
}

const perceiver = (notation: string, word: string): string | null => {
  const by = asked(perceiverOf, notation, word);
  return by < 0 ? null : drawn(notation).syntax.words[by]!;
};

const saw = "They/PRON/nsubj>1 saw/VERB/root Togo/PROPN/nsubj>3 arming/VERB/ccomp>1 rebels/NOUN/obj>3";
const seen =
  "Togo/PROPN/nsubj:pass>2 is/AUX/aux:pass>2 seen/VERB/root as/SCONJ/mark>4 arming/VERB/advcl>2 rebels/NOUN/obj>4 by/ADP/case>7 Ghana/PROPN/obl:agent>2";

it("is done in the eyes of who sees it, or by whom it is seen so", () => {
  expect(perceiver(saw, "arming")).toBe("they");
  expect(perceiver(seen, "arming")).toBe("ghana");
  expect(perceiver(saw.replace("saw", "helped"), "arming")).toBeNull();
  expect(perceiver(saw, "saw")).toBeNull();
});

it("is only taken for it where nobody is named who sees it so", () => {
  const nobody = seen.replace(" by/ADP/case>7 Ghana/PROPN/obl:agent>2", "");
  expect(asked(isTakenFor, nobody, "arming")).toBe(true);
  expect(asked(isTakenFor, seen, "arming")).toBe(false);
  expect(asked(isTakenFor, nobody.replace("as/SCONJ/mark>4 arming/VERB/advcl>2", "slyly/ADV/advmod>4 arming/VERB/xcomp>2"), "arming")).toBe(
    false,
  );
  const while_ =
    "Lima/PROPN/nsubj:pass>2 was/AUX/aux:pass>2 seen/VERB/root as/SCONJ/mark>5 police/NOUN/nsubj>5 attacked/VERB/advcl>2 nurses/NOUN/obj>5";
  expect(asked(isTakenFor, while_, "attacked")).toBe(false);
});

it("is unproven where the accused is named and nobody who accuses", () => {
  const man = "a/DET/det>1 man/NOUN/root suspected/VERB/acl>1 of/SCONJ/mark>4 killing/VERB/advcl>2 nurses/NOUN/obj>4";
  expect(asked(isUnproven, man, "killing")).toBe(true);
  expect(asked(isUnproven, man.replace("suspected", "convicted"), "killing")).toBe(false);
  const accused =
    "Togo/PROPN/nsubj:pass>2 was/AUX/aux:pass>2 accused/VERB/root by/ADP/case>4 Ghana/PROPN/obl:agent>2 of/SCONJ/mark>6 killing/VERB/advcl>2 nurses/NOUN/obj>6";
  expect(asked(isUnproven, accused, "killing")).toBe(false);
  expect(asked(isUnproven, accused.replace("Ghana/PROPN/obl:agent", "May/PROPN/obl").replace("by/", "in/"), "killing")).toBe(true);
  const active = "Ghana/PROPN/nsubj>1 accused/VERB/root Togo/PROPN/obj>1 of/SCONJ/mark>4 killing/VERB/advcl>1 nurses/NOUN/obj>4";
  expect(asked(isUnproven, active, "killing")).toBe(false);
});
