// A content that the scores broke off → the whole clause by its tree.
import { describe, expect, test } from "vitest";
import { bracketed, wholeContent } from "../../src/rules/contents.ts";
import { treeIn } from "../tree.ts";

/** The words of the whole content, where the scores found those from `first` to `last` and `own` are source and cue. */
function whole(tree: string, [first, last]: [number, number], own: number[]): string {
  const { tokens, words } = treeIn(tree);
  const [a, b] = wholeContent(
    [first, last],
    tokens,
    (j) => own.includes(j),
    (j) => words[j]!,
  );
  return words.slice(a, b + 1).join(" ");
}

const PLAN =
  "Ghana/PROPN/nsubj>1 offered/VERB/root to/PART/mark>3 train/VERB/xcomp>1 pilots/NOUN/obj>3 ,/PUNCT/punct>6 lend/VERB/conj>3 planes/NOUN/obj>6 and/CCONJ/cc>9 pay/VERB/conj>3 ./PUNCT/punct>1";

describe("a clause before the main one", () => {
  const when =
    "When/ADV/advmod>2 Lima/PROPN/nsubj>2 teased/VERB/advcl>6 talks/NOUN/obj>2 ,/PUNCT/punct>2 he/PRON/nsubj>6 left/VERB/root ./PUNCT/punct>6";
  test("says what stands in it", () => expect(whole(when, [3, 6], [1, 2])).toBe("talks"));
  test("or what stands behind it", () =>
    expect(whole(when.replace("When/ADV/advmod>2", "As/SCONJ/mark>2"), [5, 6], [1, 2])).toBe("he left"));
});

describe("a content broken off", () => {
  test("before its predicate", () => {
    const plan =
      "Lima/PROPN/nsubj>1 warned/VERB/root :/PUNCT/punct>6 the/DET/det>4 plan/NOUN/nsubj>6 is/AUX/cop>6 unworkable/ADJ/parataxis>1 ./PUNCT/punct>1";
    expect(whole(plan, [3, 5], [0, 1])).toBe("the plan is unworkable");
    expect(whole(plan, [4, 4], [0, 1])).toBe("the plan");
  });

  test("is read to the end of its clause, over a comma, without the full stop", () => {
    expect(whole(PLAN, [2, 4], [0, 1])).toBe("to train pilots , lend planes and pay");
  });

  test("is read from the beginning of its clause", () => {
    expect(whole(PLAN, [7, 9], [0, 1])).toBe("planes and pay");
    expect(whole(PLAN, [3, 9], [0, 1])).toBe("to train pilots , lend planes and pay");
  });

  test("does not take in source, cue, or what only stands beside it", () => {
    const aside =
      "Rain/NOUN/nsubj>1 fell/VERB/root ,/PUNCT/punct>4 she/PRON/nsubj>4 said/VERB/parataxis>1 ,/PUNCT/punct>6 twice/ADV/advmod>1";
    expect(whole(aside, [0, 1], [3, 4])).toBe("Rain fell");
    const after = "Rain/NOUN/nsubj>1 fell/VERB/root ;/PUNCT/punct>3 go/VERB/parataxis>1 home/ADV/advmod>3";
    expect(whole(after, [0, 1], [])).toBe("Rain fell");
  });

  test("leaves the preposition to the cue", () => {
    const about = "They/PRON/nsubj>1 spoke/VERB/root about/ADP/case>4 this/DET/det>4 shift/NOUN/obl>1";
    expect(whole(about, [4, 4], [0, 1])).toBe("this shift");
  });
});

describe("what is no content", () => {
  const none = (tagged: string, run: [number, number], own: number[]): void => expect(whole(tagged, run, own)).toBe("");
  const WARNING =
    "The/DET/det>1 warning/NOUN/nsubj>2 came/VERB/root as/SCONJ/mark>5 he/PRON/nsubj>5 left/VERB/advcl>2 Oslo/PROPN/obj>5 ./PUNCT/punct>2";

  test("the time at which something was said", () => {
    none(WARNING, [4, 6], [1]);
    none(WARNING.replace("as/SCONJ/mark>5", "when/ADV/advmod>5"), [3, 6], [1]);
  });

  test("but what somebody asks about a time is", () =>
    expect(whole("She/PRON/nsubj>1 asked/VERB/root when/ADV/advmod>4 he/PRON/nsubj>4 left/VERB/ccomp>1", [2, 4], [0, 1])).toBe(
      "when he left",
    ));

  test("the manner of a judgement is", () =>
    expect(
      whole("She/PRON/nsubj>1 damned/VERB/root it/PRON/obj>1 as/SCONJ/mark>5 being/AUX/cop>5 unfair/ADJ/advcl>1", [3, 5], [0, 1]),
    ).toBe("as being unfair"));

  const ABLE =
    "It/PRON/nsubj>2 is/AUX/cop>2 able/ADJ/root to/PART/mark>4 advise/VERB/xcomp>2 and/CCONJ/cc>6 demand/VERB/conj>4 repairs/NOUN/obj>6";
  test("what somebody may say, unless he did", () => {
    none(ABLE, [7, 7], [0, 6]);
    none(ABLE, [7, 7], [0, 4]);
    expect(whole(ABLE.replace("is/", "was/"), [7, 7], [0, 6])).toBe("repairs");
  });

  test("what somebody has the right to say, unless he used it", () => {
    const right = "She/PRON/nsubj>1 has/VERB/root the/DET/det>3 right/NOUN/obj>1 to/PART/mark>5 demand/VERB/acl>3 repairs/NOUN/obj>5";
    none(right, [6, 6], [0, 5]);
    expect(whole(right.replace("has/", "used/"), [6, 6], [0, 5])).toBe("repairs");
  });

  test("a saying that is only left out, or an example of what may be done", () => {
    const steps =
      "They/PRON/nsubj>1 take/VERB/root steps/NOUN/obj>1 such/ADJ/mark>5 as/SCONJ/fixed>3 demanding/VERB/acl>2 repairs/NOUN/obj>5";
    none(steps.replace("such", "Instead"), [6, 6], [5]);
    none(steps.replace("They/PRON/nsubj>1", "may/AUX/aux>1"), [6, 6], [5]);
    expect(whole(steps, [6, 6], [0, 5])).toBe("repairs");
  });

  test("what somebody thought a thing was", () => {
    const thing =
      "He/PRON/nsubj>1 left/VERB/root what/PRON/obj>1 she/PRON/nsubj>4 thought/VERB/acl:relcl>2 was/AUX/cop>7 a/DET/det>7 ruin/NOUN/ccomp>4";
    none(thing, [5, 7], [3, 4]);
    expect(whole(thing.replace("thought", "says"), [5, 7], [3, 4])).toBe("was a ruin");
  });

  const LINKED =
    "She/PRON/nsubj>1 accused/VERB/root Karim/PROPN/obj>1 of/ADP/case>4 fraud/NOUN/obl>1 ,/PUNCT/punct>6 alleging/VERB/advcl>1 losses/NOUN/obj>6";
  test("a word that only links", () => none("She/PRON/nsubj>1 shouted/VERB/root and/CCONJ/cc>3 left/VERB/conj>1", [2, 2], [0, 1, 3]));

  test("what another verb before the cue takes", () => {
    none(LINKED, [2, 4], [0, 6]);
    expect(whole(LINKED, [7, 7], [0, 6])).toBe("losses");
    expect(whole(LINKED, [2, 4], [0, 1])).toBe("Karim of fraud");
  });
  test("but what two verbs share is", () =>
    expect(whole("She/PRON/nsubj>1 wrote/VERB/root and/CCONJ/cc>3 announced/VERB/conj>1 a/DET/det>5 plan/NOUN/obj>1", [4, 5], [0, 3])).toBe(
      "a plan",
    ));
});

describe("what a saying calls forth", () => {
  const said = (tail: string): string =>
    `She/PRON/nsubj>1 said/VERB/root talks/NOUN/nsubj>3 failed/VERB/ccomp>1 ,/PUNCT/punct>5 ${tail} ./PUNCT/punct>1`;
  const RAISING = "raising/VERB/advcl>3 fears/NOUN/obj>5";
  test("is the reporter's", () => {
    expect(whole(said(RAISING), [2, 6], [0, 1])).toBe("talks failed");
    expect(whole(said("fuelling/NOUN/compound>6 fears/NOUN/conj>3"), [2, 6], [0, 1])).toBe("talks failed");
  });
  test("not what the event told does, or the speaker goes on with", () => {
    expect(whole(said("killing/VERB/advcl>3 nine/NUM/obj>5"), [2, 6], [0, 1])).toBe("talks failed , killing nine");
    expect(whole(said("citing/VERB/advcl>3 fears/NOUN/obj>5"), [2, 6], [0, 1])).toBe("talks failed , citing fears");
    const on = said(`${RAISING} ,/PUNCT/punct>8 nothing/PRON/conj>3`);
    expect(whole(on, [2, 8], [0, 1])).toBe("talks failed , raising fears , nothing");
  });
  test("nor where he is named after it", () =>
    expect(
      whole(
        "Talks/NOUN/nsubj>1 failed/VERB/ccomp>6 ,/PUNCT/punct>3 raising/VERB/advcl>1 fears/NOUN/obj>3 ,/PUNCT/punct>1 said/VERB/root she/PRON/nsubj>6",
        [0, 4],
        [6, 7],
      ),
    ).toBe("Talks failed , raising fears"));
});

test("a phrase within the clause keeps its preposition", () =>
  expect(
    whole(
      "They/PRON/nsubj>1 noted/VERB/root trade/NOUN/nsubj>7 ,/PUNCT/punct>5 under/ADP/case>5 rules/NOUN/obl>7 ,/PUNCT/punct>5 grows/VERB/ccomp>1",
      [5, 7],
      [0, 1],
    ),
  ).toBe("trade , under rules , grows"));

test("the place where it was said does not open it", () =>
  expect(
    whole(
      "They/PRON/nsubj>1 said/VERB/root at/ADP/case>3 sea/NOUN/obl>6 that/SCONJ/mark>6 trade/NOUN/nsubj>6 grows/VERB/ccomp>1",
      [3, 6],
      [0, 1],
    ),
  ).toBe("sea that trade grows"));

test("a source is read to the bracket that closes", () => {
  const words = "Senator Lee ( R - Ohio ) said so ( twice )".split(" ");
  const last = (a: number, b: number): string => words[bracketed([a, b], words.length, (j) => words[j]!)]!;
  expect(last(0, 3)).toBe(")");
  expect(last(0, 6)).toBe(")");
  expect(last(0, 1)).toBe("Lee");
  expect(last(7, 8)).toBe("so");
});
