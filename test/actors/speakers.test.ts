// Who "he", "it", "the agency" and "they" are where they speak or act over sentences, in the notation of notation.ts.
import { describe, expect, test } from "vitest";
import { castOf } from "../../src/actors/cast.ts";
import { loadDictionary } from "../../src/actors/load.ts";
import { slice } from "../../src/span.ts";
import type { Tagged } from "../../src/tag/types.ts";
import { tagged } from "./notation.ts";

const cast = castOf(loadDictionary());

/** Names of those who say each sentence that has a source. */
function speakers(notation: string): (string | undefined)[] {
  const input = tagged(notation);
  const who = cast(input);
  return input.sentences.flatMap(({ attributions }) => attributions.map(({ source }) => source && who.actorAt(source)?.name)) as string[];
}

describe("he who spoke last goes on speaking", () => {
  test("over a long quotation that names others", () =>
    expect(
      speakers(
        "{source Mr [PER Ola Lima]} said «that the vote was lost»\n“ We are tired .\n[PER Juma Diallo] never answers .\n[PER Juma Diallo] never pays .\nThat is why we left .\nNobody cares , ” {source he} said",
      ),
    ).toEqual(["Ola Lima", "Ola Lima"]));
  test("though another is spoken of in what he says", () =>
    expect(speakers("{source [PER Ola Lima]} said «[PER Juma Diallo] was late»\n{source He} added «that it rained»")).toEqual([
      "Ola Lima",
      "Ola Lima",
    ]));
  test("not where somebody else became the subject since", () =>
    expect(
      speakers("{source [PER Ola Lima]} said «that it rained»\n{actor [PER Juma Diallo]} objected\n{source He} added «that it was late»"),
    ).toEqual(["Ola Lima", "Juma Diallo"]));
  test("not where another is named in his own sentence", () =>
    expect(
      speakers("{source [PER Ola Lima]} said «that it rained»\nWhen {actor [PER Juma Diallo]} objected , {source he} said «yes»"),
    ).toEqual(["Ola Lima", "Juma Diallo"]));
  test("and not whom the quotation itself tells of", () =>
    expect(
      speakers(
        "“ {source We} saw «that it was late» .\n{source [PER Juma Diallo]} knew «that it snowed» .\n«It rained» , ” {source [PER Ola Lima]} said",
      ),
    ).toEqual(["Ola Lima", "Juma Diallo", "Ola Lima"]));
  test("and not the agency that passes it on", () => {
    const input = tagged(
      "{source [PER Juma Diallo]} said «that it snowed»\n{source [PER Ola Lima]} said «that it rained» , [ORG Reuters] reported\n{source He} added «that it was late»",
    );
    const [first, second, third] = input.sentences;
    const { start, end } = second!.attributions[0]!.source!;
    const agency = { source: second!.entities[1]!, cue: { start, end }, content: [{ start, end: second!.end - 9 }], confidence: 1 };
    const passed = { ...second!, attributions: [...second!.attributions, agency] };
    expect(cast({ ...input, sentences: [first!, passed, third!] }).actorAt(third!.attributions[0]!.source!)?.name).toBe("Ola Lima");
  });
  test("nor a woman as he", () =>
    expect(
      speakers(
        "{source Mr [PER Ola Lima]} said «that it rained»\n{source Ms [PER Ana Diallo]} said «that it snowed»\n{source He} added «that it was late»",
      ),
    ).toEqual(["Ola Lima", "Ana Diallo", "Ola Lima"]));
});

describe("a body that goes on speaking", () => {
  test("as it, also where only its noun is told", () =>
    expect(speakers("{source The precinct} said «that [PER Juma Diallo] was suspended»\n«He was warned» , {source it} said")).toEqual([
      "precinct",
      "precinct",
    ]));
  test("a man is never it", () =>
    expect(speakers("{source [PER Ola Lima]} said «that it rained»\n{source It} said «no»")[1]).toBeUndefined());
  test("as the agency or the group", () =>
    expect(speakers("{source [ORG Riverwatch]} said «that it rained»\n{source The group} added «that it was late»")).toEqual([
      "Riverwatch",
      "Riverwatch",
    ]));
  test("a ministry is no agency", () =>
    expect(
      speakers("{source The [ORG Ministry of Roads]} said «that it rained»\n{source The agency} added «that it was late»")[1],
    ).not.toMatch(/Roads/));
});

test("the day on which somebody speaks is no part of him", () =>
  expect(speakers("{source A police official on Tuesday} said «yes»")).toEqual(["police official"]));

describe("two named as one subject", () => {
  /** The first sentence's names, the second one hanging on the first as `relation`. */
  const coordinated = (notation: string, relation: string): Tagged => {
    const input = tagged(notation);
    const { text } = input.segmented.document;
    const [first, ...rest] = input.sentences;
    const at = (word: string): number => first!.tokens.findIndex((token) => slice(text, token) === word);
    const tokens = first!.tokens.map((token, index) =>
      index === at("Lima")
        ? { ...token, deprel: "nsubj", head: at("met") }
        : index === at("Diallo")
          ? { ...token, deprel: relation, head: at(relation === "conj" ? "Lima" : "met") }
          : token,
    );
    return { ...input, sentences: [{ ...first!, tokens }, ...rest] };
  };
  const they = (input: Tagged): string[] =>
    cast(input)
      .actorsAt(input.sentences.at(-1)!.acts[0]!.arguments[0]!)
      .map(({ name }) => name);
  test("are they", () =>
    expect(they(coordinated("[PER Ola Lima] and [PER Juma Diallo] met .\n{actor They} agreed", "conj"))).toEqual([
      "Ola Lima",
      "Juma Diallo",
    ]));
  test("who are no actor of their own where nobody speaks of them as one", () =>
    expect(
      cast(coordinated("[PER Ola Lima] and [PER Juma Diallo] met .\n{actor The workers} agreed", "conj")).actors.map(({ name }) => name),
    ).not.toContain("Ola Lima and Juma Diallo"));
  test("one who meets the other is no pair", () =>
    expect(they(coordinated("[PER Ola Lima] met [PER Juma Diallo] .\n{actor They} agreed", "obj"))).toEqual([]));
});

describe("whoever only stands near is not meant", () => {
  test("the official who goes on is the office holder who spoke", () =>
    expect(
      speakers("{source Finance Minister [PER Ola Lima]} said «that it rained»\n{source The official} added «that it was late»"),
    ).toEqual(["Ola Lima", "Ola Lima"]));
  test("an official is none of those before", () => {
    const input = tagged(
      "{source An [MISC Omani] army officer} said «that it rained»\n{source An [MISC Omani] officer} warned «of floods»",
    );
    const who = cast(input);
    const [one, other] = input.sentences.map(({ attributions }) => who.actorAt(attributions[0]!.source!)?.id);
    expect(other).not.toBe(one);
  });
  test("police at a rally are no police of a town", () => {
    const [one, other] = speakers(
      "{source [ORG Lima Harbour Police]} said «that it rained»\n{source Police at the rally} said «that it was late»",
    );
    expect(other).not.toBe(one);
  });
  test("many chiefs are not the fifty before", () => {
    const [one, other] = speakers("{source Fifty farmers} said «that it rained»\n{source Many farmers} said «that it was late»");
    expect(other).not.toBe(one);
  });
  test("young farmers are not angry ones, the farmers are", () =>
    expect(
      speakers(
        "{source Angry farmers} said «that it rained»\n{source Young farmers} said «that it snowed»\n{source The farmers} said «that it was late»",
      ),
    ).toEqual(["Angry farmers", "Young farmers", "Young farmers"]));
});
