// Who a mention is: one test a difficulty, each a few sentences in the notation of notation.ts and the actors that must come out.
import { describe, expect, test } from "vitest";
import { castOf } from "../../src/actors/cast.ts";
import { loadDictionary } from "../../src/actors/load.ts";
import { tagged } from "./notation.ts";

const cast = castOf(loadDictionary());

/** "Vladimir Putin RUS GOV: Putin, He" for each actor of the text. */
function read(notation: string, published: string | null = "2025-09-01"): string[] {
  const input = tagged(notation, published);
  const { text } = input.segmented.document;
  return cast(input).actors.map(
    ({ name, code, sector, mentions }) =>
      `${name} ${code ?? "-"} ${sector ?? "-"}: ${mentions.map(({ start, end }) => text.slice(start, end)).join(", ")}`,
  );
}

/** Name, code and sector of the first actor of one noun phrase. */
function code(phrase: string, published: string | null = "2025-09-01", rest = ""): string {
  const input = tagged(`{actor ${phrase}} agreed\n${rest}`, published);
  const actor = cast(input).actorAt(input.sentences[0]!.acts[0]!.arguments[0]!)!;
  return `${actor.code ?? "-"} ${actor.sector ?? "-"}`;
}

describe("title and country", () => {
  test.each([
    ["[LOC Spain]'s Foreign Minister [PER José Manuel Albares]", "ESP GOV"],
    ["[MISC Omani] Foreign Minister [PER Salim al-Harthy]", "OMN GOV"],
    ["the [MISC Turkish] defence ministry", "TUR GOV"],
    ["[MISC Iranian] Supreme Leader [PER Ali Khamenei]", "IRN GOV"],
    ["a court in [LOC Lyon]", "FRA JUD"],
    ["[MISC French] police", "FRA COP"],
    ["[MISC Israeli] troops", "ISR MIL"],
    ["a spokesman for the [ORG Houthis]", "YEM REB"],
    ["a [ORG Hamas] official", "PSE REB"],
    ["the [ORG UN] special envoy for [LOC Syria]", "UNO GOV"],
    ["[LOC Tel Aviv] police", "ISR COP"],
    ["two [MISC Russian] soldiers", "RUS MIL"],
    ["a former [LOC US] ambassador", "USA ELI"],
    ["the [MISC Greek] army spokesman", "GRC MIL"],
    ["the minister of foreign affairs of [LOC Chad]", "TCD GOV"],
    ["opposition leader [PER Ousmane Diallo]", "- OPP"],
    ["the members of parliament in [LOC Kenya]", "KEN LEG"],
    ["[MISC Kurdish] militants in [LOC Turkey]", "TUR UAF"],
    ["at least 30 protesters in [LOC Nairobi]", "KEN CVL"],
    ["nine [MISC Palestinians]", "PSE CVL"],
    ["More than 100,000 ethnic Armenians", "ARM CVL"],
    ["Omani Foreign Minister Salim al-Harthy", "OMN GOV"],
    ["[LOC Ukraine]'s ambassador to the [ORG UN]", "UKR GOV"],
    ["pro-[MISC Russian] separatists in [LOC Donetsk]", "UKR REB"],
    ["[LOC Iran]-backed militia in [LOC Iraq]", "IRQ PRM"],
    ["Mr [PER Putin]", "RUS GOV"],
    ["Chancellor [PER Merz]", "DEU GOV"],
    ["the Secretary of State of the [LOC United States]", "USA GOV"],
    ["[LOC Ghana]'s [LOC Arequipa] newspaper", "GHA JRN"],
    ["the [MISC Ghanaian] [LOC Lima] embassy", "GHA GOV"],
    ["[LOC Ghana]'s [MISC Peruvian] newspaper", "PER JRN"],
    ["[LOC Lima]'s [LOC Arequipa] newspaper", "PER JRN"],
  ])("%s", (phrase, expected) => expect(code(phrase)).toBe(expected));
});

describe("longest match and namesakes", () => {
  test.each([
    ["[ORG Bank of China]", "CHN BUS"],
    ["[LOC New Mexico]", "USA GOV"],
    ["[LOC South Korea]", "KOR GOV"],
    ["[PER Jim Jordan]", "- -"],
    ["[LOC Jordan]", "JOR GOV"],
    ["[LOC Chad]", "TCD GOV"],
    ["[LOC Turkey]", "TUR GOV"],
    ["[LOC Guinea-Bissau]", "GNB GOV"],
    ["[LOC Georgia]", "GEO GOV"],
    ["the [ORG African Union]", "IGO -"],
    ["[LOC Hong Kong]", "HKG GOV"],
    ["[LOC Kosovo]", "XKX GOV"],
    ["[LOC U.S.]", "USA GOV"],
    ["[ORG ISIS]", "IMG REB"],
    ["the [ORG Donetsk People's Republic]", "UKR REB"],
  ])("%s", (phrase, expected) => expect(code(phrase)).toBe(expected));
  test("Georgia the state", () =>
    expect(code("[LOC Georgia]", null, "Voters in [LOC Atlanta] queued with [PER Brian Kemp].")).toBe("USA GOV"));
  test("RSF is the Sudanese force or the reporters, as the article's country has it", () => {
    expect(code("[ORG RSF]", "2025-09-01", "The army holds [LOC Khartoum], said [LOC Sudan].")).toBe("SDN REB");
  });
  test("a party's initials need their country or its full name", () => {
    expect(code("[ORG NPP]", "2025-09-01", "The vote in [LOC Taiwan] is on Saturday.")).toBe("TWN -");
    expect(code("[ORG NPP]", "2025-09-01", "The vote in [LOC Ghana] is on Saturday.")).toBe("GHA PTY");
  });
  test("a short form is that of the longer name before", () =>
    expect(
      read("{actor The [ORG Democratic Party of Korea]} agreed\n{actor The [ORG Democratic Party]} met {recipient [ORG LeT]}")[0],
    ).toBe("Democratic Party of Korea KOR PTY: The Democratic Party of Korea, The Democratic Party"));
  test("May is no prime minister, let is no militia", () =>
    expect(read("{actor the May talks} met {recipient let}", "2018-05-01").filter((line) => /GBR|PAK/.test(line))).toEqual([]));
  test("a title of courtesy is nobody's surname", () => {
    const first = (name: string) => read(`{actor [PER ${name}]} agreed\n{actor [PER Hussein al-Sheikh]} agreed.`)[0];
    expect(first("Sheikh")).toBe("Sheikh PSE GOV: Sheikh");
    expect(first("al-Sheikh")).toBe("Hussein al-Sheikh PSE GOV: al-Sheikh, Hussein al-Sheikh");
  });
  test("a surname is that of the full name in the article", () =>
    expect(read("{actor [PER Tom Biden]} met {recipient [PER Ana Lopez]}\n{actor [PER Biden]} agreed")[0]).toBe(
      "Tom Biden - -: Tom Biden, Biden",
    ));
});

describe("dates", () => {
  test.each([
    ["[PER Joe Biden]", "2019-05-01", "USA ELI"],
    ["[PER Biden]", "2022-05-01", "USA GOV"],
    ["[PER Biden]", "2025-05-01", "USA ELI"],
    ["the [ORG Taliban]", "2015-01-01", "AFG REB"],
    ["the [ORG Taliban]", "2024-01-01", "AFG GOV"],
    ["the [ORG Labour Party]", "2015-01-01", "GBR OPP"],
    ["[PER António Guterres]", "1999-01-01", "PRT GOV"],
    ["[PER Ahmed al-Sharaa]", "2020-01-01", "SYR REB"],
    ["[PER Ahmed al-Sharaa]", null, "SYR GOV"],
  ])("%s on %s", (phrase, date, expected) => expect(code(phrase, date)).toBe(expected));
});

describe("grouping", () => {
  test("metonym, capital and country are one; the president is another", () =>
    expect(
      read(
        "{actor The [ORG Kremlin]} agreed\n{actor [LOC Moscow]} agreed\n{actor [LOC Russia]} met {recipient [PER Vladimir Putin]} in [LOC Moscow]",
      ),
    ).toEqual(["Russia RUS GOV: The Kremlin, Moscow, Russia", "Vladimir Putin RUS GOV: Vladimir Putin"]));
  test("surname after full name", () =>
    expect(read("{source [LOC Spain]'s Foreign Minister [PER José Manuel Albares]} said «no»\n{source [PER Albares]} said «yes»")).toEqual([
      "José Manuel Albares ESP GOV: Spain's Foreign Minister José Manuel Albares, Albares",
    ]));
  test("a title that the tagger left outside the name", () =>
    expect(read("Omani Foreign Minister [PER Salim al-Harthy] called")).toEqual(["Salim al-Harthy OMN GOV: Salim al-Harthy"]));
  test("apposition", () =>
    expect(read("{source [PER Amina Diallo], [LOC Mali]'s finance minister}, said «no»")).toEqual([
      "Amina Diallo MLI GOV: Amina Diallo, Mali's finance minister",
    ]));
  test("acronym", () =>
    expect(read("{actor [ORG Free Rivers Network] (FRN)} agreed\n{actor [ORG FRN]} met {recipient [LOC Peru]}")).toEqual([
      "Free Rivers Network PER SOC: Free Rivers Network (FRN), FRN",
      "Peru PER GOV: Peru",
    ]));
  test("a short form is the body that the text spells out, not the dictionary's other one", () =>
    expect(
      read("The National Port Council (NPC) of [LOC Togo] agreed\n{actor The [ORG NPC]} met {recipient [LOC Ghana]}").filter((line) =>
        line.startsWith("NPC"),
      ),
    ).toEqual(["NPC TGO -: The NPC"]));
  test.each([
    ["World Food Programme (WFP)", "WFP", "World Food Programme UNO -"],
    ["World Food Program (WFP)", "WFP", "World Food Programme UNO -"],
    ["International Labor Organisation (ILO)", "ILO", "International Labour Organization UNO LAB"],
    ["British Broadcasting Corporation (BBC)", "BBC", "BBC GBR JRN"],
  ])("%s stays the dictionary's own", (long, short, expected) =>
    expect(read(`The ${long} agreed\n{actor The [ORG ${short}]} met {recipient [LOC Ghana]}`)[0]).toBe(`${expected}: The ${short}`),
  );
  test("office nominals go to the latest who has the office", () =>
    expect(
      read(
        "{actor [PER Recep Tayyip Erdoğan]} met {recipient [PER Emmanuel Macron]}\n{actor the [MISC Turkish] leader} agreed\n{actor The [MISC French] president} agreed",
      ),
    ).toEqual([
      "Recep Tayyip Erdoğan TUR GOV: Recep Tayyip Erdoğan, the Turkish leader",
      "Emmanuel Macron FRA GOV: Emmanuel Macron, The French president",
    ]));
  test("who goes on speaking as a countryman tells his country; another person and one of a known country are not he", () => {
    const told = (rest: string) => read(`{source [PER Ana Lima]} said «no»\n${rest}`)[0]!.split(": ")[1];
    expect(told("{source The [MISC Ghanaian] writer} said «yes»")).toBe("Ana Lima, The Ghanaian writer");
    expect(told("{source [PER Ola Diallo]} said «yes»\n{source The [MISC Ghanaian] writer} said «no»")).toBe("Ana Lima");
    expect(told("[LOC Togo] met {recipient the [MISC Ghanaian] writer}")).toBe("Ana Lima");
    expect(told("{source A [MISC Ghanaian] writer} said «yes»")).toBe("Ana Lima");
    expect(
      read("{source [LOC Togo]'s Foreign Minister [PER Ana Lima]} said «no»\n{source The [MISC Ghanaian] writer} said «yes»"),
    ).toHaveLength(2);
  });
  test("an office in a body is the one's who holds it there, of whatever country he is", () =>
    expect(
      read(
        "In [LOC Togo] , in [LOC Togo] and in [LOC Togo] it rained\n{source The director of the Rivers Fund, [PER Ana Lima]}, said «no»\n{source The [MISC Ghanaian] writer} said «yes»\nIt rained\nIt rained\n{source The director of the Rivers Fund} said «no»",
      )[0],
    ).toBe("Ana Lima GHA GOV: The director of the Rivers Fund, Ana Lima, The Ghanaian writer, The director of the Rivers Fund"));
  test("the government is its country", () =>
    expect(read("{actor [LOC Chile]} agreed\n{actor The [MISC Chilean] government} agreed")).toEqual([
      "Chile CHL GOV: Chile, The Chilean government",
    ]));
  test("a pair is a group beside its two", () =>
    expect(read("{source [PER Emmanuel Macron] and [PER Friedrich Merz]} said «no»")).toEqual([
      "Emmanuel Macron and Friedrich Merz - GOV: Emmanuel Macron and Friedrich Merz",
      "Emmanuel Macron FRA GOV: Emmanuel Macron",
      "Friedrich Merz DEU GOV: Friedrich Merz",
    ]));
  test("groups", () =>
    expect(read("{actor [MISC European] leaders} met {recipient both sides}")).toEqual([
      "European leaders - GOV: European leaders",
      "both sides - GOV: both sides",
    ]));
});

describe("pronouns", () => {
  test("he is the subject before, it the country", () =>
    expect(read("{source [PER Vladimir Putin]} told {recipient [LOC Iran]} «that {actor he} agreed»\n{actor It} agreed")).toEqual([
      "Vladimir Putin RUS GOV: Vladimir Putin, he",
      "Iran IRN GOV: Iran, It",
    ]));
  test("she skips the man", () =>
    expect(read("{actor [PER Giorgia Meloni]} met {recipient [PER Emmanuel Macron]}\n{actor She} agreed")[0]).toBe(
      "Giorgia Meloni ITA GOV: Giorgia Meloni, She",
    ));
  test("we in a quotation is its source", () =>
    expect(read('«"{actor We} agreed,"» {source [PER Friedrich Merz]} said')).toEqual(["Friedrich Merz DEU GOV: We, Friedrich Merz"]));
  test("a quoted he is not the speaker, and nobody stays nobody", () =>
    expect(read('«"{actor He} agreed,"» {source [PER Friedrich Merz]} said\n{actor They} agreed')).toEqual([
      "Friedrich Merz DEU GOV: Friedrich Merz",
    ]));
});

describe("the article's own country", () => {
  test("police and opposition are the home country's, and marked", () => {
    const input = tagged(
      "{actor Police} arrested {recipient [PER Odhiambo Otieno]} in [LOC Nairobi]\n{actor The opposition} warned {recipient the government} of [LOC Kenya]",
    );
    const { actors, assumed, actorAt } = cast(input);
    expect(actors.map(({ name, code }) => `${name} ${code}`)).toEqual([
      "Police KEN",
      "Odhiambo Otieno KEN",
      "opposition KEN",
      "government KEN",
    ]);
    expect([...assumed]).toEqual(["a1", "a2", "a3", "a4"]);
    expect(actorAt(input.sentences[1]!.acts[0]!.arguments[0]!)?.id).toBe("a3");
  });
  test("a place is no actor", () => expect(read("{actor [LOC Iran]} met {recipient [LOC Qatar]} {place in [LOC Geneva]}")).toHaveLength(2));
  test("the head finds the actor of a shorter span", () => {
    const input = tagged("{actor [MISC Ukrainian] President [PER Volodymyr Zelenskyy]} agreed");
    const at = input.segmented.document.text.indexOf("Zelenskyy");
    expect(cast(input).actorAt({ start: at, end: at + 9 })?.name).toBe("Volodymyr Zelenskyy");
  });
});

describe("whose the unknown are", () => {
  const KENYA = "The rains came late to [LOC Kenya].";
  test.each([
    ["the suspect", "KEN UNK"],
    ["hundreds of people", "KEN CVL"],
    ["Ms [PER Otieno]", "KEN -"],
    ["the [ORG River Authority]", "KEN GOV"],
    ["the Mbulu elders", "KEN CVL"],
    ["the [MISC Norwegian] suspect", "NOR UNK"],
    ["a suspect in [LOC Oslo]", "NOR UNK"],
    ["world leaders", "- GOV"],
    ["both sides", "- GOV"],
    ["foreign residents", "- CVL"],
    ["African governments", "- GOV"],
    ["expatriates", "- CVL"],
    ["the international community", "- CVL"],
    ["[ORG Free Rivers Network] of [LOC Norway]", "NOR SOC"],
    ["the leaders of [LOC Norway] and [LOC Sweden]", "- GOV"],
  ])("%s in Kenya's news", (phrase, expected) => expect(code(phrase, "2025-09-01", KENYA)).toBe(expected));
  test("nobody's, where two countries share the article", () =>
    expect(code("the suspect", "2025-09-01", "[LOC Norway] and [LOC Sweden] and [LOC Denmark] share a coast.")).toBe("- UNK"));
  test("theirs in whose country the sentence has them", () => {
    const input = tagged(
      "[LOC Kenya] asked for a mission\nThe mission in neighbouring [LOC Uganda] arrested {recipient the president}\nIt left [LOC Kenya]",
    );
    expect(cast(input).actorAt(input.sentences[1]!.acts[0]!.arguments[0]!)?.code).toBe("UGA");
  });
  test("his client is of his own country", () =>
    expect(
      read("{actor [PER Jonas Gahr Støre]} agreed\n{actor His allies} met {recipient the opposition}", "2025-09-01").find((line) =>
        line.includes("His allies"),
      ),
    ).toMatch(/^His allies NOR/));
  test("a pair is its members' country", () =>
    expect(code("[PER Ana Otieno] and [PER Jonas Gahr Støre]", "2025-09-01", `${KENYA}\n${KENYA}`)).toBe("- -"));
});

describe("the article's country", () => {
  const home = (url: string, notation: string) => {
    const input = tagged(notation, "2025-09-01", url);
    return cast(input).actorAt(input.sentences[0]!.acts[0]!.arguments[0]!)?.code ?? "-";
  };
  test.each([
    ["https://www.thehill-paper.com.au/news/1", "AUS"],
    ["https://news.example.co.ke/a", "KEN"],
    ["https://www.koreacourier.com/view?id=1", "KOR"],
    ["https://www.englishdaily.com/", "-"],
    ["https://example.org/a", "-"],
  ])("the address %s", (url, expected) => expect(home(url, "{actor The suspect} agreed")).toBe(expected));
  test("the text before the address", () =>
    expect(home("https://www.koreacourier.com/a", "{actor The suspect} agreed in [LOC Oslo] , [LOC Norway]")).toBe("NOR"));
  test("a province tells it", () => expect(home("https://example.org/a", "{actor Villagers} agreed in [LOC Karnataka]")).toBe("IND"));
});

describe("bodies that many countries have", () => {
  test.each([
    ["[ORG Congress]", "[LOC Chile] votes in [LOC Valparaíso].", "CHL LEG"],
    ["[ORG Congress]", "[LOC India] votes in [LOC Kerala].", "IND OPP"],
    ["[ORG Congress]", "The [LOC US] votes.", "USA LEG"],
    ["[ORG Labour]", "[LOC Britain] votes.", "GBR PTY"],
    ["the Minister of Labour", "[LOC Nigeria] votes in [LOC Lagos].", "NGA GOV"],
    ["the [ORG Nigeria Labour Congress]", "Workers marched.", "NGA LAB"],
  ])("%s: %s", (phrase, rest, expected) => expect(code(phrase, "2025-09-01", rest)).toBe(expected));
  test("the president is the article's own, unless the sentence before spoke of another", () => {
    const own = read(
      "{actor [LOC Brazil]} agreed\n{actor [PER Emmanuel Macron]} agreed\n[LOC Brazil] is wide.\nIn [LOC Brazil] it rained\n{actor The president} agreed",
    );
    expect(own.at(-1)).toBe("president BRA GOV: The president");
    const met = read(
      "[LOC Brazil] and [LOC Brazil] agreed\n{actor [LOC Brazil]} met {recipient [PER Emmanuel Macron]}\n{actor The president} agreed",
    );
    expect(met.at(-1)).toBe("Emmanuel Macron FRA GOV: Emmanuel Macron, The president");
  });
});

describe("titles and names", () => {
  test("a title is newer than the dictionary", () => {
    expect(code("[MISC Algerian] Foreign Minister [PER António Guterres]", "2025-09-01")).toBe("DZA GOV");
    expect(code("Foreign Minister [PER Yoshimasa Hayashi]", null)).toBe("JPN GOV");
    expect(code("former Foreign Minister [PER Yoshimasa Hayashi]", null)).toBe("JPN ELI");
    expect(code("[LOC Ukraine] envoy [PER Keith Kellogg]", "2025-09-01")).toBe("USA GOV");
  });
  test("of-titles before a name, and two offices of one person", () => {
    expect(code("President of the [ORG World Economic Forum] [PER Ola Nordmann]")).toBe("NGO BUS");
    expect(read("{source [MISC Lebanese] Minister of Interior and Municipalities [PER Ola Nordmann]} said «no»")).toEqual([
      "Ola Nordmann LBN GOV: Lebanese Minister of Interior and Municipalities Ola Nordmann",
    ]);
    expect(read("{source Deputy Prime Minister and Defence Minister [PER Ola Nordmann]} said «no» in [LOC Norway]")[0]).toMatch(
      /^Ola Nordmann NOR/,
    );
  });
  test("a hyphenated name that the tagger cut", () => {
    expect(read("{source Park Hee-[PER geun]} said «no» in [LOC Seoul]")[0]).toMatch(/^Park Hee-geun KOR/);
    expect(read("{source Xavier-[PER Luc Duval]} said «no»")[0]).toMatch(/^Xavier-Luc Duval/);
  });
  test("initials and particles belong to a name", () => {
    expect(read("{source Health Minister [PER D] K [PER Rao]} said «no» in [LOC Karnataka]")[0]).toMatch(/^D K Rao IND/);
    expect(read("{source [PER Tarek] Al [PER Nordi]} said «no»\n{actor Nordi} agreed")[0]).toMatch(/^Tarek Al Nordi/);
  });
  test("undated, the title in the text is the office", () => expect(code("former President [PER William Ruto]", null)).toBe("KEN ELI"));
  test("his own spelling of a surname", () =>
    expect(read("{source Prime Minister [PER Mostafa Madbouli]} said «no»\n{actor [PER Madbouli]} agreed")).toEqual([
      "Mostafa Madbouly EGY GOV: Prime Minister Mostafa Madbouli, Madbouli",
    ]));
  test("a shared family name is the full name's before", () =>
    expect(read("{source [PER Park Seo-won]} said «no» in [LOC Seoul]\n{actor [PER Park]} agreed")).toEqual([
      "Park Seo-won KOR -: Park Seo-won, Park",
    ]));
  test("shown without article and relative clause", () =>
    expect(
      read("{source two [MISC European] officials who were briefed} said «no»\n{actor The tall envoy} agreed").map(
        (line) => line.split(" - ")[0],
      ),
    ).toEqual(["two European officials", "tall envoy"]));
});

describe("pronouns and quotations", () => {
  test("he is nobody in his own words", () =>
    expect(read("{actor [PER Volodymyr Zelenskyy]} agreed\n“{actor Ukrainians} agreed,” {source he} said").slice(0, 1)).toEqual([
      "Volodymyr Zelenskyy UKR GOV: Volodymyr Zelenskyy, he",
    ]));
  test("we in a letter are the writer's side", () => expect(read("{actor We} agreed in [LOC Nairobi]")).toEqual(["We KEN -: We"]));
  test("a team are they", () =>
    expect(read("{actor A team} agreed in [LOC Nairobi]\n{actor They} agreed")[0]).toBe("team KEN GOV: A team, They"));
});

test("whose counterpart somebody is, that office he holds", () => {
  const input = tagged(
    "{actor Foreign Minister [PER Ana Lima]} met her [MISC Omani] counterpart , {recipient [PER Juma Diallo]} .".replace(" ,", ","),
  );
  expect(cast(input).actors.map(({ name, office }) => `${name}: ${office}`)).toContain("Juma Diallo: foreign minister");
});
