// What is refused and asked for in one sentence → who asked whom.
import { expect, it } from "vitest";
import { sidesOf } from "./trees.ts";

const refusal = "Togo/P/nsubj>1 rejected/V/root>-1 a/det>4 Ghanaian/P/amod>4 request/obj>1 for/case>6 aid/nmod>4";

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
  const passive = "The/det>1 plea/nsubj:pass>5 from/case>3 rebels/nmod>1 was/aux:pass>5 refused/V/root>-1 by/case>7 Togo/P/obl>5";
  expect(sidesOf(passive, ["REJECT", "refused"])).toEqual(["actor Togo", "recipient rebels"]);
  expect(sidesOf(passive, ["REQUEST", "plea", [["actor", "rebels"]]], [["REJECT", "refused"]])).toEqual(["actor rebels", "recipient Togo"]);
  const which =
    "Rebels/nsubj>1 asked/V/root>-1 leave/obj>1 to/mark>4 meet/V/acl>2 in/case>6 Accra/P/obl>4 which/nsubj:pass>9 was/aux:pass>9 refused/V/acl:relcl>2 by/case>11 Togo/P/obl>9";
  expect(sidesOf(which, ["REQUEST", "asked", [["actor", "Rebels"]]], [["REJECT", "refused"]])).toEqual(["actor Rebels", "recipient Togo"]);
});

it("knows no asker by a common noun, and no refuser of a bare participle", () => {
  const kind = "Togo/P/nsubj>1 rejected/V/root>-1 extradition/compound>3 requests/obj>1";
  expect(sidesOf(kind, ["REJECT", "rejected", [["actor", "Togo"]]], [["REQUEST", "requests"]])).toEqual(["actor Togo"]);
  const bare = "Rector/root>-1 his/nmod:poss>2 request/nsubj:pass>3 refused/V/acl>0";
  expect(sidesOf(bare, ["REJECT", "refused"], [["REQUEST", "request"]])).toEqual(["recipient his"]);
});
