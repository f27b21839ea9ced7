// Names cut, offices beside names, groups and things: who is meant, in the notation of notation.ts and, where the tree tells, on hand-made tokens.
import { describe, expect, test } from "vitest";
import { bearerOf } from "../../src/actors/apposed.ts";
import { castOf } from "../../src/actors/cast.ts";
import { countedIn } from "../../src/actors/groups.ts";
import { loadDictionary } from "../../src/actors/load.ts";
import { slice, span } from "../../src/span.ts";
import { sentenceOf } from "../article.ts";
import { tagged } from "./notation.ts";

const cast = castOf(loadDictionary());

/** "Name: mention, mention" for each actor. */
function read(notation: string): string[] {
  const input = tagged(notation);
  const { text } = input.segmented.document;
  return cast(input).actors.map(({ name, mentions }) => `${name}: ${mentions.map(({ start, end }) => text.slice(start, end)).join(", ")}`);
}

/** Names of those whom the last argument of the text speaks of. */
function told(notation: string): string[] {
  const input = tagged(notation);
  const argument = input.sentences.at(-1)!.acts.at(-1)!.arguments.at(-1)!;
  return cast(input)
    .actorsAt(argument)
    .map(({ name }) => name);
}

describe("one person under several names", () => {
  test("a part of a name that the tagger marked whole", () =>
    expect(read("[PER Tarek Bin Nordi] left\n{actor [PER Tarek Bin Nordi]} agreed")[0]).toMatch(/^Tarek Bin Nordi: Tarek Bin Nordi/));
  test("with and without a middle name", () =>
    expect(read("{actor [PER Ola Maria Nordmann]} agreed\n{actor [PER Ola Nordmann]} agreed")).toEqual([
      "Ola Maria Nordmann: Ola Maria Nordmann, Ola Nordmann",
    ]));
  test("by a first name that only one has", () => {
    expect(read("{actor [PER Ola Nordmann]} agreed\n{actor [PER Ola]} agreed")).toEqual(["Ola Nordmann: Ola Nordmann, Ola"]);
    expect(read("{actor [PER Ola Nordmann]} met {recipient [PER Ola Otieno]}\n{actor [PER Ola]} agreed")).toHaveLength(3);
  });
  test("a shared surname goes to the one with the office before it", () =>
    expect(
      read(
        "{actor Prime Minister [PER Ana Nordmann]} met {recipient Finance Minister [PER Ola Nordmann]}\n{actor Prime Minister [PER Nordmann]} agreed",
      ),
    ).toEqual(["Ana Nordmann: Prime Minister Ana Nordmann, Prime Minister Nordmann", "Ola Nordmann: Finance Minister Ola Nordmann"]));
  test("a name that goes on", () => {
    expect(read("{actor [PER Ola Nordmann Kvist]} agreed\n{actor [PER Ola Nordmann]} agreed\n{actor [PER Kvist]} agreed")).toHaveLength(1);
    expect(read("{actor [PER Ola Nordmann]} agreed\n{actor [PER Ola Nordmann Kvist]} agreed")).toHaveLength(1);
    // Of two sheikhs the one is not the other.
    expect(read("{actor [PER Abu Nordmann]} agreed\n{actor [PER Abu Nordmann Kvist]} agreed")).toHaveLength(2);
  });
  test("a first name, however he is called in full", () =>
    expect(
      read(
        "{actor President [PER Ola Nordmann]} agreed\n[PER President Ola Nordmann] agreed\n{actor [PER Ola]} agreed\n{actor [PER Ola Nordmann]} agreed",
      ),
    ).toHaveLength(1));
  test("a headline's surname with its particle", () =>
    expect(read("{actor [PER De Kvist]} agreed\n{actor [PER Ola de Kvist]} agreed")).toEqual(["Ola de Kvist: De Kvist, Ola de Kvist"]));
  test("a headline's surname is his whom the text names first in full", () =>
    expect(
      read(
        "{actor [PER Nordmann]} agreed\n{actor [PER Ola Nordmann]} met {recipient [PER Ana Nordmann]}\n{actor [PER Ana Nordmann]} agreed",
      ),
    ).toEqual(["Ola Nordmann: Nordmann, Ola Nordmann", "Ana Nordmann: Ana Nordmann, Ana Nordmann"]));
  test("a surname is his who did something, not the mother's who is only named", () =>
    expect(read("{actor [PER Ola Nordmann]} agreed\nThe son of [PER Ana Nordmann] is 68\n{actor [PER Nordmann]} agreed")).toContain(
      "Ola Nordmann: Ola Nordmann, Nordmann",
    ));
  test("nor a former leader's of that name whom the dictionary knows", () => {
    const born = "{actor [PER Cristiana Chamorro]} agreed\nHer mother is [PER Violeta Chamorro]\n{actor [PER Chamorro]} agreed";
    expect(read(born)[0]).toBe("Cristiana Chamorro: Cristiana Chamorro, Chamorro");
    expect(read(born)).toContain("Violeta Chamorro: Violeta Chamorro");
  });
  test("the former president is who was called so, whoever else held an office", () =>
    expect(
      read(
        "{actor Former president [PER Ola Nordmann]} met {recipient former minister [PER Ana Kvist]} in [LOC Kenya]\n{actor The former president} agreed",
      )[0],
    ).toBe("Ola Nordmann: Former president Ola Nordmann, The former president"));
  test("a surname that the tree took for an adjective, and one cut at its hyphen", () => {
    const input = tagged("{source [PER Ola Nordmann]} said «no»\nThe talks went on, Nordmann said");
    const { text } = input.segmented.document;
    const tokens = input.sentences[1]!.tokens as unknown as { start: number; end: number; upos: string; head: number; deprel: string }[];
    const at = tokens.findIndex((token) => slice(text, token) === "Nordmann");
    Object.assign(tokens[at]!, { upos: "ADJ", head: at + 1, deprel: "nsubj" });
    expect(cast(input).actors.map(({ mentions }) => mentions.length)).toEqual([2]);
    expect(read("{actor [PER Jaw] Shaw-[PER kong]} agreed\n{actor [PER Jaw]} agreed")).toEqual(["Jaw Shaw-kong: Jaw Shaw-kong, Jaw"]);
  });
  test("a body named after somebody is no mention of her", () => {
    expect(
      read("{actor [PER Ana Nordmann]} agreed in the [PER Ola Nordmann] International Airport\n{actor [PER Nordmann]} agreed")[0],
    ).toBe("Ana Nordmann: Ana Nordmann, Nordmann");
    expect(read("{actor the [PER Ana Nordmann] Foundation} agreed")).toEqual(["Ana Nordmann Foundation: the Ana Nordmann Foundation"]);
    expect(read("{actor Fundación [PER Ana Nordmann]} agreed")).toEqual(["Fundación Ana Nordmann: Fundación Ana Nordmann"]);
    expect(read("{actor [PER Nordmann]} agreed to a foundation")).toEqual(["Nordmann: Nordmann"]);
  });
  test("a title alone is no name", () => expect(read("[PER Prince] left\n{actor [PER Ola Nordmann]} agreed")).toHaveLength(1));
  test("a firm whose name begins with a country's", () => {
    const firm = (deprel: string): string[] => {
      const input = tagged("{actor [LOC China] Molybden} agreed");
      const tokens = input.sentences[0]!.tokens as unknown as { upos: string; head: number; deprel: string }[];
      Object.assign(tokens[0]!, { head: 1, deprel });
      Object.assign(tokens[1]!, { upos: "PROPN" });
      return cast(input).actors.map(({ name, kind }) => `${name} ${kind}`);
    };
    expect(firm("compound")).toEqual(["China Molybden organisation"]);
    expect(firm("nmod:poss")).not.toContain("China Molybden organisation");
  });
  test("a capital is its country", () =>
    expect(told("{actor [PER Ola Nordmann]} said yes\n{recipient the [MISC French] capital} agreed")).toEqual(["France"]));
  test("a body by a part of the name that the dictionary knows", () =>
    expect(read("{actor United [ORG Nations Security Council]} agreed")).toEqual(["UN Security Council: United Nations Security Council"]));
  test("a body that the tagger passed over is not the article's own", () => {
    const heads = { Nordland: "compound", Army: "nsubj" } as const;
    const input = tagged("{actor the army} agreed\n{actor the Nordland Army} refused");
    for (const sentence of input.sentences)
      for (const token of sentence.tokens as unknown as { upos: string; start: number; end: number }[])
        if (slice(input.segmented.document.text, token) in heads) token.upos = "PROPN";
    expect(cast(input).actors.map(({ name }) => name)).toEqual(["army", "Nordland Army"]);
  });
  test("a minister's name that the tagger passed over", () => {
    const input = tagged("{actor the Minister of Trade Ola Nordmann} agreed");
    const { text } = input.segmented.document;
    const tokens = input.sentences[0]!.tokens as unknown as { start: number; end: number; upos: string; head: number; deprel: string }[];
    const place = (word: string): number => tokens.findIndex((token) => slice(text, token as never) === word);
    for (const [word, deprel, head] of [
      ["Minister", "nsubj", "agreed"],
      ["Trade", "nmod", "Minister"],
      ["Ola", "appos", "Minister"],
      ["Nordmann", "flat", "Ola"],
    ] as const)
      Object.assign(tokens[place(word)]!, { upos: "PROPN", deprel, head: place(head) });
    expect(cast(input).actors.map(({ name, kind }) => `${name} ${kind}`)).toEqual(["Ola Nordmann person"]);
  });
  test("a speaker's name that the tagger passed over", () => {
    const of = (...deprels: string[]): string[] => {
      const input = tagged("{source DIG Ola Nordmann of the police} said «no»");
      const tokens = input.sentences[0]!.tokens as unknown as { upos: string; head: number; deprel: string }[];
      const said = 6;
      for (const [at, deprel, head] of [
        [0, "compound", 1],
        [1, "nsubj", said],
        [2, deprels[0]!, 1],
      ] as const)
        Object.assign(tokens[at]!, { upos: "PROPN", deprel, head });
      return cast(input).actors.map(({ name, kind }) => `${name} ${kind}`);
    };
    expect(of("flat")).toEqual(["Ola Nordmann person"]);
    // By its parts a body is no person.
    expect(of("compound")).not.toContain("Ola Nordmann person");
    expect(read("{source Rep. Kim Ki-hyun of the party} said «no»")[0]).toMatch(/^Kim Ki-hyun: /);
    expect(read("{actor President [PER Uhuru Kenyatta]} agreed\n{actor Mr [LOC Kenyatta]} agreed")).toHaveLength(1);
  });
  test("a name in apposition to what no dictionary knows", () => {
    const of = (deprel: string): string[] => {
      const input = tagged("{source the editor's confidant, [PER Ola Nordmann],} said «no»");
      const { text } = input.segmented.document;
      const tokens = input.sentences[0]!.tokens as unknown as { start: number; end: number; upos: string; head: number; deprel: string }[];
      const place = (word: string): number => tokens.findIndex((token) => slice(text, token as never) === word);
      Object.assign(tokens[place("confidant")]!, { head: place("said"), deprel: "nsubj" });
      Object.assign(tokens[place("Ola")]!, { head: place("confidant"), deprel });
      return cast(input).actors.map(({ name, office }) => `${name}, ${office}`);
    };
    expect(of("appos")).toEqual(["Ola Nordmann, editor's confidant"]);
    expect(of("conj")).not.toContain("Ola Nordmann, editor's confidant");
  });
  test("the bearer of an office, with the place that he is of", () =>
    expect(read("{source Chairman of the [ORG Riverside Bank] [PER Ola Nordmann] of [LOC Togo]} said «no»")[0]).toMatch(/^Ola Nordmann: /));
  test("a name behind a conjunction that ends its sentence", () => {
    const input = tagged("{actor [PER Ana Nordmann]} met Trade and [PER Ola]");
    const { text } = input.segmented.document;
    const tokens = input.sentences[0]!.tokens as unknown as { start: number; end: number; upos: string; head: number; deprel: string }[];
    const place = (word: string): number => tokens.findIndex((token) => slice(text, token as never) === word);
    Object.assign(tokens[place("and")]!, { upos: "CCONJ" });
    Object.assign(tokens[place("Ola")]!, { upos: "PROPN", deprel: "conj", head: place("Trade") });
    expect(cast(input).actors.map(({ name }) => name)).toContain("Ana Nordmann");
  });
  test("half of a noun is no name", () =>
    expect(read("{source [LOC Nordland] state [ORG TV]} said «rain»")[0]).toMatch(/^Nordland state TV: /));
  test("a surname in one country's news is no other country's minister", () =>
    expect(read("{actor Ms [PER Cooper]} agreed in [LOC Nairobi] , [LOC Kenya]")[0]).toBe("Cooper: Ms Cooper"));
});

test("who does something to it is not it", () => {
  const input = tagged("{actor [LOC Togo]} wrote to {recipient the [ORG Riverside Bank]} and asked {recipient it}");
  const { text } = input.segmented.document;
  const tokens = input.sentences[0]!.tokens as unknown as { start: number; end: number; head: number; deprel: string }[];
  const place = (word: string): number => tokens.findIndex((token) => slice(text, token as never) === word);
  for (const [word, deprel, head] of [
    ["Togo", "nsubj", "wrote"],
    ["asked", "conj", "wrote"],
    ["it", "obj", "asked"],
  ] as const)
    Object.assign(tokens[place(word)]!, { deprel, head: place(head) });
  const mentions = cast(input).actors.map(({ name, mentions }) => [name, ...mentions.map((one) => slice(text, one))]);
  expect(mentions).toEqual([
    ["Togo", "Togo"],
    ["Riverside Bank", "the Riverside Bank", "it"],
  ]);
});

describe("an office beside a name", () => {
  const text = "Ola Nordmann, deputy premier and minister of defence, left";
  const words = [...text.matchAll(/[\p{L}]+|,/gu)].map((match) => span(match.index, match.index + match[0].length));
  const on = (heads: Readonly<Record<number, readonly [string, number]>>) =>
    sentenceOf(span(0, text.length), {
      tokens: words.map((word, at) => ({ ...word, upos: "NOUN", deprel: heads[at]?.[0] ?? "dep", head: heads[at]?.[1] ?? -1 })),
      entities: [{ ...span(0, 12), kind: "PER" }],
    });
  const minister = span(text.indexOf("minister"), text.indexOf(", left"));
  test("in apposition, also the second of two", () =>
    expect(bearerOf(text, on({ 4: ["appos", 0], 6: ["conj", 4] }), minister, minister.start)).toMatchObject({ start: 0, end: 12 }));
  test("not where the tree has it elsewhere", () =>
    expect(bearerOf(text, on({ 4: ["appos", 0], 6: ["nsubj", 9] }), minister, minister.start)).toBeNull());
});

describe("groups", () => {
  test.each([
    ["both sides", 2, "sides"],
    ["the two leaders", 2, "leaders"],
    ["Both of the countries", 2, "countries"],
    ["the three foreign ministers", 3, "foreign ministers"],
    ["the two visiting premiers", 2, "premiers"],
    ["the two neighboring heads of state", 2, "heads of state"],
    ["each other", 2, ""],
  ])("%s counts its members", (words, count, noun) => expect(countedIn(words)).toEqual({ count, noun }));
  test.each(["two soldiers", "the leaders", "twenty countries", "bothersome sides"])("%s names none one by one", (words) =>
    expect(countedIn(words)).toBeNull(),
  );
  test("the two leaders are those named before", () =>
    expect(told("{actor [PER Emmanuel Macron]} met {recipient [PER Friedrich Merz]}\n{actor The two leaders} agreed")).toEqual([
      "Emmanuel Macron",
      "Friedrich Merz",
    ]));
  test("the two premiers are those who hold that office, whoever else is named", () =>
    expect(
      told("{actor [PER Keir Starmer]} met {recipient [PER Mark Carney]} and [PER Emmanuel Macron]\n{actor The two premiers} agreed"),
    ).toEqual(["Keir Starmer", "Mark Carney"]));
  test("both countries are countries, not their presidents", () =>
    expect(
      told(
        "{actor [PER Emmanuel Macron]} of [LOC France] met {recipient [PER Friedrich Merz]} of [LOC Germany]\n{actor Both countries} agreed",
      ),
    ).toEqual(["France", "Germany"]));
  test("bodies such as two are those two", () =>
    expect(told("{actor Bodies such as [ORG the African Union] and [ORG the Arab League]} urged restraint")).toEqual([
      "African Union",
      "Arab League",
    ]));
  test("of three, two are nobody's to pick", () =>
    expect(
      told(
        "{actor [PER Emmanuel Macron]} met {recipient [PER Friedrich Merz]} with {recipient [PER Giorgia Meloni]}\n{actor The two leaders} agreed",
      ),
    ).toEqual(["two leaders"]));
  test("who tells the two is none of them", () =>
    expect(
      told(
        "{actor [PER Emmanuel Macron]} met {recipient [PER Friedrich Merz]}\n{actor [PER Giorgia Meloni]} warned {recipient the two leaders}",
      ),
    ).toEqual(["Emmanuel Macron", "Friedrich Merz"]));
  test("a group that the text does not name stays one", () =>
    expect(told("{actor [PER Emmanuel Macron]} met {recipient [PER Friedrich Merz]}\n{actor European leaders} agreed")).toEqual([
      "European leaders",
    ]));
});

describe("what is nobody", () => {
  const abroad = "[LOC Norway] and [LOC Sweden] and [LOC Denmark] share a coast.";
  test.each(["the summit", "proposed measures", "in a post", "the statement"])("%s is no actor", (words) =>
    expect(told(`${abroad}\n{actor ${words}} agreed`)).toEqual([]),
  );
  test("a country's demand is that country's", () => expect(told(`${abroad}\n{actor [LOC Norway]'s demand} agreed`)).toEqual(["Norway"]));
  test("one of many, and a number of them, are who stands behind of", () => {
    expect(told(`${abroad}\n{actor one of the diners} agreed`)).toEqual(["one of the diners"]);
    const input = tagged(`${abroad}\n{actor a number of envoys} agreed`);
    expect(cast(input).actorAt(input.sentences[1]!.acts[0]!.arguments[0]!)).toMatchObject({ kind: "group", sector: "GOV" });
  });
});

describe("a span that holds the clause before", () => {
  /** The actor of "… denounced", its span being all before that, where the first verb has the first noun for its subject. */
  const doer = (line: string, verb: string): string[] => {
    const input = tagged(line);
    const { text } = input.segmented.document;
    const last = input.sentences.at(-1)!;
    const said = last.tokens.findIndex((token) => slice(text, token) === verb);
    const at = last.acts[0]!.arguments[0]!;
    const acts = [{ ...last.acts[0]!, trigger: span(at.end + 1, at.end + 2) }];
    const tokens = last.tokens.map((token, i) => (i === said - 1 ? { ...token, head: said, deprel: "nsubj" } : token));
    const cut = { ...input, sentences: [...input.sentences.slice(0, -1), { ...last, acts, tokens }] };
    return cast(cut)
      .actorsAt(at)
      .map(({ name }) => name);
  };
  test("is who stands behind that clause", () =>
    expect(doer("{actor The [PER Lima] said [LOC Norway]} denounced the raid", "said")).toEqual(["Norway"]));
  test("or the group that stands there", () =>
    expect(
      doer(
        "{actor [PER Emmanuel Macron]} met {recipient [PER Friedrich Merz]}\n{actor The envoy said the two leaders} denounced the raid",
        "said",
      ),
    ).toEqual(["Emmanuel Macron", "Friedrich Merz"]));
});

describe("a country's own news", () => {
  test("tells what was done to a thing, but no thing does anything", () => {
    expect(told("{actor [LOC Kenya]} denounced {recipient the investigation} in [LOC Nairobi]")).toEqual(["investigation"]);
    expect(told("{recipient [LOC Kenya]} in [LOC Nairobi] denounced {actor the investigation}")).toEqual([]);
    expect(read("{source The statement} said «it was late» in [LOC Nairobi] , [LOC Kenya]")).toEqual([]);
    expect(read("{actor The market} agreed in [LOC Nairobi] , [LOC Kenya]")).toEqual([]);
  });
});

describe("what stands beside a name", () => {
  test("others beside a pronoun are a party of their own", () =>
    expect(read("{actor [PER Ola Nordmann]} agreed\n{actor He and many villagers} agreed").join("; ")).toBe(
      "Ola Nordmann: Ola Nordmann; many villagers: many villagers",
    ));
});

describe("he and she", () => {
  test("a title tells, and what was said before", () => {
    expect(read("{actor Ms [PER Nordmann]} met {recipient [PER Ola Otieno]}\n{actor She} agreed\n{actor He} agreed")).toEqual([
      "Nordmann: Ms Nordmann, She",
      "Ola Otieno: Ola Otieno, He",
    ]);
  });
  /** Whom the last argument of the first sentence stands for, on a tree with these words redrawn: word, part of speech, relation, head. */
  const meant = (notation: string, ...arcs: readonly (readonly [string, string, string, string])[]): string | undefined => {
    const input = tagged(notation);
    const tokens = input.sentences[0]!.tokens as unknown as { start: number; end: number; upos: string; head: number; deprel: string }[];
    const place = (word: string): number => tokens.findIndex((token) => slice(input.segmented.document.text, token as never) === word);
    for (const [word, upos, deprel, head] of arcs) Object.assign(tokens[place(word)]!, { upos, deprel, head: place(head) });
    return cast(input).actorAt(input.sentences[0]!.acts[0]!.arguments.at(-1)!)?.name;
  };
  test.each([
    ["nmod:poss", "Nordmann"],
    ["nmod", "Kari Otieno"],
  ])("whose request it is to see her own file (%s)", (whose, name) =>
    expect(
      meant(
        "{actor [PER Kari Otieno]} refused {actor [PER Nordmann]} 's request to see {recipient her} file",
        ["Nordmann", "PROPN", whose, "request"],
        ["request", "NOUN", "obj", "refused"],
        ["to", "PART", "mark", "see"],
        ["see", "VERB", "acl", "request"],
        ["her", "PRON", "nmod:poss", "file"],
        ["file", "NOUN", "obj", "see"],
      ),
    ).toBe(name),
  );
  test.each([
    ["Emmanuel Macron", "Emmanuel Macron"],
    ["Juma Diallo", "Ola Otieno"],
  ])("a man whom all know before the one who speaks of him (%s)", (other, name) =>
    expect(
      meant(
        `{source [PER Ola Otieno]} said « that {actor [PER ${other}]} signed where {actor he} agreed »`,
        ["Ola", "PROPN", "nsubj", "said"],
        [other.split(" ")[0]!, "PROPN", "nsubj", "signed"],
      ),
    ).toBe(name),
  );
  test("no thing is he", () =>
    expect(read("{actor The investigation} agreed in [LOC Nairobi]\n{actor He} agreed").join()).not.toMatch(/He/));
});

describe("one man and his office", () => {
  test("a short form in brackets parts nothing", () =>
    expect(read("{actor [ORG Free Rivers Party] ( [ORG FRP] ) Senator [PER Ola Nordmann]} agreed in [LOC Nairobi]")[0]).toMatch(
      /^Ola Nordmann: Free Rivers Party/,
    ));
  test("a place before the name belongs to the office", () =>
    expect(
      read("{actor [LOC Norway] 's Ambassador} to {recipient [LOC Kenya] [PER Ola Nordmann]} agreed").filter((one) => /Nordmann/.test(one)),
    ).toEqual(["Ola Nordmann: Ola Nordmann"]));
  test("a country's only president is he whom a later line names", () =>
    expect(read("{actor The Zambian finance minister} agreed\n{actor Zambian Finance Minister [PER Ola Nordmann]} agreed")).toEqual([
      "Ola Nordmann: The Zambian finance minister, Zambian Finance Minister Ola Nordmann",
    ]));
  test("and nobody's where two held it", () =>
    expect(
      read(
        "{actor The Zambian finance minister} agreed\n{actor Zambian Finance Minister [PER Ola Nordmann]} agreed\n{actor Zambian Finance Minister [PER Kari Diallo]} agreed",
      ),
    ).toHaveLength(3));
  test("who visits is from abroad", () =>
    expect(
      read(
        "{actor Foreign Minister [PER Ana Otieno]} of [LOC Kenya] met {recipient Norwegian Foreign Minister [PER Ola Nordmann]} in [LOC Nairobi] , [LOC Kenya]\n{actor The visiting foreign minister} agreed",
      )[1],
    ).toBe("Ola Nordmann: Norwegian Foreign Minister Ola Nordmann, The visiting foreign minister"));
  test("a party member and minister is one", () =>
    expect(told("{actor fellow party member and Trade Minister [PER Ola Nordmann]} agreed in [LOC Nairobi]")).toEqual(["Ola Nordmann"]));
  test("by a name without its first part", () =>
    expect(read("{actor [PER Ola Van Nordmann]} agreed\n{actor [PER Van Nordmann]} agreed")).toHaveLength(1));
  test("a body's name behind what body it is", () => {
    const [body] = cast(tagged("{actor the Kenyan news agency , [PER Habari]} agreed")).actors;
    expect([body?.name, body?.kind]).toEqual(["Habari", "organisation"]);
  });
  test("with whom he came is no office of his", () =>
    expect(cast(tagged("{actor [PER Ola Nordmann]} , with his lawyer , agreed")).actors[0]?.office).toBeNull());
  test("initials stand for the name before them", () =>
    expect(read("{actor The Royal Zambian Police} ([ORG RZP]) agreed\n{actor [ORG RZP]} agreed").at(-1)).toMatch(
      /^Royal Zambian Police: .*RZP$/,
    ));
});

describe("two by name", () => {
  test("both are told of", () =>
    expect(told("{actor Interior Minister [PER Ola Nordmann] and [PER Kari Otieno]} agreed").toSorted()).toEqual([
      "Kari Otieno",
      "Ola Nordmann",
    ]));
  test("a dash between them as well", () =>
    expect(told("the {actor [PER Macron]}–[PER Merz] talks")).toEqual(["Emmanuel Macron", "Friedrich Merz"]));
  test("but not what a province has in its name", () =>
    expect(told("{actor [LOC Jammu] and [LOC Kashmir] officer [PER Ola Nordmann]} agreed")).toEqual(["Ola Nordmann"]));
});

describe("lands by what they are", () => {
  test.each([
    ["the European country", "Portugal"],
    ["the Southeast Asian nation", "Vietnam"],
    ["the oil-rich Gulf state", "Oman"],
    ["the kingdom", "Jordan"],
  ])("%s is the last that fits", (words, name) =>
    expect(
      told(
        `[LOC Kenya] , [LOC Oman] , [LOC Vietnam] , [LOC Portugal] , [LOC Jordan] and [LOC Peru] met\n{actor [LOC Kenya]} thanked {recipient ${words}}`,
      ),
    ).toEqual([name]),
  );
  test("and nobody where none fits", () => expect(told("{actor [LOC Kenya]} thanked {recipient the European country}")).toEqual([]));
  test("nor is it he who does the deed", () => expect(told("{actor [LOC Portugal]} thanked {recipient the European country}")).toEqual([]));
  test("ours is the article's own", () =>
    expect(told("{actor [LOC Norway]} helped {recipient our country} in [LOC Nairobi] , [LOC Kenya] , [LOC Kenya]")).toEqual(["Kenya"]));
});

describe("the kind of a name", () => {
  test("is what the article mostly takes it for", () =>
    expect(
      cast(tagged("{actor [LOC Nordmann]} agreed\n{actor [PER Nordmann]} agreed\n{actor [PER Nordmann]} agreed")).actors.map(
        ({ kind }) => kind,
      ),
    ).toEqual(["person"]));
  test.each([
    ["{actor [LOC Nordmann]} agreed\n{actor lawyer Kari [ORG Nordmann]} agreed", ["Kari Nordmann person"]],
    ["{actor [LOC Nordmann]} agreed\n{actor lawyer Kari [LOC Nordmann]} agreed", ["Nordmann unnamed"]],
    ["{actor [LOC Nordmann]} agreed\n{actor Kari [ORG Nordmann]} agreed", ["Nordmann unnamed"]],
  ])("a place once and a body once, with a title before it, is somebody's: %s", (notation, expected) =>
    expect(cast(tagged(notation)).actors.map(({ name, kind }) => `${name} ${kind}`)).toEqual(expected),
  );
  test("and a body's where the dictionary knows nobody else by it", () =>
    expect(cast(tagged("{actor [PER Reuters]} agreed")).actors[0]?.kind).toBe("organisation"));

  const shown = (notation: string): string[] =>
    cast(tagged(notation)).actors.map(({ name, kind, code }) => `${name} ${kind} ${code ?? "-"}`);
  test.each([
    ["{actor [PER Jordan]} condemned the raid , and {actor [PER Egypt]} called for talks", ["Jordan country JOR", "Egypt country EGY"]],
    ["{actor [PER Niger]} refused\n{actor [PER Benin]} agreed", ["Niger country NER", "Benin country BEN"]],
    ["{actor [PER Paris]} condemned the raid , and {actor [PER Berlin]} called for talks", ["France country FRA", "Germany country DEU"]],
  ])("a country's where nobody is named so in full: %s", (notation, expected) => expect(shown(notation)).toEqual(expected));
  test.each([
    ["{actor [PER Ana Jordan]} agreed\n{actor [PER Jordan]} refused", ["Ana Jordan person JOR"]],
    ["{actor Mr [PER Jordan]} refused", ["Jordan person JOR"]],
    ["{actor [PER Paris]} agreed\n{actor He} refused", ["Paris person FRA"]],
    ["{actor [PER Ana Lima]} agreed\nMinisters met {recipient [LOC Lima]}", ["Ana Lima person -"]],
  ])("but not where somebody is: %s", (notation, expected) => expect(shown(notation)).toEqual(expected));

  test.each([
    ["{actor [PER Ana Lima], [ORG SC],} agreed", ["Ana Lima person -"]],
    [
      "{actor [PER Ana Lima] [ORG KC]} agreed\n{actor [ORG KC]} , {actor [PER Ola Diallo], [PER PhD],} agreed",
      ["Ana Lima person -", "KC organisation -", "Ola Diallo person -"],
    ],
  ])("letters behind a name are nobody: %s", (notation, expected) => expect(shown(notation)).toEqual(expected));

  test("a country's name and a word that never stands without it are a firm", () =>
    expect(shown("{actor [LOC China] Sandar} agreed\n{actor [LOC China] [PER Sandar]} and {recipient [LOC China]} met")).toEqual([
      "China Sandar organisation CHN",
      "China country CHN",
    ]));
  test("but not where the word stands alone as well", () =>
    expect(shown("{actor [LOC China]} Envoys met\n{actor [LOC China]} Envoys met\nEnvoys met").map((one) => one.split(" ")[0])).toEqual([
      "China",
    ]));

  test("a family name that stands first is the man's, whatever the tagger takes it for", () =>
    expect(shown("{actor [PER Sun Ruiwen]} agreed\n{actor [ORG Sun]} refused")).toEqual(["Sun Ruiwen person -"]));
  test("a middle name that only one has speaks of him", () =>
    expect(shown("{actor [PER Sama Bandu Kyenge]} agreed\n{actor [PER Bandu]} refused")).toEqual(["Sama Bandu Kyenge person -"]));
  test("two halves of a hyphened name are one, though the first is a faith", () =>
    expect(shown("{actor analyst [PER Christian]-[PER Geraud Lima]} agreed")[0]).toContain("Christian-Geraud Lima person"));
});

test("whom a president meets in another country's capital is no president of it", () =>
  expect(shown2("{actor [PER Macron]} met {actor President [PER Abdel Fattah el-Sisi] in [LOC Paris]}")).toContain(
    "Abdel Fattah al-Sisi EGY",
  ));
test("a name in two scripts, behind what he chairs, is his", () =>
  expect(shown2("{actor [ORG Works Corp] of [LOC Chad] chairman [PER Jaw Shaw-kong] (趙少康)} agreed")[0]).toContain("Jaw Shaw-kong"));

const shown2 = (notation: string): string[] => cast(tagged(notation)).actors.map(({ name, code }) => `${name} ${code ?? "-"}`);

test("a region that is no country meets nobody", () => {
  const input = tagged("{actor [PER Ola Nordmann]} met {actor [LOC Southeast Asia]} today");
  const sentences = input.sentences.map((one) => ({ ...one, acts: one.acts.map((act) => ({ ...act, type: "CONSULT" as const })) }));
  expect(cast({ ...input, sentences }).actors.map(({ name }) => name)).toEqual(["Ola Nordmann"]);
});
