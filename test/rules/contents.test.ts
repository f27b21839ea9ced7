// A content that the scores broke off → the whole clause by its tree. Sentences are written word/UPOS/head/relation, heads from 1.
import { describe, expect, test } from "vitest";
import { bracketed, wholeContent } from "../../src/rules/contents.ts";
import type { Token } from "../../src/tag/types.ts";

/** The words of the whole content, where the scores found those from `first` to `last` and `own` are source and cue. */
function whole(tagged: string, [first, last]: [number, number], own: number[]): string {
  const rows = tagged.split(" ").map((row) => row.split("/") as [string, string, string, string]);
  let from = 0;
  const tokens: Token[] = rows.map(([word, upos, head, deprel]) => {
    const start = from;
    from += word.length + 1;
    return { start, end: start + word.length, upos, head: Number(head) - 1, deprel };
  });
  const [a, b] = wholeContent(
    [first, last],
    tokens,
    (j) => own.includes(j),
    (j) => rows[j]![0],
  );
  return rows
    .slice(a, b + 1)
    .map(([word]) => word)
    .join(" ");
}

const PLAN =
  "Ghana/PROPN/2/nsubj offered/VERB/0/root to/PART/4/mark train/VERB/2/xcomp pilots/NOUN/4/obj ,/PUNCT/7/punct lend/VERB/4/conj planes/NOUN/7/obj and/CCONJ/10/cc pay/VERB/4/conj ./PUNCT/2/punct";

describe("a clause before the main one", () => {
  const when =
    "When/ADV/3/advmod Lima/PROPN/3/nsubj teased/VERB/7/advcl talks/NOUN/3/obj ,/PUNCT/3/punct he/PRON/7/nsubj left/VERB/0/root ./PUNCT/7/punct";
  test("says what stands in it", () => expect(whole(when, [3, 6], [1, 2])).toBe("talks"));
  test("or what stands behind it", () =>
    expect(whole(when.replace("When/ADV/3/advmod", "As/SCONJ/3/mark"), [5, 6], [1, 2])).toBe("he left"));
});

describe("a content broken off", () => {
  test("before its predicate", () => {
    const plan =
      "Lima/PROPN/2/nsubj warned/VERB/0/root :/PUNCT/7/punct the/DET/5/det plan/NOUN/7/nsubj is/AUX/7/cop unworkable/ADJ/2/parataxis ./PUNCT/2/punct";
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
      "Rain/NOUN/2/nsubj fell/VERB/0/root ,/PUNCT/5/punct she/PRON/5/nsubj said/VERB/2/parataxis ,/PUNCT/7/punct twice/ADV/2/advmod";
    expect(whole(aside, [0, 1], [3, 4])).toBe("Rain fell");
    const after = "Rain/NOUN/2/nsubj fell/VERB/0/root ;/PUNCT/4/punct go/VERB/2/parataxis home/ADV/4/advmod";
    expect(whole(after, [0, 1], [])).toBe("Rain fell");
  });

  test("leaves the preposition to the cue", () => {
    const about = "They/PRON/2/nsubj spoke/VERB/0/root about/ADP/5/case this/DET/5/det shift/NOUN/2/obl";
    expect(whole(about, [4, 4], [0, 1])).toBe("this shift");
  });
});

describe("what is no content", () => {
  const none = (tagged: string, run: [number, number], own: number[]): void => expect(whole(tagged, run, own)).toBe("");
  const WARNING =
    "The/DET/2/det warning/NOUN/3/nsubj came/VERB/0/root as/SCONJ/6/mark he/PRON/6/nsubj left/VERB/3/advcl Oslo/PROPN/6/obj ./PUNCT/3/punct";

  test("the time at which something was said", () => {
    none(WARNING, [4, 6], [1]);
    none(WARNING.replace("as/SCONJ/6/mark", "when/ADV/6/advmod"), [3, 6], [1]);
  });

  test("but what somebody asks about a time is", () =>
    expect(whole("She/PRON/2/nsubj asked/VERB/0/root when/ADV/5/advmod he/PRON/5/nsubj left/VERB/2/ccomp", [2, 4], [0, 1])).toBe(
      "when he left",
    ));

  test("the manner of a judgement is", () =>
    expect(
      whole("She/PRON/2/nsubj damned/VERB/0/root it/PRON/2/obj as/SCONJ/6/mark being/AUX/6/cop unfair/ADJ/2/advcl", [3, 5], [0, 1]),
    ).toBe("as being unfair"));

  const ABLE =
    "It/PRON/3/nsubj is/AUX/3/cop able/ADJ/0/root to/PART/5/mark advise/VERB/3/xcomp and/CCONJ/7/cc demand/VERB/5/conj repairs/NOUN/7/obj";
  test("what somebody may say, unless he did", () => {
    none(ABLE, [7, 7], [0, 6]);
    none(ABLE, [7, 7], [0, 4]);
    expect(whole(ABLE.replace("is/", "was/"), [7, 7], [0, 6])).toBe("repairs");
  });

  test("a saying that is only left out, or an example of what may be done", () => {
    const steps =
      "They/PRON/2/nsubj take/VERB/0/root steps/NOUN/2/obj such/ADJ/6/mark as/SCONJ/4/fixed demanding/VERB/3/acl repairs/NOUN/6/obj";
    none(steps.replace("such", "Instead"), [6, 6], [5]);
    none(steps.replace("They/PRON/2/nsubj", "may/AUX/2/aux"), [6, 6], [5]);
    expect(whole(steps, [6, 6], [0, 5])).toBe("repairs");
  });

  test("what somebody thought a thing was", () => {
    const thing =
      "He/PRON/2/nsubj left/VERB/0/root what/PRON/2/obj she/PRON/5/nsubj thought/VERB/3/acl:relcl was/AUX/8/cop a/DET/8/det ruin/NOUN/5/ccomp";
    none(thing, [5, 7], [3, 4]);
    expect(whole(thing.replace("thought", "says"), [5, 7], [3, 4])).toBe("was a ruin");
  });

  const LINKED =
    "She/PRON/2/nsubj accused/VERB/0/root Karim/PROPN/2/obj of/ADP/5/case fraud/NOUN/2/obl ,/PUNCT/7/punct alleging/VERB/2/advcl losses/NOUN/7/obj";
  test("a word that only links", () => none("She/PRON/2/nsubj shouted/VERB/0/root and/CCONJ/4/cc left/VERB/2/conj", [2, 2], [0, 1, 3]));

  test("what another verb before the cue takes", () => {
    none(LINKED, [2, 4], [0, 6]);
    expect(whole(LINKED, [7, 7], [0, 6])).toBe("losses");
    expect(whole(LINKED, [2, 4], [0, 1])).toBe("Karim of fraud");
  });
  test("but what two verbs share is", () =>
    expect(
      whole("She/PRON/2/nsubj wrote/VERB/0/root and/CCONJ/4/cc announced/VERB/2/conj a/DET/6/det plan/NOUN/2/obj", [4, 5], [0, 3]),
    ).toBe("a plan"));
});

describe("what a saying calls forth", () => {
  const said = (tail: string): string =>
    `She/PRON/2/nsubj said/VERB/0/root talks/NOUN/4/nsubj failed/VERB/2/ccomp ,/PUNCT/6/punct ${tail} ./PUNCT/2/punct`;
  const RAISING = "raising/VERB/4/advcl fears/NOUN/6/obj";
  test("is the reporter's", () => {
    expect(whole(said(RAISING), [2, 6], [0, 1])).toBe("talks failed");
    expect(whole(said("fuelling/NOUN/7/compound fears/NOUN/4/conj"), [2, 6], [0, 1])).toBe("talks failed");
  });
  test("not what the event told does, or the speaker goes on with", () => {
    expect(whole(said("killing/VERB/4/advcl nine/NUM/6/obj"), [2, 6], [0, 1])).toBe("talks failed , killing nine");
    expect(whole(said("citing/VERB/4/advcl fears/NOUN/6/obj"), [2, 6], [0, 1])).toBe("talks failed , citing fears");
    const on = said(`${RAISING} ,/PUNCT/9/punct nothing/PRON/4/conj`);
    expect(whole(on, [2, 8], [0, 1])).toBe("talks failed , raising fears , nothing");
  });
  test("nor where he is named after it", () =>
    expect(
      whole(
        "Talks/NOUN/2/nsubj failed/VERB/7/ccomp ,/PUNCT/4/punct raising/VERB/2/advcl fears/NOUN/4/obj ,/PUNCT/2/punct said/VERB/0/root she/PRON/7/nsubj",
        [0, 4],
        [6, 7],
      ),
    ).toBe("Talks failed , raising fears"));
});

test("a phrase within the clause keeps its preposition", () =>
  expect(
    whole(
      "They/PRON/2/nsubj noted/VERB/0/root trade/NOUN/8/nsubj ,/PUNCT/6/punct under/ADP/6/case rules/NOUN/8/obl ,/PUNCT/6/punct grows/VERB/2/ccomp",
      [5, 7],
      [0, 1],
    ),
  ).toBe("trade , under rules , grows"));

test("the place where it was said does not open it", () =>
  expect(
    whole(
      "They/PRON/2/nsubj said/VERB/0/root at/ADP/4/case sea/NOUN/7/obl that/SCONJ/7/mark trade/NOUN/7/nsubj grows/VERB/2/ccomp",
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
