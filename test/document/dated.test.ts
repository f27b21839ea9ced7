// The day of publication: told by address, dateline, words and file name, with its source; what may be read in two ways is not guessed.
import { describe, expect, it } from "vitest";
import { type Clues, datedBy } from "../../src/document/dated.ts";
import { dateline, dayInAddress, dayInName } from "../../src/document/dates.ts";
import { readDocument } from "../../src/document/document.ts";

const clues = (more: Partial<Clues>): Clues => ({ address: null, text: "Envoys met and left.", ...more });

describe("an address", () => {
  it.each([
    ["https://n.example/2022/07/06/parade/", "2022-07-06"],
    ["https://n.example/news/2022-7-4/x/1012", "2022-07-04"],
    ["https://n.example/blog/2023/october/03/wines/", "2023-10-03"],
    ["https://n.example/article/15/07/2022/summit", "2022-07-15"],
    ["https://n.example/stories/202207260345.html", "2022-07-26"],
    ["https://n.example/view.php?ud=20220717000234&np=9", "2022-07-17"],
    ["https://n.example/2022/07/25/police/20220725163105094.html", "2022-07-25"],
    ["https://n.example/news/1658860938947", "2022-07-26"],
    ["https://n.example/archives/2022/07/13/2003781681", "2022-07-13"],
    // Folders of a month, and of a day.
    ["https://n.example/english/2022-07/26/c_1310647.htm", "2022-07-26"],
    ["https://n.example/a/202207/26/WS62df.html", "2022-07-26"],
    ["https://n.example/gn/2022/07-26/9812345.shtml", "2022-07-26"],
    // Numbers of articles, and what is no day.
    ["https://n.example/a/202213/26/talks", null],
    ["https://n.example/2022-07/26-talks", null],
    ["https://n.example/news/475004/talks", null],
    ["https://n.example/archives/2003101681", null],
    ["https://n.example/a/20229999", null],
    ["https://n.example/2022/02/30/x", null],
    ["https://n.example/2022/07/13/from-2021/07/13/", null],
    ["https://20220101.example/x", null],
  ])("%s tells %s", (address, iso) => expect(dayInAddress(address)?.iso ?? null).toBe(iso));

  it("with two readings is believed only where the text names a day near one of them", () => {
    const address = "https://n.example/07/08/2022/talks";
    expect(datedBy(clues({ address }))).toBeNull();
    const told = (text: string) => datedBy(clues({ address, text }));
    expect(told("They agreed on 5 August 2022 to meet.")).toEqual({ iso: "2022-08-07", from: "address", confidence: 0.85 });
    expect(told("They agreed on July 5, 2022 to meet.")?.iso).toBe("2022-07-08");
    expect(told("They met on July 5, 2022 and August 5, 2022.")).toBeNull();
  });

  it("with month and day in one folder needs the text to agree", () => {
    const address = "https://n.example/n3/2022/0726/c90000.html";
    expect(datedBy(clues({ address }))).toBeNull();
    expect(datedBy(clues({ address, text: "They met on July 25 in Lima." }))).toEqual({
      iso: "2022-07-26",
      from: "address",
      confidence: 0.85,
    });
    expect(datedBy(clues({ address: "https://n.example/2022/1480/talks", text: "They met on Tuesday." }))).toBeNull();
  });

  it("that counts milliseconds behind other digits needs the text to agree", () => {
    const address = "https://n.example/talks-101658860938947.html";
    expect(datedBy(clues({ address }))).toBeNull();
    expect(datedBy(clues({ address, text: "They met on Tuesday." }))?.iso).toBe("2022-07-26");
    expect(datedBy(clues({ address, text: "They met on July 25 in Delhi." }))?.iso).toBe("2022-07-26");
    expect(datedBy(clues({ address, text: "They met on Friday." }))).toBeNull();
  });
});

describe("a line of its own", () => {
  it.each([
    ["Published on 3 August 2022 at 10:30", "2022-08-03"],
    ["2022-08-03T08:10+02:00", "2022-08-03"],
    ["By A. Diallo August 3, 2022Lomé", "2022-08-03"],
    ["2022.08.03 14:30", "2022-08-03"],
    ["Posted: 3-Aug-2022", "2022-08-03"],
    ["23-08-2022 10:00", "2022-08-23"],
    // What may be read in two ways, and later work on the article.
    ["03-08-2022 10:00", null],
    ["03.08-2022", null],
    ["Version 1.2022.3.4", null],
    ["Last updated: August 5, 2022", null],
    ["Updated on Fri 05/08/2022", null],
    ["Medically reviewed by K. Mensah, 5 August 2022", null],
    ["Updated August 5, 2022 | Published August 3, 2022", "2022-08-03"],
    ["August 3, 2022Updated on: October 28, 2024", "2022-08-03"],
    ["Edited by A. Diallo, 3 August 2022", "2022-08-03"],
  ])("%s tells %s", (line, iso) => expect(datedBy(clues({ lines: [line] }))?.iso ?? null).toBe(iso));

  it("that tells of later work is no title either", async () => {
    expect(await readDocument("Updated: August 5, 2022\n\nEnvoys met.", "text", {})).toMatchObject({ title: null, published: null });
  });
});

describe("a dateline", () => {
  it.each([
    ["LOMÉ, Togo, Aug 3, 2022 (Agency) - The army left.", "2022-08-03"],
    ["LOMÉ- 3 August 2022: The army left.", "2022-08-03"],
    ["Lomé, 3 August 2022 – The army left.", "2022-08-03"],
    ["Lomé (Togo), Wednesday, 3 August 2022 - The army left.", "2022-08-03"],
    ["Port Louis, Aug. 3, 2022 (Agency) -- The army left.", "2022-08-03"],
    ["August 3, 2022 (Lomé) – The army left.", "2022-08-03"],
    ["(Lomé, 3 August 2022) The army left.", "2022-08-03"],
    // The day of something else: in a sentence, of an event's length, in a list of days.
    ["In Lomé, 3 August 2022 was a holiday.", null],
    ["Accra, where on 3 August 2022 – a Wednesday – the army left.", null],
    ["Lomé, 3 August 2022 – 5 August 2022: the congress of traders.", null],
    ["Lomé, August 3, 2022 - August 5, 2022, was the length of it.", null],
    ["August 3, 2022 – The army left.", null],
    ["3 August 2022 (a Wednesday) – The army left.", null],
  ])("%s tells %s", (line, iso) => expect(datedBy(clues({ lines: [line] }))?.iso ?? null).toBe(iso));
});

describe("a dateline without a year", () => {
  const lines = ["KUWAIT CITY, July 25: The army was tested."];
  it("takes it from the address or from a date near it, and from nothing else", () => {
    expect(dateline(lines[0]!)).toEqual({ day: "07-25" });
    expect(datedBy(clues({ lines }))).toBeNull();
    expect(datedBy(clues({ lines, text: "The tests began on 20 July 2022." }))?.iso).toBe("2022-07-25");
    expect(datedBy(clues({ lines, text: "The army was founded on 20 July 1948, and again on 24 July 1961." }))).toBeNull();
    expect(datedBy(clues({ lines, address: "https://n.example/2022/07/army/" }))).toEqual({
      iso: "2022-07-25",
      from: "dateline",
      confidence: 0.97,
    });
  });
});

describe("the words of a text", () => {
  const told = (text: string) => datedBy(clues({ text }));
  it("tell the day that they call today, and no other", () => {
    expect(told("Police today (July 26, 2022) found him.")).toEqual({ iso: "2022-07-26", from: "text", confidence: 0.97 });
    expect(told("Police found him yesterday, 25 July 2022, at noon.")?.iso).toBe("2022-07-26");
    expect(told("On Tuesday (today), July 26, 2022, police found him.")?.iso).toBe("2022-07-26");
    expect(told("Police found him this morning (26 July 2022) in Lima.")?.iso).toBe("2022-07-26");
    expect(told("Police found him today 26/07/2022, at noon.")?.iso).toBe("2022-07-26");
    expect(told("Police found him last night, 25 July 2022.")?.iso).toBe("2022-07-26");
    expect(told("Police found him yesterday evening (25.07.2022).")?.iso).toBe("2022-07-26");
    expect(told("Police found him today 05/07/2022, at noon.")).toBeNull();
    expect(told("The border of today was drawn. July 26, 1847 was the day.")).toBeNull();
    expect(told("Police found him that morning (26 July 2022).")).toBeNull();
    expect(told("He met the king on July 26, 2022.")).toBeNull();
    expect(told("“It begins today, July 4, 2021,” he said.")).toBeNull();
    expect(told("Today, July 4, 2021, it began. Today (July 6, 2021) it ended.")).toBeNull();
  });
});

describe("several sources", () => {
  it("are believed in order, and with less confidence where they differ", () => {
    const address = "https://n.example/2022/07/26/x";
    expect(datedBy(clues({ address, stated: { metadata: "2022-07-26T23:00:00Z" } }))).toMatchObject({ from: "metadata", confidence: 0.92 });
    expect(datedBy(clues({ address, stated: { metadata: "2024-01-01" } }))).toMatchObject({ iso: "2024-01-01", confidence: 0.6 });
    expect(datedBy(clues({ stated: { metadata: "2024-01-01", page: "2022-07-26" } }))).toEqual({
      iso: "2024-01-01",
      from: "metadata",
      confidence: 0.6,
    });
    expect(datedBy(clues({ address, stated: { given: "2024-01-01" } }))).toEqual({ iso: "2024-01-01", from: "given", confidence: 1 });
    expect(datedBy(clues({ stated: { feed: "2022-07-26" }, file: "2022-07-20.txt" }))?.from).toBe("feed");
  });
});

describe("a moment in UTC", () => {
  const told = (metadata: string, page: string) => datedBy(clues({ stated: { metadata, page } }))?.iso;
  it("is of the day that the page shows its readers, where some zone has that day then", () => {
    expect(told("2022-07-27T03:05:00Z", "2022-07-26")).toBe("2022-07-26");
    expect(told("2022-07-26T22:00:00+00:00", "2022-07-27")).toBe("2022-07-27");
    expect(told("2022-07-27T13:00:00Z", "2022-07-26")).toBe("2022-07-27T13:00:00Z");
    expect(told("2022-07-26T08:00:00Z", "2022-07-27")).toBe("2022-07-26T08:00:00Z");
    // Told in the zone of its readers already.
    expect(told("2022-07-27T03:05:00+02:00", "2022-07-26")).toBe("2022-07-27T03:05:00+02:00");
  });
});

describe("the name of a file", () => {
  it.each([
    ["2022-07-26 talks.txt", "2022-07-26"],
    ["agency_20220726.html", "2022-07-26"],
    ["talks_26-July-2022.html", "2022-07-26"],
    ["Talks, Jul 26, 2022.pdf", "2022-07-26"],
    ["agency_26_07_2022.txt", "2022-07-26"],
    ["26.7.2022 talks.txt", "2022-07-26"],
    ["talks 26 July 2022 to 3 August 2022.txt", null],
    ["07-08-2022.txt", null],
    ["talks-12-2022-07.txt", null],
    ["talks-1234567.txt", null],
  ])("%s tells %s", (name, iso) => expect(dayInName(name)).toBe(iso));

  it("dates what nothing else does", async () => {
    const read = (text: string) => readDocument(text, "text", { file: "2022-07-26.txt" });
    expect(await read("Envoys met.")).toMatchObject({ published: "2022-07-26", dated: { from: "file", confidence: 0.8 } });
    expect((await read("Talks end\n\n27 July 2022\n\nEnvoys met.")).dated?.from).toBe("dateline");
    expect(await readDocument("Envoys met.", "text", {})).toMatchObject({ published: null, dated: null });
  });
});
