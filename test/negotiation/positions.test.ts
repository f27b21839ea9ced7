import { describe, expect, it } from "vitest";
import type { ReadoutRecord } from "../../src/record/types.ts";
import { negotiated, type Parsed } from "./parsed.ts";

const names = ["Freedonia", "Sylvania=SYL|the premier", "Ruritania", "The council", "officials", "Teachers", "Ministers"];
const read = (...sentences: Parsed[]): ReadoutRecord => negotiated(sentences, names);
const stands = (...sentences: Parsed[]): string[] => {
  const record = read(...sentences);
  const nameOf = (id: string | null): string => record.actors.find((one) => one.id === id)?.name ?? "?";
  return record.positions.map(
    ({ actor, stance, issue, said_by }) => `${nameOf(actor)} ${stance}: ${issue.label}${said_by ? ` (${nameOf(said_by.actor)})` : ""}`,
  );
};

const outlawed: Parsed = {
  tree: "A/DET/det>1 group/NOUN/root outlawed/VERB/amod>1 by/ADP/case>4 Sylvania/PROPN/obl:agent>2 condemned/VERB/fixed>1 the/DET/det>7 raids/NOUN/obj>5 and/CCONJ/cc>9 called/VERB/conj>5 for/ADP/case>12 outside/ADJ/amod>12 mediation/NOUN/obl>9 ./PUNCT/punct>5",
  acts: [{ type: "REQUEST", trigger: "called", args: [["actor", "Sylvania"]] }],
};
const ruled: Parsed = {
  tree: "Ruritania/PROPN/nsubj>6 which/PRON/obj>4 the/DET/det>3 council/NOUN/nsubj>4 fears/VERB/acl:relcl>0 ,/PUNCT/punct>4 demanded/VERB/root a/DET/det>8 corridor/NOUN/obj>6 ./PUNCT/punct>6",
  acts: [
    {
      type: "REQUEST",
      trigger: "demanded",
      args: [
        ["actor", "Ruritania"],
        ["actor", "council"],
      ],
    },
  ],
};
const opinion: Parsed = {
  tree: "Ministers/NOUN/nsubj>1 agreed/VERB/root that/SCONJ/mark>7 no/DET/det>4 effort/NOUN/nsubj:pass>7 should/AUX/aux>7 be/AUX/aux:pass>7 spared/VERB/ccomp>1 ,/PUNCT/punct>11 according/VERB/case>11 to/ADP/fixed>9 officials/NOUN/obl>1 ./PUNCT/punct>1",
  acts: [{ type: "AGREE", trigger: "agreed", args: [["actor", "Ministers"]] }],
  says: [
    { source: "Ministers", cue: "agreed", content: ["that no effort should be spared"] },
    { source: "officials", cue: "according to", content: ["Ministers agreed that no effort should be spared"] },
  ],
};
const undertaken: Parsed = {
  tree: "Ministers/NOUN/nsubj>1 agreed/VERB/root that/SCONJ/mark>6 they/PRON/nsubj>6 would/AUX/aux>6 jointly/ADV/advmod>6 clear/VERB/ccomp>1 the/DET/det>8 mines/NOUN/obj>6 ./PUNCT/punct>1",
  acts: [{ type: "AGREE", trigger: "agreed", args: [["actor", "Ministers"]] }],
};
const willNot: Parsed = {
  tree: "Sylvania/PROPN/nsubj>3 will/AUX/aux>3 not/PART/advmod>3 negotiate/VERB/root with/ADP/case>6 the/DET/det>6 smugglers/NOUN/obl>3 ./PUNCT/punct>3",
  acts: [{ type: "REJECT", trigger: "negotiate", auxiliary: ["negation"], args: [["actor", "Sylvania"]] }],
};
const cannot: Parsed = {
  tree: "Sylvania/PROPN/nsubj>3 can/AUX/aux>3 not/PART/advmod>3 cede/VERB/root the/DET/det>5 lagoon/NOUN/obj>3 ./PUNCT/punct>3",
  acts: [{ type: "REJECT", trigger: "cede", args: [["actor", "Sylvania"]] }],
};
const unable: Parsed = {
  tree: "Sylvania/PROPN/nsubj>3 will/AUX/aux>3 not/PART/advmod>3 reach/VERB/root the/DET/det>5 final/NOUN/obj>3 ./PUNCT/punct>3",
  acts: [{ type: "CONSULT", trigger: "reach", auxiliary: ["negation"], args: [["actor", "Sylvania"]] }],
};
const silent: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 declined/VERB/root to/PART/mark>3 comment/VERB/xcomp>1 on/ADP/case>6 the/DET/det>6 levy/NOUN/obl>3 ./PUNCT/punct>1",
  acts: [{ type: "REJECT", trigger: "declined", args: [["actor", "Sylvania"]] }],
};
const pushed: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 pushed/VERB/root for/ADP/case>4 the/DET/det>4 harbours/NOUN/obl>1 to/PART/mark>7 be/AUX/aux:pass>7 dredged/VERB/advcl>1 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "pushed", args: [["actor", "Freedonia"]] }],
};
const pushedShort: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 pushed/VERB/root for/ADP/case>3 dredging/NOUN/obl>1 to/PART/mark>5 win/VERB/advcl>1 votes/NOUN/obj>5 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "pushed", args: [["actor", "Freedonia"]] }],
};
const gaveUp: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 gave/VERB/root up/ADP/compound:prt>1 its/PRON/nmod:poss>4 demand/NOUN/obj>1 for/ADP/case>7 a/DET/det>7 lighthouse/NOUN/nmod>4 ./PUNCT/punct>1",
  acts: [
    { type: "CONCEDE", trigger: "gave", args: [["actor", "Freedonia"]] },
    { type: "REQUEST", trigger: "demand", args: [["actor", "Freedonia"]] },
  ],
};
const wasDropped: Parsed = {
  tree: "The/DET/det>1 demand/NOUN/nsubj:pass>6 for/ADP/case>4 a/DET/det>4 lighthouse/NOUN/nmod>1 was/AUX/aux:pass>6 dropped/VERB/root by/ADP/case>8 Freedonia/PROPN/obl:agent>6 ./PUNCT/punct>6",
  acts: [{ type: "CONCEDE", trigger: "dropped", args: [["actor", "Freedonia"]] }],
};
const agreedToDrop: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 agreed/VERB/root to/PART/mark>3 drop/VERB/xcomp>1 its/PRON/nmod:poss>5 demand/NOUN/obj>3 for/ADP/case>8 a/DET/det>8 lighthouse/NOUN/nmod>5 ./PUNCT/punct>1",
  acts: [{ type: "CONCEDE", trigger: "drop", args: [["actor", "Freedonia"]] }],
  says: [{ source: "Freedonia", cue: "agreed", content: ["to drop its demand for a lighthouse"] }],
};
const walked: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 walked/VERB/root away/ADV/advmod>1 with/ADP/case>5 the/DET/det>5 offer/NOUN/obl>1 ./PUNCT/punct>1",
  acts: [{ type: "REJECT", trigger: "walked", args: [["actor", "Freedonia"]] }],
};
const offered: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 offered/VERB/root a/DET/det>3 loan/NOUN/obj>1 ./PUNCT/punct>1",
  acts: [{ type: "AID", trigger: "offered", args: [["actor", "Sylvania"]] }],
};
const marched: Parsed = {
  tree: "Teachers/NOUN/nsubj>1 marched/VERB/root to/PART/mark>3 demand/VERB/advcl>1 smaller/ADJ/amod>5 classes/NOUN/obj>3 ./PUNCT/punct>1",
  acts: [{ type: "PROTEST", trigger: "marched", args: [["actor", "Teachers"]] }],
};
const termed: Parsed = {
  tree: "Teachers/NOUN/nsubj>1 marched/VERB/root to/PART/mark>3 protest/VERB/advcl>1 what/PRON/obj>3 they/PRON/nsubj>6 called/VERB/acl:relcl>4 empty/ADJ/amod>8 shelves/NOUN/obj>6 ./PUNCT/punct>1",
  acts: [{ type: "PROTEST", trigger: "marched", args: [["actor", "Teachers"]] }],
};
const planned: Parsed = {
  tree: "Teachers/NOUN/nsubj>1 plan/VERB/root to/PART/mark>3 demand/VERB/xcomp>1 smaller/ADJ/amod>5 classes/NOUN/obj>3 ./PUNCT/punct>1",
  acts: [{ type: "PROTEST", trigger: "plan", args: [["actor", "Teachers"]] }],
};
const against: Parsed = {
  tree: "Ruritania/PROPN/nsubj>4 is/AUX/cop>4 against/ADP/case>4 the/DET/det>4 pipeline/NOUN/root ./PUNCT/punct>4",
  acts: [{ type: "REJECT", trigger: "against", args: [["actor", "Ruritania"]] }],
  says: [{ source: "Ruritania", cue: "is", content: ["against the pipeline"] }],
};
const favour: Parsed = {
  tree: "Ruritania/PROPN/nsubj>3 is/AUX/cop>3 in/ADP/case>3 favour/NOUN/root of/ADP/case>6 a/DET/det>6 pipeline/NOUN/nmod>3 ./PUNCT/punct>3",
  acts: [{ type: "SUPPORT", trigger: "favour", args: [["actor", "Ruritania"]] }],
};
const didFavour: Parsed = {
  tree: "Ruritania/PROPN/nsubj>1 made/VERB/root a/DET/det>3 favour/NOUN/obj>1 of/ADP/case>6 a/DET/det>6 visit/NOUN/nmod>3 ./PUNCT/punct>1",
  acts: [{ type: "SUPPORT", trigger: "favour", args: [["actor", "Ruritania"]] }],
};
const unwanted: Parsed = {
  tree: "Sylvania/PROPN/nsubj>3 does/AUX/aux>3 not/PART/advmod>3 want/VERB/root a/DET/det>6 larger/ADJ/amod>6 mission/NOUN/obj>3 ./PUNCT/punct>3",
  says: [{ source: "Sylvania", cue: "does not", content: ["a larger mission"] }],
};
const was: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 insisted/VERB/root that/SCONJ/mark>6 the/DET/det>4 ballot/NOUN/nsubj>6 was/AUX/cop>6 valid/ADJ/ccomp>1 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "insisted", args: [["actor", "Freedonia"]] }],
};
const be: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 insisted/VERB/root that/SCONJ/mark>6 the/DET/det>4 ballot/NOUN/nsubj:pass>6 be/AUX/aux:pass>6 repeated/VERB/ccomp>1 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "insisted", args: [["actor", "Freedonia"]] }],
};
const armed: Parsed = {
  tree: "Sylvania/PROPN/nsubj>2 is/AUX/cop>2 ready/ADJ/root to/PART/mark>4 repel/VERB/xcomp>2 any/DET/det>6 raid/NOUN/obj>4 ./PUNCT/punct>2",
  acts: [{ type: "AGREE", trigger: "ready", args: [["actor", "Sylvania"]] }],
};
const urged: Parsed = {
  tree: "Sylvania/PROPN/nsubj:pass>2 was/AUX/aux:pass>2 urged/VERB/root by/ADP/case>4 Ruritania/PROPN/obl:agent>2 to/PART/mark>6 reopen/VERB/xcomp>2 the/DET/det>8 canal/NOUN/obj>6 ./PUNCT/punct>2",
  acts: [{ type: "REQUEST", trigger: "urged", args: [["actor", "Ruritania"]] }],
};
const rules: Parsed = {
  tree: "The/DET/det>1 rules/NOUN/nsubj>2 require/VERB/root a/DET/det>4 permit/NOUN/obj>2 ,/PUNCT/punct>2 the/DET/det>7 premier/NOUN/nsubj>8 said/VERB/parataxis>2 ./PUNCT/punct>2",
  says: [{ source: "the premier", cue: "require", content: ["a permit"] }],
};
const callsBy: Parsed = {
  tree: "Calls/NOUN/nsubj:pass>8 by/ADP/case>2 Ruritania/PROPN/nmod>0 for/ADP/case>6 a/DET/det>6 joint/ADJ/amod>6 inquiry/NOUN/nmod>0 were/AUX/aux:pass>8 ignored/VERB/root ./PUNCT/punct>8",
  acts: [{ type: "REQUEST", trigger: "Calls", args: [["actor", "Ruritania"]] }],
};
const mayBe: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 warned/VERB/root Ruritania/PROPN/obj>1 after/SCONJ/mark>5 Sylvania/PROPN/nsubj>5 left/VERB/advcl>1 ./PUNCT/punct>1",
  acts: [{ type: "THREATEN", trigger: "warned", args: [["actor", "Freedonia"]] }],
};
const theyDemand: Parsed = {
  tree: "It/PRON/nsubj>1 demanded/VERB/root a/DET/det>3 refund/NOUN/obj>1 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "demanded", args: [["actor", "It"]] }],
};
const returned: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 demanded/VERB/root the/DET/det>4 prompt/ADJ/amod>4 return/NOUN/obj>1 of/ADP/case>8 the/DET/det>8 stolen/ADJ/amod>8 bells/NOUN/nmod>4 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "demanded", args: [["actor", "Freedonia"]] }],
};
const again: Parsed = {
  tree: "Freedonia/PROPN/nsubj>2 again/ADV/advmod>2 demanded/VERB/root the/DET/det>4 return/NOUN/obj>2 of/ADP/case>8 its/PRON/nmod:poss>8 stolen/ADJ/amod>8 bells/NOUN/nmod>4 ./PUNCT/punct>2",
  acts: [{ type: "REQUEST", trigger: "demanded", args: [["actor", "Freedonia"]] }],
};

const thereWillBe: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 promised/VERB/root that/SCONJ/mark>5 there/PRON/expl>5 would/AUX/aux>5 be/VERB/csubj>1 a/DET/det>8 second/ADJ/amod>8 ferry/NOUN/nsubj>5 in/ADP/case>10 spring/NOUN/obl>5 ./PUNCT/punct>1",
  acts: [{ type: "AGREE", trigger: "promised", args: [["actor", "Sylvania"]] }],
};
const wantsChanged: Parsed = {
  tree: "The/DET/det>1 list/NOUN/nsubj>2 names/VERB/root harbour/NOUN/compound>4 rules/NOUN/obj>2 that/PRON/obj>7 Freedonia/PROPN/nsubj>7 wants/VERB/acl:relcl>4 repealed/VERB/xcomp>7 ./PUNCT/punct>2",
  says: [{ source: "Freedonia", cue: "wants", content: ["repealed"] }],
};
const wantsChangedToo: Parsed = {
  ...wantsChanged,
  tree: wantsChanged.tree
    .replace("wants/VERB/acl:relcl>4", "wants/VERB/acl:relcl>8")
    .replace("repealed/VERB/xcomp>7", "repealed/VERB/acl:relcl>4"),
};
const toBe: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 pushed/VERB/root for/ADP/case>5 the/DET/det>5 harbour/NOUN/compound>5 massacre/NOUN/obl>1 to/PART/mark>9 be/AUX/cop>9 a/DET/det>9 lesson/NOUN/obl>1 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "pushed", args: [["actor", "Freedonia"]] }],
};
const crime: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 pressed/VERB/root for/ADP/case>4 the/DET/det>4 massacre/NOUN/obl>1 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "pressed", args: [["actor", "Freedonia"]] }],
};
const strike: Parsed = {
  tree: "Freedonia/PROPN/nsubj>1 demanded/VERB/root an/DET/det>3 attack/NOUN/obj>1 on/ADP/case>6 the/DET/det>6 smugglers/NOUN/nmod>3 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "demanded", args: [["actor", "Freedonia"]] }],
};
const notTo: Parsed = {
  tree: "Ruritania/PROPN/nsubj>1 appealed/VERB/root in/ADP/case>3 May/PROPN/obl>1 to/ADP/case>5 admiral/NOUN/nmod:desc>9 Orlo/PROPN/flat>5 not/PART/advmod>9 to/PART/mark>9 close/VERB/xcomp>1 the/DET/det>11 straits/NOUN/obj>9 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "appealed", args: [["actor", "Ruritania"]] }],
};
const whoOnly: Parsed = {
  tree: "Teachers/NOUN/nsubj>1 oppose/VERB/root any/DET/det>3 inspector/NOUN/obj>1 who/PRON/nsubj>5 serves/VERB/acl:relcl>3 the/DET/det>7 premier/NOUN/obj>5 ./PUNCT/punct>1",
  acts: [{ type: "REJECT", trigger: "oppose", args: [["actor", "Teachers"]] }],
};
const whoAlso: Parsed = { ...whoOnly, tree: whoOnly.tree.replace("any/DET", "the/DET") };
const whoLong: Parsed = {
  ...whoOnly,
  tree: "Teachers/NOUN/nsubj>1 oppose/VERB/root any/DET/det>3 inspector/NOUN/obj>1 who/PRON/nsubj>12 in/ADP/case>8 all/DET/det>8 these/DET/det>8 years/NOUN/obl>12 and/CCONJ/cc>10 months/NOUN/conj>8 simply/ADV/advmod>12 serves/VERB/acl:relcl>3 the/DET/det>19 old/ADJ/amod>19 proud/ADJ/amod>19 weary/ADJ/amod>19 bitter/ADJ/amod>19 harsh/ADJ/amod>19 premier/NOUN/obj>12 ./PUNCT/punct>1",
};
const listed: Parsed = {
  tree: "Ruritania/PROPN/nsubj>1 demanded/VERB/root an/DET/det>3 end/NOUN/obj>1 to/ADP/case>7 all/DET/det>7 new/ADJ/amod>7 fees/NOUN/nmod>3 in/ADP/case>10 the/DET/det>10 harbours/NOUN/nmod>7 of/ADP/case>12 Orlo/PROPN/nmod>10 ,/PUNCT/punct>14 Tarn/PROPN/conj>12 ,/PUNCT/punct>16 Vell/PROPN/conj>12 ,/PUNCT/punct>18 Mosk/PROPN/conj>12 ,/PUNCT/punct>20 Pell/PROPN/conj>12 ,/PUNCT/punct>22 Quill/PROPN/conj>12 and/CCONJ/cc>24 Rask/PROPN/conj>12 ./PUNCT/punct>1",
  acts: [{ type: "REQUEST", trigger: "demanded", args: [["actor", "Ruritania"]] }],
};
const forBoth: Parsed = {
  tree: "Sylvania/PROPN/nsubj>1 said/VERB/root Sylvania/PROPN/nsubj>5 and/CCONJ/cc>4 Ruritania/PROPN/conj>2 demand/VERB/ccomp>1 a/DET/det>7 corridor/NOUN/obj>5 ./PUNCT/punct>1",
  acts: [
    {
      type: "REQUEST",
      trigger: "demand",
      args: [
        ["actor", "Sylvania"],
        ["actor", "Ruritania"],
      ],
    },
  ],
  says: [{ source: "Sylvania", cue: "said", content: ["Sylvania and Ruritania demand a corridor"] }],
};
const together: Parsed = {
  ...forBoth,
  tree: "Sylvania/PROPN/nsubj>3 and/CCONJ/cc>2 Ruritania/PROPN/conj>0 said/VERB/root Sylvania/PROPN/nsubj>7 and/CCONJ/cc>6 Ruritania/PROPN/conj>4 demand/VERB/ccomp>3 a/DET/det>9 corridor/NOUN/obj>7 ./PUNCT/punct>3",
  says: [{ source: "Sylvania and Ruritania", cue: "said", content: ["Sylvania and Ruritania demand a corridor"] }],
};

describe("who may hold a stand", () => {
  it.each<[string, Parsed[], string[]]>([
    ["not the agent of a participle", [outlawed], []],
    ["not the subject of a relative clause", [ruled], ["Ruritania demands: a corridor"]],
    ["not whoever reports what others agreed, and no shared opinion", [opinion], []],
    ["what is agreed to be done", [undertaken], ["Ministers accepts: jointly clear the mines"]],
    ["not who says what rules require", [rules], []],
    ["whose call it is by 'by'", [callsBy], ["Ruritania demands: a joint inquiry"]],
    ["who urges in the passive, not who is urged", [urged], ["Ruritania demands: reopen the canal"]],
    ["those who march to demand it", [marched], ["Teachers demands: smaller classes"]],
    ["what a protest calls by a name of its own", [termed], ["Teachers opposes: empty shelves"]],
    ["not those who only plan to demand it", [planned], []],
    [
      "by whom one of two parties says that both hold it",
      [forBoth],
      ["Sylvania demands: a corridor", "Ruritania demands: a corridor (Sylvania)"],
    ],
    ["no sayer where both say it", [together], ["Sylvania demands: a corridor", "Ruritania demands: a corridor"]],
  ])("should find %s", (_, sentences, expected) => expect(stands(...sentences)).toEqual(expected));

  it("should leave out what 'it' demands where several could be meant", () => {
    const read_ = (before: Parsed): string[] => {
      const record = negotiated([before, theyDemand], ["Freedonia", "Sylvania=SYL|It", "Ruritania"]);
      return record.positions.map(({ actor }) => record.actors.find(({ id }) => id === actor)!.name);
    };
    expect(read_(mayBe)).toEqual([]);
    expect(read_(offered)).toEqual(["Sylvania", "Sylvania"]);
  });
});

describe("what is refused or wanted", () => {
  it.each<[string, Parsed[], string[]]>([
    ["a refusal that only the reporter tells", [willNot], ["Sylvania rejects: negotiate with the smugglers"]],
    ["a refusal by 'cannot'", [cannot], ["Sylvania rejects: cede the lagoon"]],
    ["none in a failure", [unable], []],
    ["none in silence", [silent], []],
    ["none in what one walks away with", [offered, walked], ["Sylvania offers: a loan"]],
    ["the whole clause that is pushed for", [pushed], ["Freedonia demands: the harbours to be dredged"]],
    ["only the thing where the clause is an aim", [pushedShort], ["Freedonia demands: dredging"]],
    ["what a predicate is against", [against], ["Ruritania opposes: the pipeline"]],
    ["what is favoured", [favour], ["Ruritania supports: a pipeline"]],
    ["none in a favour that is done", [didFavour], []],
    ["what is not wanted", [unwanted], ["Sylvania opposes: a larger mission"]],
    ["none in what is insisted to be so", [was], []],
    ["what is insisted on to be done", [be], ["Freedonia demands: the ballot be repeated"]],
    ["no offer in readiness to fight", [armed], []],
    ["what there shall be", [thereWillBe], ["Sylvania offers: a second ferry"]],
    ["what shall be done to a thing", [wantsChanged], ["Freedonia demands: harbour rules repealed"]],
    ["the same whichever word the tree hangs on it", [wantsChangedToo], ["Freedonia demands: harbour rules repealed"]],
    ["what a thing shall be", [toBe], ["Freedonia demands: the harbour massacre to be a lesson"]],
    ["no demand for a crime", [crime], []],
    ["a demand for an attack that has not been made", [strike], ["Freedonia demands: an attack on the smugglers"]],
    ["an infinitive without what stands before it", [notTo], ["Ruritania opposes: close the straits"]],
    ["a noun with the clause that narrows it", [whoOnly], ["Teachers opposes: any inspector who serves the premier"]],
    ["a known noun without its clause", [whoAlso], ["Teachers opposes: the inspector"]],
    ["no noun whose narrowing clause does not fit", [whoLong], []],
    [
      "that a list goes on",
      [listed],
      ["Ruritania demands: an end to all new fees in the harbours of Orlo, Tarn, Vell, Mosk, Pell, Quill…"],
    ],
  ])("should find %s", (_, sentences, expected) => expect(stands(...sentences)).toEqual(expected));

  it.each([
    ["given up", gaveUp],
    ["dropped in the passive", wasDropped],
    ["agreed to be dropped", agreedToDrop],
  ])("should take a demand that was %s for the earlier stand only", (_, sentence) => {
    expect(stands(sentence)).toEqual(["Freedonia demands: a lighthouse", "Freedonia undecided: a lighthouse"]);
    expect(read(sentence).positions.map(({ earlier }) => earlier)).toEqual([null, 0]);
  });

  it("should give one position to a state and its ministry", () => {
    const ministry: Parsed = {
      ...again,
      tree: again.tree.replace("Freedonia", "Ministry"),
      acts: [{ type: "REQUEST", trigger: "demanded", args: [["actor", "Ministry"]] }],
    };
    expect(negotiated([returned, ministry], ["Freedonia=FRE", "Ministry=FRE"]).positions.length).toBe(1);
    expect(negotiated([returned, ministry], ["Freedonia=FRE", "Ministry=SYL"]).positions.length).toBe(2);
  });

  it("should give one position to a stand that is told twice", () => {
    expect(read(returned, again).positions.map(({ evidence }) => evidence)).toEqual([["e1", "e2"]]);
  });
});
