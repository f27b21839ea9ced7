// Which words are spots to resolve: subjects that no act names, spans cut at a verb and trimmed, outlets, asides; on hand-made trees.
import { describe, expect, test } from "vitest";
import { castOf } from "../../src/actors/cast.ts";
import { loadDictionary } from "../../src/actors/load.ts";
import { spotsOf } from "../../src/actors/spots.ts";
import { type Span, slice, span } from "../../src/span.ts";
import type { Entity, Tagged, TaggedSentence } from "../../src/tag/types.ts";
import { articleOf, sentenceOf } from "../article.ts";
import { treeIn } from "../tree.ts";

const cast = castOf(loadDictionary());

interface Parts {
  readonly names?: Readonly<Record<string, Entity["kind"]>>;
  /** Trigger and the actor's words. */
  readonly act?: readonly [string, string];
  /** Source and cue. */
  readonly says?: readonly [string, string];
}

/** Drawn sentences, with what the model marks in them. */
function read(...lines: readonly (readonly [string, Parts?])[]): Tagged {
  const texts = lines.map(([line]) => treeIn(line).text);
  let from = 0;
  const sentences = lines.map(([, { names = {}, act, says } = {}], i): TaggedSentence => {
    const text = texts[i]!;
    const start = from;
    from += text.length + 1;
    const at = (words: string): Span => span(start + text.indexOf(words), start + text.indexOf(words) + words.length);
    const { tokens } = treeIn(lines[i]![0], start);
    return sentenceOf(span(start, start + text.length), {
      tokens,
      entities: Object.entries(names).map(([name, kind]) => ({ ...at(name), kind })),
      acts: act
        ? [
            {
              type: "AGREE",
              trigger: at(act[0]),
              modes: [],
              auxiliary: [],
              confidence: 1,
              arguments: [{ ...at(act[1]), role: "actor", confidence: 1 }],
            },
          ]
        : [],
      attributions: says ? [{ source: at(says[0]), cue: at(says[1]), content: [], confidence: 1 }] : [],
    });
  });
  return { segmented: articleOf(texts.join(" "), sentences), sentences };
}

const spots = (tagged: Tagged): string[] => {
  const { text } = tagged.segmented.document;
  return spotsOf(tagged, text).map((spot) => slice(text, spot));
};
const names = (tagged: Tagged): string[] => cast(tagged).actors.map(({ name }) => name);
/** Name of whoever the last place of these words speaks of. */
function who(tagged: Tagged, words: string): string | undefined {
  const at = tagged.segmented.document.text.lastIndexOf(words);
  return cast(tagged).actorAt(span(at, at + words.length))?.name;
}

describe("subjects that no act names", () => {
  test("of a verb of wanting", () =>
    expect(names(read(["Angry/ADJ/amod>1 farmers/NOUN/nsubj>3 had/AUX/aux>3 wanted/VERB/root a/DET/det>5 court/NOUN/obj>3"]))).toEqual([
      "Angry farmers",
    ]));
  test("a country by name, of a record of breaking its word", () =>
    expect(
      names(
        read([
          "Norway/PROPN/nsubj>1 has/VERB/root a/DET/det>4 long/ADJ/amod>4 record/NOUN/obj>1 of/SCONJ/mark>6 delay/VERB/acl>4",
          { names: { Norway: "LOC" } },
        ]),
      ),
    ).toEqual(["Norway"]));
  test("two who raise concerns, and officials who are worried", () => {
    expect(names(read(["The/DET/det>2 two/NUM/nummod>2 envoys/NOUN/nsubj>3 raised/VERB/root concerns/NOUN/obj>3"])).join()).toMatch(
      /envoys/,
    );
    expect(names(read(["Officials/NOUN/nsubj>2 are/AUX/cop>2 worried/ADJ/root"]))).toEqual(["Officials"]);
  });
  test("those joined to it", () =>
    expect(spots(read(["Miners/NOUN/nsubj>3 and/CCONJ/cc>2 farmers/NOUN/conj>0 demanded/VERB/root pay/NOUN/obj>3"]))).toEqual([
      "Miners",
      "farmers",
    ]));
  test.each([
    ["no thing", "Prices/NOUN/nsubj>2 may/AUX/aux>2 break/VERB/root records/NOUN/obj>2"],
    ["no city", "The/DET/det>1 city/NOUN/nsubj>2 wants/VERB/root rain/NOUN/obj>2"],
    ["not whom others want", "Farmers/NOUN/nsubj:pass>2 were/AUX/aux:pass>2 wanted/VERB/root"],
    ["nor who only walks", "Farmers/NOUN/nsubj>1 walked/VERB/root home/ADV/advmod>1"],
    ["nor who has what is no stand", "Farmers/NOUN/nsubj>1 have/VERB/root cows/NOUN/obj>1"],
  ])("%s", (_, line) => expect(names(read([line]))).toEqual([]));
  test("the group is the body named just before", () =>
    expect(
      who(
        read(
          [
            "Miners/PROPN/compound>1 Group/PROPN/nsubj>2 marched/VERB/root",
            { names: { "Miners Group": "ORG" }, act: ["marched", "Miners Group"] },
          ],
          ["The/DET/det>1 group/NOUN/nsubj>2 wanted/VERB/root a/DET/det>4 court/NOUN/obj>2"],
        ),
        "group",
      ),
    ).toBe("Miners Group"));
  test("a country's raid is no country that raises concerns", () =>
    expect(
      names(read(["The/DET/det>2 Omani/ADJ/amod>2 raid/NOUN/nsubj>3 raised/VERB/root concerns/NOUN/obj>3", { names: { Omani: "MISC" } }])),
    ).not.toContain("Oman"));
});

describe("a span over a verb", () => {
  const said = "Lima/PROPN/nsubj>1 said/VERB/root the/DET/det>3 envoys/NOUN/nsubj>4 denounced/VERB/ccomp>1 the/DET/det>6 raid/NOUN/obj>4";
  test("is what stands on the trigger's side of it", () => {
    expect(spots(read([said, { act: ["denounced", "Lima said the envoys"] }]))).toContain("the envoys");
    expect(
      spots(
        read([
          "The/DET/det>1 raid/NOUN/nsubj>2 renewed/VERB/root Omani/ADJ/amod>4 calls/NOUN/obj>2",
          { act: ["calls", "The raid renewed Omani"] },
        ]),
      ),
    ).toContain("Omani");
    expect(spots(read([said, { says: ["Lima said the envoys", "said"] }]))).toContain("Lima");
  });
  test("finds its actor by the span that was given, and shows the part", () => {
    const input = read([said, { names: { Lima: "PER" }, act: ["denounced", "Lima said the envoys"] }]);
    expect(cast(input).actorAt(input.sentences[0]!.acts[0]!.arguments[0]!)?.name).toBe("envoys");
  });
  test("a clause that tells who they are stays", () =>
    expect(
      spots(
        read([
          "Envoys/NOUN/nsubj>5 who/PRON/nsubj>2 said/VERB/acl:relcl>0 they/PRON/nsubj>4 knew/VERB/ccomp>2 left/VERB/root",
          { act: ["left", "Envoys who said they knew"] },
        ]),
      ),
    ).toContain("Envoys who said they knew"));
  test("also where the tree does not know it for one", () =>
    expect(
      spots(
        read([
          "Oman/PROPN/nsubj>7 ,/PUNCT/punct>0 which/PRON/nsubj>4 had/AUX/aux>4 ended/VERB/advcl>7 it/PRON/obj>4 ,/PUNCT/punct>0 agreed/VERB/root",
          { act: ["agreed", "Oman , which had ended it"] },
        ]),
      ),
    ).toContain("Oman , which had ended it"));
  test("a name with a verb in it stays", () =>
    expect(
      spots(
        read([
          "Lima/PROPN/nsubj>1 Stops/VERB/root Rain/NOUN/obj>1 agreed/VERB/conj>1",
          { names: { "Lima Stops Rain": "ORG" }, act: ["agreed", "Lima Stops Rain"] },
        ]),
      ),
    ).toEqual(["Lima Stops Rain"]));
  test("also where the tagger took both for one name, and the article knows the one as a person, the other as a place", () => {
    const talks = "Lima/PROPN/compound>2 Oslo/PROPN/compound>2 talks/NOUN/nsubj>3 failed/VERB/root";
    const both: Parts = { names: { "Lima Oslo": "PER" }, act: ["talks", "Lima Oslo"] };
    const flew = "Lima/PROPN/nsubj>1 flew/VERB/root to/ADP/case>3 Oslo/PROPN/obl>1";
    expect(spots(read([talks, both], [flew, { names: { Lima: "PER", Oslo: "LOC" } }]))).toEqual(["Lima", "Lima"]);
    expect(spots(read([talks, both]))).toEqual(["Lima Oslo"]);
  });
  test("a place behind a person's name is another name", () =>
    expect(
      spots(
        read([
          "the/DET/det>3 Lima/PROPN/compound>3 Oslo/PROPN/compound>3 talks/NOUN/root",
          { names: { Lima: "PER", Oslo: "LOC" }, act: ["talks", "Lima Oslo"] },
        ]),
      ),
    ).toEqual(["Lima"]));
});

describe("edges", () => {
  const marked = (words: string, line: string): string[] => spots(read([line, { act: ["agreed", words] }]));
  test.each([
    ["Roads Agency (RA", "Roads/PROPN/dep>1 Agency/PROPN/dep>1 (RA)/PROPN/dep>1 agreed/VERB/root", "Roads Agency"],
    ["Roads Agency (RA)", "Roads/PROPN/dep>1 Agency/PROPN/dep>1 (RA)/PROPN/dep>1 agreed/VERB/root", "Roads Agency (RA)"],
    ["and a miner", "and/CCONJ/cc>2 a/DET/det>2 miner/NOUN/dep>3 agreed/VERB/root", "a miner"],
    ["Andy Lima", "Andy/PROPN/dep>2 Lima/PROPN/flat>0 agreed/VERB/root", "Andy Lima"],
    ["the miners and", "the/DET/det>1 miners/NOUN/dep>3 and/CCONJ/cc>1 agreed/VERB/root", "the miners"],
  ])("%s", (words, line, expected) => expect(marked(words, line)).toEqual([expected]));
  test("two bodies' names, the one hanging on the other, are one", () => {
    const line = (relation: string): string => `Nam/PROPN/${relation}>2 River/PROPN/compound>2 Group/PROPN/nsubj>3 agreed/VERB/root`;
    const marks = { names: { Nam: "ORG", "River Group": "ORG" }, act: ["agreed", "River Group"] } as const;
    expect(names(read([line("compound"), marks]))).toEqual(["Nam River Group"]);
    expect(names(read([line("obj"), marks]))).not.toContain("Nam River Group");
  });
});

describe("outlets", () => {
  const line = (noun: string): string =>
    `It/PRON/nsubj>1 rained/VERB/root ,/PUNCT/punct>5 according/VERB/case>5 to/ADP/fixed>3 ${noun}/NOUN/obl>1 Al/PROPN/appos>5 Madar/PROPN/flat>6`;
  const heard = (noun: string): Tagged =>
    read(
      ["Ola/PROPN/nsubj>2 Lima/PROPN/flat>0 agreed/VERB/root", { names: { "Ola Lima": "PER" }, act: ["agreed", "Ola Lima"] }],
      [line(noun), { names: { "Al Madar": "PER" }, says: [`${noun} Al Madar`, "according to"] }],
      ["He/PRON/nsubj>1 said/VERB/root no/INTJ/obj>1", { says: ["He", "said"] }],
    );
  test.each(["channel", "newspaper", "daily"])("%s before a name makes it a body, which is nobody's he", (noun) => {
    expect(cast(heard(noun)).actors.find(({ name }) => name === "Al Madar")).toMatchObject({ kind: "organisation", sector: "JRN" });
    expect(who(heard(noun), "He")).toBe("Ola Lima");
  });
  test("a reporter is a person", () => {
    expect(cast(heard("reporter")).actors.find(({ name }) => name === "Al Madar")?.kind).toBe("person");
    expect(who(heard("reporter"), "He")).toBe("Al Madar");
  });
  test("a noun in apposition", () =>
    expect(
      cast(
        read([
          "Madar/PROPN/nsubj>5 ,/PUNCT/punct>4 a/DET/det>4 local/ADJ/amod>4 newspaper/NOUN/appos>0 reported/VERB/root rain/NOUN/obj>5",
          { names: { Madar: "PER" }, says: ["Madar", "reported"] },
        ]),
      ).actors[0],
    ).toMatchObject({ kind: "organisation" }));
});

describe("an aside's it", () => {
  const aside =
    "The/DET/det>1 road/NOUN/nsubj>7 ,/PUNCT/punct>4 it/PRON/nsubj>4 said/VERB/parataxis>7 ,/PUNCT/punct>4 would/AUX/aux>7 close/VERB/root";
  const says = { says: ["it", "said"] } as const;
  test("is the body of the sentence before, where that is the one body", () =>
    expect(
      who(
        read(
          ["The/DET/det>1 ministry/NOUN/nsubj>2 published/VERB/root a/DET/det>4 plan/NOUN/obj>2", { act: ["published", "The ministry"] }],
          [aside, says],
        ),
        "it",
      ),
    ).toBe("ministry"));
  test("is the subject of the clause that it interrupts", () =>
    expect(
      who(
        read([
          "Norway/PROPN/nsubj>6 ,/PUNCT/punct>3 it/PRON/nsubj>3 said/VERB/parataxis>6 ,/PUNCT/punct>3 would/AUX/aux>6 leave/VERB/root",
          { names: { Norway: "LOC" }, act: ["leave", "Norway"], ...says },
        ]),
        "it",
      ),
    ).toBe("Norway"));
  test("is nobody where two bodies come in question, or none", () => {
    const two = "Norway/PROPN/nsubj>3 and/CCONJ/cc>2 Sweden/PROPN/conj>0 want/VERB/root rain/NOUN/obj>3";
    expect(who(read([two, { names: { Norway: "LOC", Sweden: "LOC" } }], [aside, says]), "it")).toBeUndefined();
    expect(who(read(["Rain/NOUN/nsubj>1 fell/VERB/root"], [aside, says]), "it")).toBeUndefined();
  });
});

test("his car is the driver's, though the tree hangs it on another verb", () =>
  expect(
    who(
      read([
        "Diallo/PROPN/nsubj>1 knelt/VERB/root to/PART/mark>3 pray/VERB/advcl>1 as/SCONJ/mark>6 Lima/PROPN/nsubj>6 left/VERB/advcl>1 his/PRON/nmod:poss>8 car/NOUN/obl>3",
        { names: { Diallo: "PER", Lima: "PER" } },
      ]),
      "his",
    ),
  ).toBe("Lima"));

describe("what follows a name or a noun", () => {
  const offices = (tagged: Tagged): string[] => cast(tagged).actors.map(({ name, office }) => (office ? `${name} (${office})` : name));
  test("an office without a comma is no part of the name", () =>
    expect(
      offices(
        read([
          "Ola/PROPN/nsubj>6 Nordmann/PROPN/flat>0 former/ADJ/amod>5 Kenyan/ADJ/amod>5 trade/NOUN/compound>5 minister/NOUN/appos>0 spoke/VERB/root",
          { names: { "Ola Nordmann": "PER" }, says: ["Ola Nordmann former Kenyan trade minister", "spoke"] },
        ]),
      ),
    ).toEqual(["Ola Nordmann (former Kenyan trade minister)"]));
  test("whose aide somebody is has no office by that", () =>
    expect(
      offices(
        read([
          "Ola/PROPN/compound>2 Nordmann/PROPN/flat>0 aide/NOUN/nsubj>3 spoke/VERB/root",
          { names: { "Ola Nordmann": "PER" }, says: ["Ola Nordmann aide", "spoke"] },
        ]),
      ).join(),
    ).not.toMatch(/\(/));
  test("a clause that tells who somebody is is no part of another's", () =>
    expect(
      cast(
        read([
          "An/DET/det>1 envoy/NOUN/nsubj>6 who/PRON/nsubj>3 met/VERB/acl:relcl>1 the/DET/det>5 judges/NOUN/obj>3 spoke/VERB/root",
          { says: ["An envoy who met the judges", "spoke"] },
        ]),
      ).actors.map(({ name }) => name),
    ).toEqual(["envoy"]));
});

describe("an office and the name beside it", () => {
  const offices = (tagged: Tagged): string[] => cast(tagged).actors.map(({ name, code, office }) => `${name}, ${code}: ${office}`);
  test("the second half of the office is no man's name", () =>
    expect(
      offices(
        read([
          "Zambian/ADJ/amod>1 Minister/PROPN/nsubj>8 of/ADP/case>3 Roads/PROPN/nmod>1 and/CCONJ/cc>5 Rivers/PROPN/conj>3 Ola/PROPN/appos>1 Nordmann/PROPN/flat>6 agreed/VERB/root",
          { names: { "Ola Nordmann": "PER" }, act: ["agreed", "Zambian Minister of Roads"] },
        ]),
      ),
    ).toEqual(["Ola Nordmann, ZMB: Zambian Minister of Roads and Rivers"]));
  test("behind a comma, by a word of the office", () =>
    expect(
      offices(
        read([
          "the/DET/det>1 Minister/PROPN/nsubj>9 of/ADP/case>5 the/DET/det>5 Zambian/ADJ/amod>5 Republic/PROPN/nmod>1 ,/PUNCT/punct>7 Ola/PROPN/appos>5 Nordmann/PROPN/flat>7 agreed/VERB/root",
          { names: { "Ola Nordmann": "PER" }, act: ["agreed", "the Minister of the Zambian Republic"] },
        ]),
      ),
    ).toEqual(["Ola Nordmann, ZMB: Minister of the Zambian Republic"]));
  test("a list of more is none's office", () =>
    expect(
      offices(
        read([
          "the/DET/det>2 Zambian/ADJ/amod>2 governor/NOUN/nsubj>9 and/CCONJ/cc>5 other/ADJ/amod>5 officials/NOUN/conj>2 ,/PUNCT/punct>7 Ola/PROPN/appos>2 Nordmann/PROPN/flat>7 agreed/VERB/root",
          { names: { "Ola Nordmann": "PER" }, act: ["agreed", "the Zambian governor"] },
        ]),
      )[0],
    ).toMatch(/^Zambian governor/));
  test("a name alone has the office before its comma", () => {
    const [first, second] = cast(
      read(
        [
          "It/PRON/nsubj>1 thanked/VERB/root the/DET/det>3 ambassador/NOUN/obj>1 of/ADP/case>5 Zambia/PROPN/nmod>3 to/ADP/case>7 Peru/PROPN/nmod>3 ,/PUNCT/punct>10 Dr/PROPN/nmod:desc>10 Kari/PROPN/appos>3 Nordmann/PROPN/flat>10",
          { names: { "Kari Nordmann": "PER", Zambia: "LOC", Peru: "LOC" } },
        ],
        ["the/DET/det>1 ambassador/NOUN/nsubj>2 agreed/VERB/root", { act: ["agreed", "the ambassador"] }],
      ),
    ).actors;
    expect([first?.name, first?.code, first?.mentions.length, second]).toEqual(["Kari Nordmann", "ZMB", 2, undefined]);
  });
  test("a half of an office is its holder", () =>
    expect(
      offices(
        read([
          "It/PRON/nsubj>1 thanked/VERB/root Zambian/ADJ/amod>3 President/PROPN/nmod:desc>4 Ola/PROPN/obj>1 Nordmann/PROPN/flat>4",
          { names: { "Ola Nordmann": "PER" }, act: ["thanked", "Zambian"] },
        ]),
      ),
    ).toEqual(["Ola Nordmann, ZMB: Zambian President"]));
  test("a name that the tagger passed over stands behind an office in capitals", () =>
    expect(
      offices(
        read([
          "Zambian/ADJ/amod>1 Senator/NOUN/nsubj>4 Ola/PROPN/flat>1 Nordmann/PROPN/flat>1 agreed/VERB/root",
          { act: ["agreed", "Zambian Senator"] },
        ]),
      ),
    ).toEqual(["Ola Nordmann, ZMB: Zambian Senator"]));
});

test("the name's first word hangs the rest of it", () =>
  expect(
    cast(
      read([
        "Ola/PROPN/nsubj>3 Kari/PROPN/appos>0 Nordmann/PROPN/flat>0 agreed/VERB/root",
        { names: { "Kari Nordmann": "PER" }, act: ["agreed", "Kari Nordmann"] },
      ]),
    ).actors[0]?.name,
  ).toBe("Ola Kari Nordmann"));

test("a number with “and” in it counts one group", () =>
  expect(
    cast(
      read([
        "One/NUM/compound>1 hundred/NUM/nsubj>6 and/CCONJ/cc>3 ninety/NUM/conj>1 police/NOUN/compound>5 chiefs/NOUN/nsubj>6 agreed/VERB/root",
        { act: ["agreed", "One hundred"] },
      ]),
    ).actors.map(({ kind, sector }) => `${kind} ${sector}`),
  ).toEqual(["group COP"]));

test("whom it is told to is not who does it", () =>
  expect(
    spots(
      read([
        "Someone/PRON/nsubj>1 told/VERB/root me/PRON/iobj>1 Nordmann/PROPN/nsubj>4 agreed/VERB/ccomp>1",
        { act: ["agreed", "Someone told me Nordmann"] },
      ]),
    ),
  ).toContain("Nordmann"));

test("of two phrases that only a comma parts, the subject speaks", () =>
  expect(
    spots(
      read([
        "Asked/VERB/advcl>5 by/ADP/case>2 Lima/PROPN/obl>0 ,/PUNCT/punct>0 Diallo/PROPN/nsubj>5 agreed/VERB/root",
        { says: ["Lima , Diallo", "agreed"] },
      ]),
    ),
  ).toContain("Diallo"));

describe("a place is no party", () => {
  const parties = (tagged: Tagged): string[] => cast(tagged).actors.map(({ name }) => name);
  test("of talks that it names", () =>
    expect(
      parties(
        read([
          "the/DET/det>2 Alaska/PROPN/compound>2 talks/NOUN/nsubj>3 agreed/VERB/root",
          { names: { Alaska: "LOC" }, act: ["agreed", "Alaska"] },
        ]),
      ),
    ).toEqual([]));
  test("a country is", () =>
    expect(
      parties(
        read([
          "the/DET/det>2 Iran/PROPN/compound>2 talks/NOUN/nsubj>3 agreed/VERB/root",
          { names: { Iran: "LOC" }, act: ["agreed", "Iran"] },
        ]),
      ),
    ).toEqual(["Iran"]));
});

describe("a deed and whose it is", () => {
  const names = (tagged: Tagged): string[] => cast(tagged).actors.map(({ name }) => name);
  test("an adjective cut from its deed is the country, no person", () =>
    expect(
      names(read(["The/DET/det>1 storm/NOUN/nsubj>2 renewed/VERB/root Omani/ADJ/amod>4 calls/NOUN/obj>2", { act: ["renewed", "Omani"] }])),
    ).toEqual(["Oman"]));
  test("a place cut from what happened there is nobody", () =>
    expect(
      names(
        read([
          "Ruiz/PROPN/nsubj>1 condemned/VERB/root the/DET/det>4 Tarrow/PROPN/compound>4 crime/NOUN/obj>1",
          { names: { Ruiz: "PER", Tarrow: "LOC" }, act: ["condemned", "Tarrow"] },
        ]),
      ),
    ).toEqual(["Ruiz"]));
  /** Who "it" is in "It `verb` …" after Oman has spoken and a raid was told of. */
  const it = (verb: string): string | undefined => {
    const input = read(
      ["Oman/PROPN/nsubj>1 said/VERB/root so/ADV/advmod>1", { names: { Oman: "LOC" }, says: ["Oman", "said"] }],
      ["The/DET/det>1 raid/NOUN/nsubj>2 drew/VERB/root anger/NOUN/obj>2"],
      [`It/PRON/nsubj>1 ${verb}/VERB/root a/DET/det>3 weakness/NOUN/obj>1`, { says: ["It", verb] }],
    );
    return cast(input).actorAt(input.sentences[2]!.attributions[0]!.source!)?.name;
  };
  test("what a raid may show, nobody says", () => expect(it("revealed")).toBeUndefined());
  test("what only somebody can do, the last speaker does", () => expect(it("denied")).toBe("Oman"));
});

describe("names that the tagger cut or passed over", () => {
  const called = (tagged: Tagged): (string | null)[] => cast(tagged).actors.map(({ name, code }) => `${name} ${code ?? "?"}`);

  test("an office ends with the word behind “and”", () =>
    expect(
      called(
        read([
          "Minister/PROPN/nsubj>7 of/ADP/case>2 Water/PROPN/nmod>0 and/CCONJ/cc>4 Energy/PROPN/conj>2 Ana/PROPN/appos>0 Lima/PROPN/flat>5 agreed/VERB/root",
          { names: { "Energy Ana Lima": "ORG" }, act: ["agreed", "Minister of Water and Energy Ana Lima"] },
        ]),
      )[0],
    ).toMatch(/^Ana Lima/));

  test("who is known by a full name is somebody, marked or not", () =>
    expect(called(read(["Emomali/PROPN/nsubj>3 Rahmon/PROPN/flat>0 was/AUX/cop>3 warm/ADJ/root"]))).toEqual(["Emomali Rahmon TJK"]));

  test("a capital that is a surname as well speaks for its country, where nobody of the name is introduced", () => {
    const says = ["Muscat/PROPN/nsubj>1 agreed/VERB/root", { names: { Muscat: "PER" }, act: ["agreed", "Muscat"] }] as const;
    expect(called(read(says))).toEqual(["Oman OMN"]);
    const named = ["Joseph/PROPN/nsubj>2 Muscat/PROPN/flat>0 left/VERB/root", { names: { "Joseph Muscat": "PER" } }] as const;
    expect(called(read(named, says))).toEqual(["Joseph Muscat MLT"]);
  });

  test("a minister of another ministry is another", () => {
    const ana = [
      "Minister/PROPN/nsubj>5 of/ADP/case>2 Water/PROPN/nmod>0 Ana/PROPN/appos>0 Lima/PROPN/flat>3 agreed/VERB/root",
      { names: { "Ana Lima": "PER" }, act: ["agreed", "Minister of Water Ana Lima"] },
    ] as const;
    const other = [
      "Sudan/PROPN/nmod:poss>2 's/PART/case>0 Minister/PROPN/nsubj>5 of/ADP/case>4 Irrigation/PROPN/nmod>2 agreed/VERB/root",
      { names: { Sudan: "LOC" }, act: ["agreed", "Sudan 's Minister of Irrigation"] },
    ] as const;
    expect(called(read(ana, other)).length).toBe(2);
  });
});
