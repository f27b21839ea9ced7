import { describe, expect, it } from "vitest";
import { code } from "../../src/events/code.ts";
import type { Event } from "../../src/events/types.ts";
import { drawn } from "../rules/trees.ts";
import { treeIn } from "../tree.ts";
import { cast, type Told, tagged } from "./notation.ts";

const nowhere = { date: null, placeOf: () => ({ country: null, lat: null, lon: null }) };

function events(sentences: readonly Told[], names: readonly string[]): readonly Event[] {
  const t = tagged(sentences);
  return code(t, cast(t, names), nowhere).events;
}

const claim: Told = {
  text: "Witkoff claimed that Putin had agreed to guarantees for Ukraine.",
  acts: [
    {
      type: "AGREE",
      trigger: "agreed",
      args: [
        ["actor", "Putin"],
        ["recipient", "Ukraine"],
      ],
    },
  ],
  says: [{ source: "Witkoff", cue: "claimed", content: ["that Putin had agreed to guarantees for Ukraine"] }],
};

describe("code", () => {
  it("names each member of a group that the text resolves", () => {
    const told = tagged([
      { text: "The two leaders met.", acts: [{ type: "CONSULT", trigger: "met", args: [["actor", "The two leaders"]] }] },
    ]);
    const known = cast(told, ["Ana", "Ola"], { "The two leaders": ["Ana", "Ola"] });
    expect(code(told, known, nowhere).events[0]!.actor).toEqual([
      { actor: "a1", start: 0, end: 15 },
      { actor: "a2", start: 0, end: 15 },
    ]);
  });

  it.each([
    ["not an official's own country", { sector: "GOV", assumed: false, other: "Ghana" }, ["Ghana"]],
    ["a country that an opposition leader blames", { sector: "OPP", assumed: false, other: "Ghana" }, ["Lomé", "Ghana"]],
    ["a country that was guessed to be the official's", { sector: "GOV", assumed: true, other: "Ghana" }, ["Lomé", "Ghana"]],
    ["his own, where no other is anybody", { sector: "GOV", assumed: false, other: "raid" }, ["Lomé", "raid"]],
  ] as const)("of the recipients of what is done against others: %s", (_, { sector, assumed, other }, left) => {
    const told = tagged([
      {
        text: "Diallo said Lomé had foiled a raid by Ghana.",
        acts: [
          {
            type: "ACCUSE",
            trigger: "said",
            args: [
              ["actor", "Diallo"],
              ["recipient", "Lomé"],
              ["recipient", other],
            ],
          },
        ],
      },
    ]);
    const known = cast(told, ["Diallo", "Lomé", "Ghana", "raid"]);
    const [diallo, lome, ghana, raid] = known.actors;
    Object.assign(diallo!, { code: "TGO", sector });
    Object.assign(lome!, { code: "TGO", sector: "GOV", kind: "country" });
    Object.assign(ghana!, { code: "GHA", sector: "GOV", kind: "country" });
    Object.assign(raid!, { code: "TGO", kind: "unnamed" });
    const coded = code(told, { ...known, assumed: new Set(assumed ? ["a1"] : []) }, nowhere).events;
    expect(coded[0]!.recipient.map(({ start, end }) => told.segmented.document.text.slice(start, end))).toEqual(left);
  });

  it("takes what is agreed to or asked for as the content of that act, and a deed that is told beside it as a deed", () => {
    const told = tagged([
      {
        text: "Putin agreed to let Europe offer guarantees that Kyiv demanded",
        acts: [
          { type: "AGREE", trigger: "agreed", args: [["actor", "Putin"]] },
          { type: "AGREE", trigger: "offer", args: [["actor", "Europe"]] },
          { type: "REQUEST", trigger: "demanded", args: [["actor", "Kyiv"]] },
        ],
      },
    ]);
    const { tokens } = treeIn(
      "Putin/X/nsubj>1 agreed/X/root to/X/mark>3 let/X/xcomp>1 Europe/X/nsubj>5 offer/X/ccomp>3 guarantees/X/obj>5 that/X/obj>9 Kyiv/X/nsubj>9 demanded/X/acl:relcl>6",
    );
    const read = { ...told, sentences: [{ ...told.sentences[0]!, tokens }] };
    const coded = code(read, cast(read, ["Putin", "Europe", "Kyiv"]), nowhere).events;
    expect(coded.map(({ trigger }) => read.segmented.document.text.slice(trigger.start, trigger.end))).toEqual(["agreed", "demanded"]);
  });

  it("takes nobody for a place", () => {
    const summit: Told = {
      text: "Ana met Ola.",
      acts: [
        {
          type: "CONSULT",
          trigger: "met",
          args: [
            ["actor", "Ana"],
            ["place", "Ola"],
          ],
        },
      ],
    };
    expect(events([summit], ["Ana", "Ola"])[0]!.place).toBeNull();
    expect(events([summit], ["Ana"])[0]!.place?.name).toBe("Ola");
  });

  it("tells a meeting that failed to bring something as held", () => {
    const auxiliary = (verb: string): readonly string[] => {
      const of = drawn(`The/NOUN/det>1 summit/NOUN/nsubj>2 ${verb}/VERB/root to/NOUN/mark>4 please/VERB/xcomp>2 Ana/PROPN/obj>4`);
      const told = tagged([
        { text: of.text, acts: [{ type: "CONSULT", trigger: "summit", auxiliary: ["negation"], args: [["actor", "Ana"]] }] },
      ]);
      const read = { ...told, sentences: [{ ...told.sentences[0]!, tokens: of.sentence.tokens }] };
      return code(read, cast(read, ["Ana"]), nowhere).events[0]!.auxiliary;
    };
    expect([auxiliary("failed"), auxiliary("refused")]).toEqual([[], ["negation"]]);
  });

  it("ascribes a deed inside a statement to the statement's source", () => {
    const [event] = events([claim], ["Witkoff", "Putin", "Ukraine"]);
    expect(event).toMatchObject({
      type: "AGREE",
      quad: 1,
      score: 2.5,
      actor: [{ actor: "a2" }],
      recipient: [{ actor: "a3" }],
      said_by: { actor: "a1" },
    });
  });

  it("does not ascribe a speech act to its own speaker", () => {
    const [event] = events(
      [
        {
          text: "Iran demanded that Iraq withdraw.",
          acts: [
            {
              type: "REQUEST",
              trigger: "demanded",
              modes: ["yield"],
              args: [
                ["actor", "Iran"],
                ["recipient", "Iraq"],
              ],
            },
          ],
          says: [{ source: "Iran", cue: "demanded", content: ["that Iraq withdraw"] }],
        },
      ],
      ["Iran", "Iraq"],
    );
    expect(event).toMatchObject({ said_by: null, score: -1 });
  });

  it("takes the innermost of nested statements", () => {
    const [event] = events(
      [
        {
          text: "The ministry said Rana claimed that Iran attacked Iraq.",
          acts: [
            {
              type: "ASSAULT",
              trigger: "attacked",
              args: [
                ["actor", "Iran"],
                ["recipient", "Iraq"],
              ],
            },
          ],
          says: [
            { source: "The ministry", cue: "said", content: ["Rana claimed that Iran attacked Iraq"] },
            { source: "Rana", cue: "claimed", content: ["that Iran attacked Iraq"] },
          ],
        },
      ],
      ["The ministry", "Rana", "Iran", "Iraq"],
    );
    expect(event!.said_by).toMatchObject({ actor: "a2" });
  });

  it("keeps the auxiliary mode of what is said not to have happened", () => {
    const [event] = events(
      [
        {
          text: "Iran denied that it had attacked Iraq.",
          acts: [
            {
              type: "ASSAULT",
              trigger: "attacked",
              auxiliary: ["negation"],
              args: [
                ["actor", "it"],
                ["recipient", "Iraq"],
              ],
            },
          ],
          says: [{ source: "Iran", cue: "denied", content: ["that it had attacked Iraq"] }],
        },
      ],
      ["Iran", "it", "Iraq"],
    );
    expect(event).toMatchObject({ auxiliary: ["negation"], said_by: { actor: "a1" } });
  });

  it("codes no event without a participant whom the cast knows", () => {
    expect(events([claim], ["Witkoff"])).toEqual([]);
  });

  it.each(["promotional", "furniture"] as const)("codes nothing in %s blocks", (block) => {
    expect(events([{ ...claim, block }], ["Witkoff", "Putin", "Ukraine"])).toEqual([]);
  });

  it.each(["promotional", "furniture", "anecdotal"] as const)("codes nothing in a sentence whose voice is %s", (voice) => {
    expect(events([{ ...claim, voice }], ["Witkoff", "Putin", "Ukraine"])).toEqual([]);
  });

  it("joins two mentions of one event, and keeps apart what differs", () => {
    const again = { ...claim, text: claim.text.replace("Ukraine", "Ukraine"), says: [] };
    const other: Told = {
      text: "Putin agreed with Witkoff.",
      acts: [
        {
          type: "AGREE",
          trigger: "agreed",
          args: [
            ["actor", "Putin"],
            ["recipient", "Witkoff"],
          ],
        },
      ],
    };
    const [first, second, third] = events([claim, again, other], ["Witkoff", "Putin", "Ukraine"]);
    expect(first!.same_as).toEqual(["e2"]);
    expect(second!.same_as).toEqual(["e1"]);
    expect(third!.same_as).toEqual([]);
  });
});

/** The events of one sentence that is given with its tree. */
function drawnEvents(notation: string, acts: NonNullable<Told["acts"]>, names: readonly string[]): readonly Event[] {
  const { text, sentence } = drawn(notation);
  const told = tagged([{ text, acts }]);
  const read = { ...told, sentences: [{ ...told.sentences[0]!, tokens: sentence.tokens }] };
  return code(read, cast(read, names), nowhere).events;
}

describe("the date", () => {
  it("is that of the act's own clause, wherever the model looked for it", () => {
    const text =
      "Guards/NOUN/nsubj>1 held/VERB/root Lima/PROPN/obj>1 after/NOUN/mark>5 he/NOUN/nsubj>5 returned/VERB/advcl>1 in/NOUN/case>8 early/NOUN/amod>8 June/PROPN/obl>5";
    const held = (notation: string): NonNullable<Told["acts"]> => [
      {
        type: "COERCE",
        trigger: "held",
        args: [
          ["recipient", "Lima"],
          ["time", notation],
        ],
      },
    ];
    const dated = (notation: string, time: string) => {
      const { text: plain, sentence } = drawn(notation);
      const told = tagged([{ text: plain, acts: held(time) }]);
      const read = { ...told, sentences: [{ ...told.sentences[0]!, tokens: sentence.tokens }] };
      return code(read, cast(read, ["Lima"]), { ...nowhere, date: "2025-08-16" }).events[0]?.date?.iso;
    };
    expect(dated(text, "June")).toBeUndefined();
    expect(dated("Guards/NOUN/nsubj>1 held/VERB/root Lima/PROPN/obj>1 in/NOUN/case>5 early/NOUN/amod>5 June/PROPN/obl>1", "June")).toBe(
      "2025-06",
    );
  });
});

describe("place", () => {
  const placeOf = (text: string, place: string, ...names: string[]): string | undefined => {
    const told = tagged([
      {
        text,
        acts: [
          {
            type: "COERCE",
            trigger: "held",
            args: [
              ["recipient", "Ana"],
              ["place", place],
            ],
          },
        ],
      },
    ]);
    const entities = names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length, kind: "LOC" as const }));
    const read = { ...told, sentences: [{ ...told.sentences[0]!, entities }] };
    return code(read, cast(read, ["Ana"]), nowhere).events[0]?.place?.name;
  };
  it("is whole where the model cuts it at a hyphen or inside a name", () => {
    expect(placeOf("Ana was held in the century-old Bela fort.", "old Bela fort")).toBe("century-old Bela fort");
    expect(placeOf("Ana was held in Bela-sur-Mer.", "Bela")).toBe("Bela-sur-Mer");
    expect(placeOf("Ana was held in Upper Bela.", "Bela", "Upper Bela")).toBe("Upper Bela");
    expect(placeOf("Ana was held in Bela, a port.", "Bela", "Bela")).toBe("Bela");
  });
});

it("tells no place of another clause, and takes the next that fits", () => {
  const notation =
    "Lima/PROPN/nsubj>7 who/NOUN/nsubj>3 is/NOUN/cop>3 mayor/NOUN/acl:relcl>0 in/NOUN/case>5 Accra/PROPN/nmod>3 was/NOUN/aux:pass>7 held/VERB/root in/NOUN/case>9 Kumasi/PROPN/obl>7";
  const args = [
    ["recipient", "Lima"],
    ["place", "Accra"],
  ] as const;
  const where = (...more: (readonly ["place", string])[]) =>
    drawnEvents(notation, [{ type: "COERCE", trigger: "held", args: [...args, ...more] }], ["Lima"]).map(
      ({ place }) => place?.name ?? null,
    );
  expect(where()).toEqual([null]);
  expect(where(["place", "Kumasi"])).toEqual(["Kumasi"]);
});

describe("a deed that a demand takes as known", () => {
  const saidBy = (notation: string, trigger: string, cue: string, content: string) => {
    const { text, sentence } = drawn(notation);
    const told = tagged([
      {
        text,
        acts: [{ type: "ASSAULT", trigger, args: [["recipient", "Togo"]] }],
        says: [{ source: "Ana", cue, content: [content] }],
      },
    ]);
    const read = { ...told, sentences: [{ ...told.sentences[0]!, tokens: sentence.tokens }] };
    return code(read, cast(read, ["Ana", "Togo"]), nowhere).events.map(({ said_by }) => said_by?.actor ?? null);
  };

  it("is not claimed by who demands, but what he says of it is", () => {
    const probe =
      "Ana/PROPN/nsubj>1 sought/VERB/root a/NOUN/det>3 probe/NOUN/obj>1 into/NOUN/case>6 the/NOUN/det>6 shelling/NOUN/nmod>3 of/NOUN/case>8 Togo/PROPN/nmod>6";
    expect(saidBy(probe, "shelling", "sought", "a probe into the shelling of Togo")).toEqual([null]);
    const report = probe.replace("probe", "report").replace("into", "about");
    expect(saidBy(report, "shelling", "sought", "a report about the shelling of Togo")).toEqual(["a1"]);
    expect(saidBy(probe.replace("the/", "any/"), "shelling", "sought", "a probe into any shelling of Togo")).toEqual(["a1"]);
  });

  it("stays the claim of who passes the demand on", () => {
    const passed =
      "Ana/PROPN/nsubj>1 said/VERB/root envoys/NOUN/nsubj>3 sought/VERB/ccomp>1 a/NOUN/det>5 probe/NOUN/obj>3 into/NOUN/case>8 the/NOUN/det>8 shelling/NOUN/nmod>5 of/NOUN/case>10 Togo/PROPN/nmod>8";
    expect(saidBy(passed, "shelling", "said", "envoys sought a probe into the shelling of Togo")).toEqual(["a1"]);
  });
});

describe("a deed of which somebody leaves open how it was", () => {
  const saidBy = (cue: string, question: string, notation: string): (string | null)[] => {
    const { text, sentence } = drawn(notation);
    const told = tagged([
      {
        text,
        acts: [{ type: "ASSAULT", trigger: "fell", args: [["recipient", "Togo"]] }],
        says: [{ source: "Ana", cue, content: [`${question} Togo fell`] }],
      },
    ]);
    const read = { ...told, sentences: [{ ...told.sentences[0]!, tokens: sentence.tokens }] };
    return code(read, cast(read, ["Ana", "Togo"]), nowhere).events.map(({ said_by }) => said_by?.actor ?? null);
  };
  const silent = "Ana/PROPN/nsubj>3 did/AUX/aux>3 not/PART/advmod>3 say/VERB/root why/ADV/advmod>6 Togo/PROPN/nsubj>6 fell/VERB/ccomp>3";
  const refused =
    "Ana/PROPN/nsubj>1 refused/VERB/root to/PART/mark>3 say/VERB/xcomp>1 how/ADV/advmod>6 Togo/PROPN/nsubj>6 fell/VERB/ccomp>3";

  it("is not told by who does not say it", () => {
    expect(saidBy("did not say", "why", silent)).toEqual([null]);
    expect(saidBy("refused to say", "how", refused)).toEqual([null]);
  });

  it("but by who says it, and what he leaves open is whether it was so", () => {
    expect(saidBy("did ever say", "why", silent.replace("not/", "ever/"))).toEqual(["a1"]);
    expect(saidBy("did not say", "whether", silent.replace("why/", "whether/"))).toEqual(["a1"]);
  });
});

describe("statements", () => {
  it("lets a quotation that goes on keep its speaker", () => {
    const t = tagged([
      { text: "“We will stay,” Rana said.", says: [{ source: "Rana", cue: "said", content: ["“We will stay,”"] }] },
      { text: "“Nobody can move us from here.”" },
      { text: "The day was hot." },
    ]);
    const { statements } = code(t, cast(t, ["Rana"]), nowhere);
    expect(statements).toMatchObject([
      { sentence: 0, direct: true, source: { actor: "a1" } },
      { sentence: 1, direct: true, cue: null, source: { actor: "a1" } },
    ]);
  });

  it("gives a quotation after reported speech to its source, also where it holds a statement of its own", () => {
    const t = tagged([
      { text: "Rana said that the talks had failed.", says: [{ source: "Rana", cue: "said", content: ["that the talks had failed"] }] },
      { text: "“I think that they never began.”", says: [{ source: "I", cue: "think", content: ["that they never began"] }] },
      { text: "“Nobody came.”" },
    ]);
    const { statements } = code(t, cast(t, ["Rana"]), nowhere);
    expect(statements.filter(({ cue, direct }) => cue === null && direct).map(({ sentence, source }) => [sentence, source?.actor])).toEqual(
      [
        [1, "a1"],
        [2, "a1"],
      ],
    );
  });

  it("gives a quotation to nobody after a sentence without a source, after a question, or to one who speaks only within it", () => {
    const said = (text: string) => ({ text: `“${text}” Rana said.`, says: [{ source: "Rana", cue: "said", content: [`“${text}”`] }] });
    const left = (...sentences: Told[]) => {
      const t = tagged(sentences);
      return code(t, cast(t, ["Rana", "Everybody"]), nowhere).statements.filter(({ cue }) => cue === null);
    };
    expect(left(said("We will stay."), { text: "Otieno came in." }, { text: "“Nobody can move us.”" })).toEqual([]);
    expect(left(said("Will you stay?"), { text: "“Nobody can move us.”" })).toEqual([]);
    expect(
      left(
        { text: "“Everybody says so.”", says: [{ source: "Everybody", cue: "says", content: ["so"] }] },
        { text: "“Nobody can move us.”" },
      ),
    ).toEqual([]);
  });

  it("passes over what interrupts the article between a speaker and his next quotation, unless somebody speaks there", () => {
    const said = { text: "“We stay,” Rana said.", says: [{ source: "Rana", cue: "said", content: ["“We stay,”"] }] };
    const quote = { text: "“Nobody can move us.”" };
    const speakersAfter = (...between: Told[]) => {
      const t = tagged([said, ...between, quote]);
      return code(t, cast(t, ["Rana", "Otieno"]), nowhere)
        .statements.filter(({ cue }) => cue === null)
        .map(({ source }) => source?.actor);
    };
    const advert: Told = { text: "Subscribe to our newsletter.", block: "promotional" };
    expect(speakersAfter(advert)).toEqual(["a1"]);
    expect(speakersAfter({ text: "Share this", block: "furniture" }, advert)).toEqual(["a1"]);
    expect(speakersAfter({ text: "No way back", block: "heading" })).toEqual(["a1"]);
    const headline = { source: "Otieno", cue: "said", content: ["Go"] };
    expect(speakersAfter({ text: "Go, Otieno said", block: "heading", says: [headline] })).toEqual(["a2"]);
    expect(speakersAfter({ text: "Otieno came in." }, advert)).toEqual([]);
    expect(speakersAfter(advert, { text: "Otieno said that it rained.", says: [{ ...headline, content: ["that it rained"] }] })).toEqual([
      "a2",
    ]);
  });

  it("gives a quotation after a break to nobody where its own paragraph names another speaker", () => {
    const t = tagged([
      { text: "“We stay,” Rana said.", says: [{ source: "Rana", cue: "said", content: ["“We stay,”"] }] },
      { text: "Subscribe to our newsletter.", block: "promotional" },
      { text: "“Nobody can move us.”" },
      { text: "Otieno said that it rained.", says: [{ source: "Otieno", cue: "said", content: ["that it rained"] }] },
    ]);
    const { blocks, sentences } = t.segmented;
    const joined = { ...t, segmented: { ...t.segmented, blocks, sentences: sentences.map((s, i) => ({ ...s, block: Math.min(i, 2) })) } };
    expect(code(joined, cast(joined, ["Rana", "Otieno"]), nowhere).statements.filter(({ cue }) => cue === null)).toEqual([]);
  });

  it("takes the speaker whom the next line names, and not what he is as what he says", () => {
    const t = tagged([
      { text: "“We will stay here,”" },
      { text: "said Rana, who leads the mission.", says: [{ source: "Rana", cue: "said", content: ["who leads the mission"] }] },
    ]);
    expect(code(t, cast(t, ["Rana"]), nowhere).statements).toMatchObject([{ sentence: 0, direct: true, source: { actor: "a1" } }]);
  });

  it("leaves the name of the carrier out of account where all else is quoted", () => {
    const t = tagged([
      { text: "“We stay,” Rana said.", says: [{ source: "Rana", cue: "said", content: ["“We stay,”"] }] },
      { text: "“It is a mistake to leave.” - Reuters" },
    ]);
    expect(code(t, cast(t, ["Rana"]), nowhere).statements).toHaveLength(2);
  });

  it.each(["Rana added that it rained", "that it rained"])("ends what somebody says before the source that passes “%s” on", (passed) => {
    const content = "that it rained, Delta FM reported";
    const t = tagged([
      {
        text: `Rana added ${content}.`,
        says: [
          { source: "Rana", cue: "added", content: [content] },
          { source: "Delta FM", cue: "reported", content: [passed] },
        ],
      },
    ]);
    const { text } = t.segmented.document;
    const { statements } = code(t, cast(t, ["Rana", "Delta FM"]), nowhere);
    const said = statements.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)).join());
    expect(said.toSorted()).toEqual([passed, "that it rained"].toSorted());
  });

  it("tells indirect from direct speech", () => {
    const t = tagged([claim]);
    expect(code(t, cast(t, ["Witkoff"]), nowhere).statements[0]).toMatchObject({ direct: false });
  });
});
