import { describe, expect, it } from "vitest";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { negotiated, type Parsed } from "./parsed.ts";

const names = ["Freedonia", "Sylvania=SYL|the premier", "Ruritania", "Bela Tor", "The agency", "Unions", "a man"];
const read = (...sentences: Parsed[]): ReadoutRecord => negotiated(sentences, names);
const nameOf = (record: ReadoutRecord, id: string): string => record.actors.find((one) => one.id === id)!.name;
const stands = (...sentences: Parsed[]): string[] => {
  const record = read(...sentences);
  return record.positions.map(({ actor, stance, issue }) => `${nameOf(record, actor)} ${stance}: ${issue.label}`);
};

const answered: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 rejected/VERB/root Sylvania/PROPN/nmod:poss>4 's/PART/case>2 demand/NOUN/obj>1 for/ADP/case>7 joint/ADJ/amod>7 patrols/NOUN/nmod>4 ./PUNCT/punct>1",
  acts: [{ type: "REJECT", trigger: "rejected", args: [["actor", "Freedonia"]] }],
  says: [{ source: "Freedonia", cue: "rejected", content: ["Sylvania 's demand for joint patrols"] }],
};
const protest: Parsed = {
  tree: "Unions/NOUN/nsubj>1 began/VERB/root a/DET/det>3 protest/NOUN/obj>1 against/ADP/case>6 the/DET/det>6 closure/NOUN/nmod>3 of/ADP/case>8 schools/NOUN/nmod>6 ./PUNCT/punct>1",
  acts: [{ type: "PROTEST", trigger: "protest", args: [["actor", "Unions"]] }],
};
const mustBe: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 said/VERB/root the/DET/det>3 harbour/NOUN/nsubj:pass>6 must/AUX/aux>6 be/AUX/aux:pass>6 reopened/VERB/ccomp>1 ./PUNCT/punct>1",
  says: [{ source: "Freedonia", cue: "said", content: ["the harbour must be reopened"] }],
};
const demanded: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 demanded/VERB/root the/DET/det>3 withdrawal/NOUN/obj>1 of/ADP/case>6 the/DET/det>6 gunboats/NOUN/nmod>3 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "demanded", args: [["actor", "Sylvania"]] }],
};
const blindEye: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 turned/VERB/root a/DET/det>4 blind/ADJ/amod>4 eye/NOUN/obj>1 to/ADP/case>7 this/DET/det>7 demand/NOUN/obl>1 ./PUNCT/punct>1",
  acts: [{ type: "REJECT", trigger: "turned", args: [["actor", "Freedonia"]] }],
};
const counterpart: Parsed = {
  tree: "Freedonia/PROPN/nsubj>6 and/CCONJ/cc>3 its/PRON/nmod:poss>3 counterpart/NOUN/conj>0 Bela/PROPN/appos>3 Tor/PROPN/flat>4 agreed/VERB/root to/PART/mark>8 mark/VERB/xcomp>6 the/DET/det>10 border/NOUN/obj>8 ./PUNCT/punct>6",
  acts: [{ type: "AGREE", trigger: "agreed", args: [["actor", "Freedonia"]] }],
};
const declared: Parsed = {
  tree: "Unions/NOUN/nsubj>1 declared/VERB/root their/PRON/nmod:poss>3 opposition/NOUN/obj>1 to/ADP/case>6 the/DET/det>6 toll/NOUN/nmod>3 ./PUNCT/punct>1",
  acts: [{ type: "ACCUSE", trigger: "declared", args: [["actor", "Unions"]] }],
  says: [{ source: "Unions", cue: "declared", content: ["their opposition to the toll"] }],
};
const overcame: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 rejected/VERB/root their/PRON/nmod:poss>3 opposition/NOUN/obj>1 to/ADP/case>6 the/DET/det>6 toll/NOUN/nmod>3 ./PUNCT/punct>1",
  acts: [{ type: "REJECT", trigger: "rejected", args: [["actor", "Sylvania"]] }],
};
const plan: Parsed = {
  tree: "Unions/NOUN/nsubj>1 denounced/VERB/root the/DET/det>3 plan/NOUN/obj>1 for/ADP/case>6 a/DET/det>6 toll/NOUN/nmod>3 ./PUNCT/punct>1",
  acts: [{ type: "ACCUSE", trigger: "denounced", args: [["actor", "Unions"]] }],
};
const notGoing: Parsed = {
  tree: "We/PRON/nsubj>3 are/AUX/aux>3 not/PART/advmod>3 going/VERB/ccomp>11 to/PART/mark>5 leave/VERB/xcomp>3 the/DET/det>7 islands/NOUN/obj>5 ,/PUNCT/punct>3 the/DET/det>10 premier/NOUN/nsubj>11 said/VERB/root ./PUNCT/punct>11",
  says: [{ source: "the premier", cue: "said", content: ["We are not going to leave the islands"] }],
};
const noObjection: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 has/VERB/root no/DET/det>3 objection/NOUN/obj>1 to/ADP/case>6 a/DET/det>6 bridge/NOUN/nmod>3 ./PUNCT/punct>1",
  acts: [{ type: "AGREE", trigger: "objection", args: [["actor", "Sylvania"]] }],
};
const act = (
  type: "REQUEST" | "AGREE" | "SUPPORT" | "ACCUSE" | "REJECT" | "CONCEDE",
  trigger: string,
  actor: string,
): NonNullable<Parsed["acts"]> => [{ type, trigger, args: [["actor", actor]] }];
const wantsHim: Parsed = {
  tree: "Unions/NOUN/nsubj>1 wanted/VERB/root the/DET/det>3 mayor/NOUN/obj>1 to/PART/mark>5 resign/VERB/xcomp>1 at/ADP/case>7 once/NOUN/obl>5 ./PUNCT/punct>1",
  acts: act("REQUEST", "wanted", "Unions"),
};
const wouldEnd: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 demanded/VERB/root a/DET/det>3 canal/NOUN/obj>1 that/PRON/nsubj>6 would/AUX/aux>6 end/VERB/acl:relcl>3 the/DET/det>8 detour/NOUN/obj>6 ./PUNCT/punct>1",
  acts: act("REQUEST", "demanded", "Freedonia"),
};
const asWell: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 demanded/VERB/root new/ADJ/amod>3 piers/NOUN/obj>1 in/ADP/case>6 deep/ADJ/amod>6 water/NOUN/nmod>3 as/ADV/cc>22 well/ADV/fixed>7 as/ADP/fixed>7 a/DET/det>22 very/ADV/advmod>12 big/ADJ/amod>22 old/ADJ/amod>22 grim/ADJ/amod>22 high/ADJ/amod>22 long/ADJ/amod>22 wide/ADJ/amod>22 and/CCONJ/cc>19 grey/ADJ/conj>13 stone/NOUN/compound>21 harbour/NOUN/compound>22 wall/NOUN/conj>3 ./PUNCT/punct>1",
  acts: act("REQUEST", "demanded", "Freedonia"),
};
const blamed: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 blamed/VERB/root Unions/PROPN/obj>1 for/SCONJ/mark>4 demanding/VERB/advcl>1 a/DET/det>7 longer/ADJ/amod>7 break/NOUN/obj>4 ./PUNCT/punct>1",
  acts: [...act("ACCUSE", "blamed", "Freedonia"), ...act("REQUEST", "demanding", "Freedonia")],
};
const both: Parsed = {
  tree: "Unions/NOUN/nsubj>1 demanded/VERB/root and/CCONJ/cc>3 got/VERB/conj>1 a/DET/det>6 longer/ADJ/amod>6 break/NOUN/obj>3 ./PUNCT/punct>1",
  acts: act("REQUEST", "demanded", "Unions"),
  says: [{ source: "Unions", cue: "demanded", content: ["and got a longer break"] }],
};
const saying: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 defended/VERB/root Bela/PROPN/obj>1 Tor/PROPN/flat>2 saying/VERB/xcomp>1 the/DET/det>6 charge/NOUN/nsubj>8 was/AUX/cop>8 false/ADJ/ccomp>4 ./PUNCT/punct>1",
  acts: act("SUPPORT", "defended", "Freedonia"),
};
const which: Parsed = {
  tree: "Freedonia/PROPN/nmod:poss>2 's/PART/case>0 request/NOUN/nsubj>8 of/ADP/case>4 Sylvania/PROPN/nmod>2 ,/PUNCT/punct>7 which/PRON/obj>7 ignored/VERB/acl>2 lapsed/VERB/root ./PUNCT/punct>8",
  acts: act("REQUEST", "request", "Freedonia"),
};
const willingness: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 reiterated/VERB/root its/PRON/nmod:poss>3 willingness/NOUN/obj>1 to/PART/mark>5 reopen/VERB/acl>3 the/DET/det>7 ferry/NOUN/obj>5 ./PUNCT/punct>1",
  acts: act("AGREE", "willingness", "Sylvania"),
};
const toFight: Parsed = { ...willingness, tree: willingness.tree.replace("reopen", "attack") };
const needs: Parsed = {
  tree: "“/PUNCT/punct>7 The/DET/det>2 closure/NOUN/nsubj>7 (/PUNCT/punct>5 last/ADJ/amod>5 week/NOUN/parataxis>2 )/PUNCT/punct>5 needs/VERB/ccomp>12 to/PART/mark>9 end/VERB/xcomp>7 ,/PUNCT/punct>7 ”/PUNCT/punct>7 said/VERB/root Unions/PROPN/nsubj>12 ./PUNCT/punct>12",
  says: [{ source: "Unions", cue: "said", content: ["The closure ( last week ) needs to end"] }],
};
const keen: Parsed = {
  tree: "Bela/PROPN/nsubj>2 Tor/PROPN/flat>0 voiced/VERB/root the/DET/det>4 ministry/NOUN/nmod:poss>6 's/PART/case>4 keenness/NOUN/ccomp>2 to/PART/mark>8 trade/VERB/acl>6 with/ADP/case>10 Ruritania/PROPN/obl>8 ./PUNCT/punct>2",
  says: [{ source: "Bela Tor", cue: "voiced", content: ["the ministry 's keenness to trade with Ruritania"] }],
};
const eager: Parsed = {
  tree: "Freedonia/PROPN/nsubj>2 is/AUX/cop>2 eager/ADJ/root to/PART/mark>4 sign/VERB/xcomp>2 a/DET/det>6 treaty/NOUN/obj>4 ./PUNCT/punct>2",
  acts: act("AGREE", "eager", "Freedonia"),
};
const willingOf: Parsed = {
  tree: "Bela/PROPN/nsubj>2 Tor/PROPN/flat>0 repeated/VERB/root the/DET/det>4 willingness/NOUN/obj>2 of/ADP/case>6 Freedonia/PROPN/nsubj>8 to/PART/mark>8 reopen/VERB/acl>4 the/DET/det>10 ferry/NOUN/obj>8 ./PUNCT/punct>2",
  acts: act("AGREE", "willingness", "Bela Tor"),
};
const ownPartner: Parsed = {
  tree: "Bela/PROPN/nsubj>2 Tor/PROPN/flat>0 voiced/VERB/root Ruritania/PROPN/nmod:poss>5 's/PART/case>3 readiness/NOUN/obj>2 to/PART/mark>7 trade/VERB/acl>5 with/ADP/case>9 Ruritania/PROPN/obl>7 ./PUNCT/punct>2",
  says: [{ source: "Bela Tor", cue: "voiced", content: ["Ruritania 's readiness to trade with Ruritania"] }],
};
const interest: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 reiterated/VERB/root its/PRON/nmod:poss>3 interest/NOUN/obj>1 in/SCONJ/mark>5 receiving/VERB/acl>3 medicine/NOUN/obj>5 ./PUNCT/punct>1",
  says: [{ source: "Freedonia", cue: "reiterated", content: ["its interest in receiving medicine"] }],
};
const rate: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 raised/VERB/root interest/NOUN/obj>1 in/ADP/case>4 May/PROPN/obl>1 ./PUNCT/punct>1",
  says: [{ source: "Freedonia", cue: "raised", content: ["interest in May"] }],
};
const wantsWith: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 wants/VERB/root to/PART/mark>3 cooperate/VERB/xcomp>1 with/ADP/case>5 Sylvania/PROPN/obl>3 on/ADP/case>7 fisheries/NOUN/obl>3 ./PUNCT/punct>1",
  says: [{ source: "Freedonia", cue: "wants", content: ["to cooperate with Sylvania on fisheries"] }],
};
const needed: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 said/VERB/root joint/ADJ/amod>3 patrols/NOUN/nsubj:pass>5 were/AUX/aux:pass>5 needed/VERB/ccomp>1 ./PUNCT/punct>1",
  says: [{ source: "Freedonia", cue: "said", content: ["joint patrols were needed"] }],
};
const onceNeeded: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 said/VERB/root it/PRON/nsubj>3 acts/VERB/ccomp>1 when/ADV/mark>7 patrols/NOUN/nsubj:pass>7 are/AUX/aux:pass>7 needed/VERB/advcl>3 ./PUNCT/punct>1",
  says: [{ source: "Freedonia", cue: "said", content: ["it acts when patrols are needed"] }],
};
const rushed: Parsed = {
  tree: "We/PRON/nsubj:pass>4 will/AUX/aux>4 not/PART/advmod>4 be/AUX/aux:pass>4 rushed/VERB/ccomp>11 into/ADP/case>7 a/DET/det>7 vote/NOUN/obl>4 ,/PUNCT/punct>4 the/DET/det>10 premier/NOUN/nsubj>11 said/VERB/root ./PUNCT/punct>11",
  says: [{ source: "the premier", cue: "said", content: ["We will not be rushed into a vote"] }],
};
const rushedAlone: Parsed = {
  tree: "We/PRON/nsubj:pass>4 will/AUX/aux>4 not/PART/advmod>4 be/AUX/aux:pass>4 rushed/VERB/ccomp>8 ,/PUNCT/punct>4 the/DET/det>7 premier/NOUN/nsubj>8 said/VERB/root ./PUNCT/punct>8",
  says: [{ source: "the premier", cue: "said", content: ["We will not be rushed"] }],
};
const surprised: Parsed = {
  ...rushed,
  tree: rushed.tree.replace("rushed", "surprised"),
  says: [{ source: "the premier", cue: "said", content: ["We will not be surprised into a vote"] }],
};
const halves: Parsed = {
  tree: "Ruritania/PROPN/nsubj>2 should/AUX/aux>2 end/VERB/ccomp>28 a/DET/det>4 series/NOUN/obj>2 of/ADP/case>7 costly/ADJ/amod>7 drills/NOUN/nmod>4 that/PRON/nsubj>9 harm/VERB/acl:relcl>7 trade/NOUN/obj>9 ,/PUNCT/punct>13 and/CCONJ/cc>13 work/VERB/conj>9 with/ADP/case>15 us/PRON/obl>13 on/ADP/case>18 safe/ADJ/amod>18 sailing/NOUN/obl>13 ,/PUNCT/punct>2 the/DET/det>21 premier/NOUN/nsubj>28 of/ADP/case>23 all/DET/nmod>21 ,/PUNCT/punct>21 so/ADV/advmod>26 solemn/ADJ/amod>21 ,/PUNCT/punct>21 said/VERB/root ./PUNCT/punct>28",
  says: [
    {
      source: "the premier",
      cue: "said",
      content: ["Ruritania should end a series of costly drills that harm trade , and work with us on safe sailing"],
    },
  ],
};
const notTo: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 urged/VERB/root Sylvania/PROPN/obj>1 to/PART/mark>4 stay/VERB/xcomp>1 in/ADP/case>7 the/DET/det>7 talks/NOUN/obl>4 and/CCONJ/cc>11 not/PART/advmod>11 to/PART/mark>11 close/VERB/conj>4 the/DET/det>13 port/NOUN/obj>11 ./PUNCT/punct>1",
  acts: act("REQUEST", "urged", "Freedonia"),
};
const onTerms: Parsed = {
  tree: "Freedonia/PROPN/nsubj>2 would/AUX/aux>2 block/VERB/root the/DET/det>4 deal/NOUN/obj>2 unless/SCONJ/mark>8 spirits/NOUN/nsubj>8 were/AUX/cop>8 exempt/ADJ/advcl>2 ./PUNCT/punct>2",
  acts: act("REJECT", "block", "Freedonia"),
};
const noTerms: Parsed = {
  tree: "Freedonia/PROPN/nsubj>2 would/AUX/aux>2 block/VERB/root the/DET/det>4 deal/NOUN/obj>2 ./PUNCT/punct>2",
  acts: act("REJECT", "block", "Freedonia"),
};
const stillWants: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 dropped/VERB/root a/DET/det>3 demand/NOUN/obj>1 that/SCONJ/mark>6 Sylvania/PROPN/nsubj>6 leave/VERB/acl>3 but/CCONJ/cc>9 still/ADV/advmod>9 wants/VERB/conj>1 a/DET/det>11 truce/NOUN/obj>9 ./PUNCT/punct>1",
  acts: [...act("CONCEDE", "dropped", "Freedonia"), ...act("REQUEST", "wants", "Freedonia")],
};
const deadline: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 withdrew/VERB/root a/DET/det>3 deadline/NOUN/obj>1 for/SCONJ/mark>7 Sylvania/PROPN/nsubj>7 to/PART/mark>7 accept/VERB/acl>3 the/DET/det>9 plan/NOUN/obj>7 ./PUNCT/punct>1",
  acts: act("REJECT", "withdrew", "Freedonia"),
};
const blockedText: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 blocked/VERB/root a/DET/det>4 draft/NOUN/compound>4 text/NOUN/obj>1 ./PUNCT/punct>1",
  acts: act("REJECT", "blocked", "Freedonia"),
};
const turnedNow: Parsed = {
  tree: "Freedonia/PROPN/nsubj>12 ,/PUNCT/punct>4 which/PRON/nsubj>4 had/AUX/aux>4 refused/VERB/acl:relcl>0 to/PART/mark>6 discuss/VERB/xcomp>4 a/DET/det>8 date/NOUN/obj>6 ,/PUNCT/punct>0 is/AUX/cop>12 now/ADV/advmod>12 willing/ADJ/root to/PART/mark>14 consider/VERB/xcomp>12 a/DET/det>16 vote/NOUN/obj>14 ./PUNCT/punct>12",
  acts: [...act("REJECT", "refused", "Freedonia"), ...act("AGREE", "willing", "Freedonia")],
};
const originally: Parsed = {
  tree: "Freedonia/PROPN/nsubj>3 had/AUX/aux>3 originally/ADV/advmod>3 insisted/VERB/root on/ADP/case>6 a/DET/det>6 vote/NOUN/obl>3 ./PUNCT/punct>3",
  acts: act("REQUEST", "insisted", "Freedonia"),
};
const asSoon: Parsed = {
  tree: "Freedonia/PROPN/nsubj>2 will/AUX/aux>2 lift/VERB/root the/DET/det>4 ban/NOUN/obj>2 as/ADV/advmod>6 soon/ADV/advmod>2 as/SCONJ/mark>9 Sylvania/PROPN/nsubj>9 leaves/VERB/advcl>6 ./PUNCT/punct>2",
  acts: act("CONCEDE", "lift", "Freedonia"),
};
const prepared: Parsed = {
  tree: "Freedonia/PROPN/nsubj>2 is/AUX/cop>2 prepared/VERB/root to/PART/mark>4 hold/VERB/xcomp>2 a/DET/det>6 vote/NOUN/obj>4 ./PUNCT/punct>2",
  acts: act("AGREE", "prepared", "Freedonia"),
};
const noQuestion: Parsed = {
  tree: "There/PRON/expl>1 is/VERB/root no/DET/det>3 question/NOUN/nsubj>1 of/SCONJ/mark>5 reopening/VERB/acl>3 ports/NOUN/obj>5 ,/PUNCT/punct>1 Freedonia/PROPN/nsubj>9 said/VERB/parataxis>1 ./PUNCT/punct>9",
  says: [{ source: "Freedonia", cue: "said", content: ["There is no question of reopening ports"] }],
};
const aside: Parsed = {
  tree: "Freedonia/PROPN/nsubj>10 ,/PUNCT/punct>4 which/PRON/nsubj>4 had/AUX/aux>4 ruled/VERB/acl:relcl>0 out/ADP/compound:prt>4 a/DET/det>7 pause/NOUN/obj>4 ,/PUNCT/punct>0 could/AUX/aux>10 accept/VERB/root a/DET/det>12 truce/NOUN/obj>10 if/SCONJ/mark>16 the/DET/det>15 port/NOUN/nsubj>16 reopened/VERB/advcl>10 ./PUNCT/punct>10",
  acts: [...act("REJECT", "ruled out", "Freedonia"), ...act("AGREE", "accept", "Freedonia")],
};
const untilThen: Parsed = {
  tree: "Freedonia/PROPN/nsubj>3 would/AUX/aux>3 not/PART/advmod>3 negotiate/VERB/root until/SCONJ/mark>6 guards/NOUN/nsubj>6 left/VERB/advcl>3 ./PUNCT/punct>3",
  acts: act("REJECT", "negotiate", "Freedonia"),
};
const noneOf: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 demanded/VERB/root that/SCONJ/mark>8 none/PRON/nsubj:pass>8 of/ADP/case>6 the/DET/det>6 gas/NOUN/nmod>3 be/AUX/aux:pass>8 sold/VERB/ccomp>1 ./PUNCT/punct>1",
  acts: act("REQUEST", "demanded", "Freedonia"),
};
const doesNotObject: Parsed = {
  tree: "Freedonia/PROPN/nsubj>3 does/AUX/aux>3 not/PART/advmod>3 object/VERB/root to/ADP/case>5 visits/NOUN/obl>3 ./PUNCT/punct>3",
  says: [{ source: "Freedonia", cue: "does not object to", content: ["visits"] }],
};
const promisedNot: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 promised/VERB/root not/PART/advmod>4 to/PART/mark>4 sell/VERB/xcomp>1 the/DET/det>6 port/NOUN/obj>4 ./PUNCT/punct>1",
  acts: act("AGREE", "promised", "Freedonia"),
};
const eitherOr: Parsed = {
  tree: "Unions/NOUN/nsubj>1 demanded/VERB/root that/SCONJ/mark>6 fees/NOUN/nsubj:pass>6 be/AUX/aux:pass>6 soon/ADV/advmod>6 cut/VERB/ccomp>1 or/CCONJ/cc>9 wages/NOUN/nsubj:pass>9 raised/VERB/conj>6 ./PUNCT/punct>1",
  acts: act("REQUEST", "demanded", "Unions"),
};
const welcomedDoing: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 welcomed/VERB/root expanding/VERB/xcomp>1 trade/NOUN/obj>2 ./PUNCT/punct>1",
  acts: act("SUPPORT", "welcomed", "Freedonia"),
};
const cutNoun: Parsed = {
  tree: "Freedonia/PROPN/nsubj>2 is/AUX/cop>2 ready/ADJ/root to/PART/mark>4 show/VERB/xcomp>2 its/PRON/nmod:poss>12 own/ADJ/amod>12 rather/ADV/advmod>11 long/ADJ/amod>12 awaited/ADJ/amod>12 very/ADV/advmod>11 first/ADJ/amod>12 results/NOUN/obj>4 ,/PUNCT/punct>15 new/ADJ/amod>15 maps/NOUN/conj>12 and/CCONJ/cc>20 the/DET/det>18 coast/NOUN/nmod:poss>20 's/PART/case>18 commitment/NOUN/conj>12 to/SCONJ/mark>22 cleaning/VERB/acl>20 beaches/NOUN/obj>22 ./PUNCT/punct>2",
  acts: act("AGREE", "ready", "Freedonia"),
};

describe("who takes which stand", () => {
  it.each([
    [
      "the demand that a refusal answers, and the refusal",
      [answered],
      ["Freedonia rejects: joint patrols", "Sylvania demands: joint patrols"],
    ],
    ["what a protest is against", [protest], ["Unions opposes: the closure of schools"]],
    ["what must be done", [mustBe], ["Freedonia demands: the harbour be reopened"]],
    [
      "a refusal in other words",
      [demanded, blindEye],
      ["Sylvania demands: the withdrawal of the gunboats", "Freedonia rejects: the withdrawal of the gunboats"],
    ],
    ["the name beside a noun", [counterpart], ["Freedonia accepts: mark the border", "Bela Tor accepts: mark the border"]],
    ["a stand in the blame of a plan", [plan], ["Unions opposes: a toll"]],
    ["whose stand it is in 'their', where the verb utters it", [declared], ["Unions opposes: the toll"]],
    ["nobody in 'their' where the verb judges it", [overcame], []],
    ["a refusal by 'not going to'", [notGoing], ["Sylvania rejects: leave the islands"]],
    ["consent in 'no objection'", [noObjection], ["Sylvania accepts: a bridge"]],
    ["who shall do what is wanted", [wantsHim], ["Unions demands: the mayor to resign at once"]],
    ["the mood of a clause within", [wouldEnd], ["Freedonia demands: a canal that would end the detour"]],
    ["a list cut before all of its 'as well as'", [asWell], ["Freedonia demands: new piers in deep water…"]],
    ["the demand of those who are blamed for it", [blamed], ["Unions demands: a longer break"]],
    ["what two verbs share", [both], ["Unions demands: a longer break"]],
    ["none in what is said besides", [saying], []],
    ["none in a clause that tells of the request", [which], []],
    ["an offer in a willingness", [willingness], ["Sylvania offers: reopen the ferry"]],
    ["none in a willingness to attack", [toFight], []],
    ["the keenness of a body that the cast does not know in whoever voices it", [keen], ["Bela Tor offers: trade with Ruritania"]],
    ["no promise in what one is eager to sign", [eager], ["Freedonia offers: sign a treaty"]],
    ["whose willingness it is", [willingOf], ["Freedonia offers: reopen the ferry"]],
    ["nobody who offers it to himself", [ownPartner], ["Bela Tor offers: trade with Ruritania"]],
    ["what one voices an interest in getting", [interest], ["Freedonia supports: receiving medicine"]],
    ["none in an interest that is raised", [rate], []],
    ["an offer in what one wants to do with another", [wantsWith], ["Freedonia offers: cooperate with Sylvania on fisheries"]],
    ["what is said to be needed", [needed], ["Freedonia supports: joint patrols"]],
    ["none in what is done when it is needed", [onceNeeded], []],
    ["a refusal to be pressed into something", [rushed], ["Sylvania rejects: be rushed into a vote"]],
    ["none in a refusal to be pressed that tells no issue", [rushedAlone], []],
    ["none in what one expects", [surprised], []],
    [
      "both halves of a demand",
      [halves],
      ["Sylvania demands: Ruritania end a series of costly drills", "Sylvania demands: Ruritania work with us on safe sailing"],
    ],
    [
      "what is asked not to be done besides",
      [notTo],
      ["Freedonia demands: Sylvania to stay in the talks", "Freedonia opposes: Sylvania to close the port"],
    ],
    ["what one would do on terms", [onTerms], ["Freedonia conditional: block the deal"]],
    ["a refusal in what one would block without terms", [noTerms], ["Freedonia rejects: the deal"]],
    [
      "that what is still wanted takes no dropped demand's place",
      [stillWants],
      ["Freedonia demands: Sylvania leave", "Freedonia demands: a truce", "Freedonia undecided: Sylvania leave"],
    ],
    [
      "that a deadline withdrawn is a demand no longer made",
      [deadline],
      ["Freedonia demands: Sylvania to accept the plan", "Freedonia undecided: Sylvania to accept the plan"],
    ],
    ["what will be granted as soon as something is done", [asSoon], ["Freedonia conditional: lift the ban…"]],
    ["what will not be done until something is done", [untilThen], ["Freedonia conditional: negotiate"]],
    ["an offer in what one is prepared to do", [prepared], ["Freedonia offers: hold a vote"]],
    ["a refusal in what there is no question of", [noQuestion], ["Freedonia rejects: reopening ports"]],
    ["the older stand told beside the newer", [aside], ["Freedonia conditional: accept a truce", "Freedonia rejects: a pause"]],
    ["that what none of shall be done is opposed", [noneOf], ["Freedonia opposes: the gas be sold"]],
    ["that whoever does not object accepts", [doesNotObject], ["Freedonia accepts: visits"]],
    ["a refusal in a promise not to", [promisedNot], ["Freedonia rejects: sell the port"]],
    ["both halves of a choice", [eitherOr], ["Unions demands: fees be soon cut or wages raised"]],
    ["a refusal in what was blocked and coded so", [blockedText], ["Freedonia rejects: a draft text"]],
    ["an earlier stand and the one held now", [turnedNow], ["Freedonia offers: consider a vote", "Freedonia rejects: discuss a date"]],
    ["none in what was originally wanted", [originally], []],
    ["a stand for what is welcomed as it is done", [welcomedDoing], ["Freedonia supports: expanding trade"]],
    [
      "a label cut before a noun whose clause it cannot hold",
      [cutNoun],
      ["Freedonia offers: show its own rather long awaited very first results, new maps…"],
    ],
    ["none in a clause that lost its subject", [needs], []],
  ])("should find %s", (_, sentences, expected) => expect(stands(...sentences).sort()).toEqual([...expected].sort()));

  it("should find that a stand told as past gave way", () => {
    for (const sentence of [aside, turnedNow, deadline]) expect(read(sentence).positions.map(({ earlier }) => earlier)).toEqual([null, 0]);
  });

  it("should not put a demand into the mouth of whoever rejects it", () => {
    expect(read(answered).positions.map(({ said_by }) => said_by)).toEqual([null, null]);
  });

  it.each<[string, Parsed]>([
    [
      "an aim of one's own",
      {
        tree: "Freedonia/PROPN/nsubj>1 wants/VERB/root to/PART/mark>3 trade/VERB/xcomp>1 with/ADP/case>5 Sylvania/PROPN/obl>3 ./PUNCT/punct>1",
        acts: [{ type: "REQUEST", trigger: "wants", args: [["actor", "Freedonia"]] }],
      },
    ],
    [
      "a question",
      {
        tree: "Freedonia/PROPN/nsubj>1 asked/VERB/root Sylvania/PROPN/obj>1 if/SCONJ/mark>5 it/PRON/nsubj>5 understood/VERB/advcl>1 ./PUNCT/punct>1",
        acts: [{ type: "REQUEST", trigger: "asked", args: [["actor", "Freedonia"]] }],
        says: [{ source: "Freedonia", cue: "asked", content: ["if it understood"] }],
      },
    ],
    [
      "a guess",
      {
        tree: "Freedonia/PROPN/nsubj>1 said/VERB/root there/PRON/expl>5 must/AUX/aux>5 have/AUX/aux>5 been/VERB/ccomp>1 warnings/NOUN/nsubj>5 ./PUNCT/punct>1",
        says: [{ source: "Freedonia", cue: "said", content: ["there must have been warnings"] }],
      },
    ],
    [
      "a threat by the one who is threatened",
      {
        tree: "Unions/NOUN/nsubj:pass>2 were/AUX/aux:pass>2 warned/VERB/root and/CCONJ/cc>5 were/AUX/aux:pass>5 threatened/VERB/conj>2 with/ADP/case>7 dismissal/NOUN/obl>5 if/SCONJ/mark>10 they/PRON/nsubj>10 refused/VERB/advcl>5 ./PUNCT/punct>2",
        acts: [{ type: "THREATEN", trigger: "threatened", args: [["actor", "Unions"]] }],
      },
    ],
    [
      "a likeness",
      {
        tree: "It/PRON/nsubj>1 felt/VERB/root like/SCONJ/mark>3 buying/VERB/advcl>1 from/ADP/case>6 a/DET/det>6 man/NOUN/obl>3 who/PRON/nsubj>8 promises/VERB/acl:relcl>6 a/DET/det>10 bargain/NOUN/obj>8 ./PUNCT/punct>1",
        acts: [{ type: "AGREE", trigger: "promises", args: [["actor", "a man"]] }],
      },
    ],
  ])("should find no stand in %s", (_, sentence) => {
    const { positions, commitments } = read(sentence);
    expect([...positions, ...commitments]).toEqual([]);
  });
});

describe("commitments", () => {
  it("should find a pact in the clause that names who signed it, whatever is done with it", () => {
    const record = read({
      tree: "Ruritania/PROPN/nsubj>1 wants/VERB/root to/PART/mark>3 discuss/VERB/xcomp>1 the/DET/det>5 pact/NOUN/obj>3 signed/VERB/acl>5 by/ADP/case>8 Freedonia/PROPN/obl:agent>6 and/CCONJ/cc>10 Sylvania/PROPN/conj>8 ./PUNCT/punct>1",
      acts: [{ type: "AGREE", trigger: "signed", args: [["actor", "Freedonia"]] }],
    });
    expect(record.commitments.map(({ by, standing }) => [by.map((id) => nameOf(record, id)), standing])).toEqual([
      [["Freedonia", "Sylvania"], "stated"],
    ]);
  });
  it("should not take a crime for one", () => {
    const record = read({
      tree: "Unions/NOUN/nsubj>1 committed/VERB/root a/DET/det>3 crime/NOUN/obj>1 ./PUNCT/punct>1",
      acts: [{ type: "ASSAULT", trigger: "committed", args: [["actor", "Unions"]] }],
    });
    expect(record.commitments).toEqual([]);
  });
});

describe("reactions", () => {
  const killed: Parsed = {
    tree: "Sylvania/PROPN/nsubj>1 executed/VERB/root four/NUM/nummod>3 men/NOUN/obj>1 ./PUNCT/punct>1",
    acts: [{ type: "ASSAULT", trigger: "executed", args: [["actor", "Sylvania"]] }],
  };
  const takes = (...sentences: Parsed[]): string[] => {
    const record = read(...sentences);
    return [
      ...record.reactions.map(({ actor, stance, to }) => `${nameOf(record, actor)} ${stance} ${to}`),
      ...record.responses!.map(({ actor, stance }) => `${nameOf(record, actor)} ${stance} no event`),
    ];
  };
  it("should find the deed that is called by a noun of its verb", () => {
    const voiced: Parsed = {
      tree: "Ruritania/PROPN/nsubj>1 voiced/VERB/root concern/NOUN/obj>1 about/ADP/case>5 the/DET/det>5 executions/NOUN/nmod>2 ./PUNCT/punct>1",
      says: [{ source: "Ruritania", cue: "voiced concern", content: ["the executions"] }],
    };
    expect(takes(killed, voiced)).toEqual(["Ruritania worried e1"]);
    expect(takes(voiced)).toEqual(["Ruritania worried no event"]);
  });
  it("should find who criticises in what a deed draws", () => {
    const drew: Parsed = {
      tree: "The/DET/det>1 executions/NOUN/nsubj>2 drew/VERB/root condemnation/NOUN/obj>2 from/ADP/case>5 Ruritania/PROPN/obl>2 ./PUNCT/punct>2",
      acts: [{ type: "ACCUSE", trigger: "condemnation", args: [["actor", "Ruritania"]] }],
    };
    expect(takes(killed, drew)).toEqual(["Ruritania opposes e1"]);
  });
});

describe("verdicts, and what is told twice", () => {
  const saying = (rest: string, content: string): Parsed => ({
    tree: `Freedonia/PROPN/nsubj>1 said/VERB/root ${rest}`,
    says: [{ source: "Freedonia", cue: "said", content: [content] }],
  });
  const out = "was/AUX/cop>9 out/ADP/case>9 of/ADP/case>9 the/DET/det>9 question/NOUN";
  it("should take what is out of the question for rejected", () => {
    expect(
      stands(saying(`closing/VERB/csubj>9 the/DET/det>4 canal/NOUN/obj>2 ${out}/ccomp>1`, "closing the canal was out of the question")),
    ).toEqual(["Freedonia rejects: closing the canal"]);
  });
  it("should keep the verb that the tree has torn from its noun", () => {
    expect(
      stands(saying(`closing/VERB/csubj>1 the/DET/det>4 canal/NOUN/nsubj>9 ${out}/advcl>2`, "closing the canal was out of the question")),
    ).toEqual(["Freedonia rejects: closing the canal"]);
  });
  it("should take nothing for rejected that is no longer off the table", () => {
    const tolls = (still: string, at: number): string =>
      `tolls/NOUN/nsubj>${at} are/AUX/cop>${at} ${still}off/ADP/case>${at} the/DET/det>${at} table/NOUN/ccomp>1`;
    expect(stands(saying(tolls("", 6), "tolls are off the table"))).toEqual(["Freedonia rejects: tolls"]);
    expect(stands(saying(tolls("no/ADV/advmod>5 longer/ADV/advmod>8 ", 8), "tolls are no longer off the table"))).toEqual([]);
  });
  it("should tell one demand of a side once", () => {
    const first: Parsed = {
      tree: "Freedonia/PROPN/nsubj>1 demanded/VERB/root an/DET/det>4 urgent/ADJ/amod>4 meeting/NOUN/obj>1 of/ADP/case>8 the/DET/det>8 harbour/NOUN/compound>8 guild/NOUN/nmod>4 ./PUNCT/punct>1",
      acts: act("REQUEST", "demanded", "Freedonia"),
    };
    const again: Parsed = {
      tree: "Freedonia/PROPN/nsubj>1 asked/VERB/root it/PRON/obj>1 to/PART/mark>4 hold/VERB/xcomp>1 an/DET/det>7 emergency/NOUN/compound>7 session/NOUN/obj>4 ./PUNCT/punct>1",
      acts: act("REQUEST", "asked", "Freedonia"),
    };
    expect(stands(first, again)).toEqual(["Freedonia demands: an urgent meeting of the harbour guild"]);
    expect(stands(first, wouldEnd, wouldEnd, again)).toHaveLength(3);
  });
  it("should know the event by whose verb a stand is declared for the stand", () => {
    expect(read(declared).positions.map(({ evidence }) => evidence)).toEqual([["s1", "e1"]]);
  });
});
