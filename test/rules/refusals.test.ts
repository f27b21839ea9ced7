// What is refused and asked for in one sentence → who asked whom.
import { expect, it } from "vitest";
import { sidesOf } from "./trees.ts";

const refusal =
  "Togo/PROPN/nsubj>1 rejected/VERB/root a/NOUN/det>4 Ghanaian/PROPN/amod>4 request/NOUN/obj>1 for/NOUN/case>6 aid/NOUN/nmod>4";

it("takes who refuses for the one who was asked, and who asked for the one refused", () => {
  const all = [
    ["actor", "Togo"],
    ["actor", "Ghanaian"],
  ] as const;
  expect(sidesOf(refusal, ["REJECT", "rejected", all], [["REQUEST", "request"]])).toEqual(["actor Togo", "recipient Ghanaian"]);
  expect(sidesOf(refusal, ["REQUEST", "request", all], [["REJECT", "rejected"]])).toEqual(["recipient Togo", "actor Ghanaian"]);
});

it("adds whom the model saw on neither side", () => {
  expect(sidesOf(refusal, ["REQUEST", "request", [["actor", "Ghanaian"]]], [["REJECT", "rejected"]])).toContain("recipient Togo");
  const passive =
    "The/NOUN/det>1 plea/NOUN/nsubj:pass>5 from/NOUN/case>3 rebels/NOUN/nmod>1 was/NOUN/aux:pass>5 refused/VERB/root by/NOUN/case>7 Togo/PROPN/obl>5";
  expect(sidesOf(passive, ["REJECT", "refused"])).toEqual(["actor Togo", "recipient rebels"]);
  expect(sidesOf(passive, ["REQUEST", "plea", [["actor", "rebels"]]], [["REJECT", "refused"]])).toEqual(["actor rebels", "recipient Togo"]);
  const which =
    "Rebels/NOUN/nsubj>1 asked/VERB/root leave/NOUN/obj>1 to/NOUN/mark>4 meet/VERB/acl>2 in/NOUN/case>6 Accra/PROPN/obl>4 which/NOUN/nsubj:pass>9 was/NOUN/aux:pass>9 refused/VERB/acl:relcl>2 by/NOUN/case>11 Togo/PROPN/obl>9";
  expect(sidesOf(which, ["REQUEST", "asked", [["actor", "Rebels"]]], [["REJECT", "refused"]])).toEqual(["actor Rebels", "recipient Togo"]);
});

it("knows no asker by a common noun, and no refuser of a bare participle", () => {
  const kind = "Togo/PROPN/nsubj>1 rejected/VERB/root extradition/NOUN/compound>3 requests/NOUN/obj>1";
  expect(sidesOf(kind, ["REJECT", "rejected", [["actor", "Togo"]]], [["REQUEST", "requests"]])).toEqual(["actor Togo"]);
  const bare = "Rector/NOUN/root his/NOUN/nmod:poss>2 request/NOUN/nsubj:pass>3 refused/VERB/acl>0";
  expect(sidesOf(bare, ["REJECT", "refused"], [["REQUEST", "request"]])).toEqual(["recipient his"]);
});
