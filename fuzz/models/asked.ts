// What people and programs hand to a running Readout beside articles: dictionaries, corrections, requests of the API, messages of assistants, frames.
import fc from "fast-check";
import { article, brief, cell, odd } from "./text.ts";

/** An address holds no half of a pair. */
const wellFormed = (text: string): string => Buffer.from(text).toString();
const join = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join("\n"));

const name = fc.oneof(fc.constantFrom("AMINA_DIALLO", "KABUL", "Putin", "Ukraine", "RG", "FISHER!PERSON!", "the"), cell);
const code = fc.constantFrom(
  "AFG",
  "AFGGOV",
  "---",
  "~GOV",
  "UKR",
  "IGOUNO",
  "XXX",
  "",
  "AFGGOVXXX",
  "RUS 20200101-20190101",
  "AFGGOV 011222-140929",
  "AFGELI >140930",
  "MIL <",
  "0",
);
const phoenix = fc.array(
  fc.oneof(
    fc.tuple(name, code).map(([a, b]) => `${a} [${b}]`),
    name.map((a) => `+${a}_`),
    code.map((b) => `    [${b}]`),
    fc.constantFrom(
      "!PERSON! = MAN, MEN",
      "!PERSON! = !PERSON!",
      "# remark",
      "<!-- ",
      " -->",
      "POLICE {} [~COP]",
      "{",
      "ATTORNEY {A} [~GOV]",
    ),
    odd,
  ),
  { maxLength: 12 },
);
const columns = fc.constantFrom(
  "name,code,sector,from,to,aliases,office",
  "name;code",
  "code\tname",
  "NAME,CODE,kind,x",
  "name,name,code",
  '"name","code"',
);
const csv = fc
  .tuple(
    columns,
    fc.array(fc.array(fc.oneof(name, code, fc.constantFrom("GOV LEG", "2024-05-01", "2024", '"', "a|b|c", "person")), { maxLength: 7 }), {
      maxLength: 8,
    }),
  )
  .map(([head, rows]) => [head, ...rows.map((cells) => cells.join(head.includes("\t") ? "\t" : head.includes(";") ? ";" : ","))]);
export const dictionary = fc.oneof(phoenix, csv).map(join);

/** @param texts of articles on the shelf @param ids of their events */
export function corrections(texts: readonly string[], ids: readonly string[]): fc.Arbitrary<Uint8Array> {
  const text = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...texts) }, { weight: 1, arbitrary: brief });
  const offset = fc.oneof({ weight: 8, arbitrary: fc.nat(200) }, fc.integer({ min: -3, max: 1e9 }), fc.constantFrom(null, "7", 1.5));
  const label = fc.constantFrom(
    "AGREE",
    "ASSAULT/aerial",
    "CONSULT/talk/negation",
    "participant",
    "PARTICIPANT",
    "NONE",
    "COERCE/x",
    "",
    null,
  );
  const region = fc.nat(3).map((n) => `r${n}`);
  const role = fc.constantFrom("actor", "recipient", "x");
  const given = fc.option(fc.array(fc.oneof(fc.constantFrom(...ids), cell, fc.nat()), { maxLength: 4 }), { nil: undefined });
  const doccano = fc.record(
    {
      text,
      entities: fc.array(fc.record({ id: fc.nat(3), label, start_offset: offset, end_offset: offset }), { maxLength: 4 }),
      relations: fc.array(fc.record({ from_id: fc.nat(3), to_id: fc.nat(3), type: role }), { maxLength: 4 }),
      label: fc.array(fc.tuple(offset, offset, label), { maxLength: 3 }),
      events: given,
      meta: fc.jsonValue({ maxDepth: 1 }),
    },
    { requiredKeys: ["text"] },
  );
  const result = fc.oneof(
    fc.record({
      id: region,
      from_name: fc.constant("label"),
      type: fc.constantFrom("labels", "hypertextlabels"),
      value: fc.record({ start: offset, end: offset, text: cell, labels: fc.array(label, { maxLength: 2 }) }, { requiredKeys: [] }),
    }),
    fc.record({
      id: region,
      type: fc.constant("choices"),
      value: fc.record({ choices: fc.array(fc.constantFrom("aerial", "negation", "x"), { maxLength: 2 }) }),
    }),
    fc.record({ type: fc.constant("relation"), from_id: region, to_id: region, labels: fc.array(role, { maxLength: 1 }) }),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const studio = fc.record({
    data: fc.record({ text, events: given }),
    annotations: fc.array(
      fc.record(
        {
          result: fc.array(result, { maxLength: 4 }),
          completed_by: fc.oneof(cell, fc.record({ email: cell }), fc.nat()),
          was_cancelled: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 2 },
    ),
  });
  const value = fc.oneof(
    { weight: 4, arbitrary: doccano },
    { weight: 4, arbitrary: studio },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  );
  return fc
    .tuple(fc.array(value, { maxLength: 3 }), fc.boolean())
    .map(([values, list]) => (list ? Buffer.from(JSON.stringify(values)) : join(values.map((each) => JSON.stringify(each)))));
}

export interface Request {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const paths =
  "read|why|read/batch|example|status|session|documents|documents/a1|documents/article-1|sql|corrections|events|statements|positions|commitments|reactions|timeline|gathered|contradictions|actors|sources|outlets|undated|openapi.json|x".split(
    "|",
  );
const filter = fc
  .tuple(
    fc.constantFrom(
      "actor",
      "type",
      "since",
      "until",
      "outlet",
      "issue",
      "reality",
      "said_by",
      "undated",
      "min_confidence",
      "limit",
      "format",
      "q",
      "query",
      "x",
    ),
    fc.oneof(
      cell,
      fc.constantFrom(
        "UKR",
        "ASSAULT",
        "2025-08-15",
        "true",
        "0.5",
        "10",
        "csv",
        "parquet",
        "SELECT * FROM events",
        "SELECT 1; SELECT 2",
        "fact",
      ),
    ),
  )
  .map(([key, value]) => `${key}=${encodeURIComponent(wellFormed(value))}`);
const given = fc.record(
  {
    text: fc.oneof(article, cell),
    html: article,
    pdf: fc.base64String({ maxLength: 40 }),
    url: cell,
    id: cell,
    title: cell,
    published: cell,
    publisher: cell,
    date: fc.oneof(cell, fc.constant("2025-08-15")),
    of: fc.constantFrom("e1", "s1", "a1", "p1", "e999", "x"),
  },
  { requiredKeys: [] },
);
const correction = fc.record(
  {
    event: fc.oneof(fc.constantFrom("e1.1", "e2.3", "article-1#e1", "#", "e1.99"), cell),
    missed: fc.record({ document: fc.oneof(fc.constant("article-2"), cell), words: fc.oneof(fc.constant("harbour"), cell) }),
    type: fc.constantFrom("AGREE", "ASSAULT", "x"),
    modes: fc.array(cell, { maxLength: 2 }),
    auxiliary: fc.array(fc.constantFrom("negation", "future", "x"), { maxLength: 2 }),
    actor: fc.oneof(cell, fc.array(cell, { maxLength: 2 })),
    recipient: fc.array(cell, { maxLength: 2 }),
    not_an_event: fc.boolean(),
    undo: fc.boolean(),
    note: cell,
    by: cell,
  },
  { requiredKeys: [] },
);
const settings = fc.record(
  { published: fc.oneof(cell, fc.constant("2025-01-02")), publisher: cell, title: cell, url: cell, by: cell },
  { requiredKeys: [] },
);
const header = fc.tuple(
  fc.constantFrom("content-type", "origin", "accept", "if-none-match", "range", "x-forwarded-for"),
  fc.constantFrom("application/json", "text/plain", "http://evil.example", "*/*", "bytes=0-1", "", "127.0.0.1"),
);

/** Where the handler of the path is named by the body, and the two seldom fit. */
export const request: fc.Arbitrary<Request> = fc.record({
  method: fc.constantFrom("GET", "GET", "POST", "POST", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
  path: fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.constantFrom(...paths), fc.array(filter, { maxLength: 3 }))
        .map(([path, query]) => `/api/v1/${path}${query.length > 0 ? `?${query.join("&")}` : ""}`),
    },
    { weight: 1, arbitrary: cell.map((text) => `/${encodeURI(wellFormed(text))}`) },
    { weight: 1, arbitrary: cell.map((text) => `/api/v1/documents/${encodeURIComponent(wellFormed(text))}`) },
  ),
  headers: fc.array(header, { maxLength: 2 }).map((all) => Object.fromEntries(all)),
  body: fc.option(
    fc.oneof(
      { weight: 4, arbitrary: given.map((value) => JSON.stringify(value)) },
      { weight: 3, arbitrary: correction.map((value) => JSON.stringify(value)) },
      { weight: 2, arbitrary: settings.map((value) => JSON.stringify(value)) },
      { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
      { weight: 1, arbitrary: odd },
    ),
  ),
});

const tool = fc.constantFrom(
  ..."read|why|search_events|statements|positions|commitments|gathered_events|contradictions|timeline|list_articles|open_article|outcomes|x".split(
    "|",
  ),
);
const call = fc.tuple(
  tool,
  fc.oneof(
    given,
    fc.record(
      { id: fc.oneof(fc.constant("article-1"), cell), q: cell, limit: fc.oneof(fc.integer(), cell), actor: cell, since: cell, type: cell },
      { requiredKeys: [] },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
);
const id = fc.oneof(fc.nat(), cell, fc.constantFrom(null, -1, 1.5, true));
const message = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(id, call)
      .map(([at, [called, args]]) => ({ jsonrpc: "2.0", id: at, method: "tools/call", params: { name: called, arguments: args } })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        id,
        fc.constantFrom(
          "tools/list",
          "resources/list",
          "resources/templates/list",
          "ping",
          "initialize",
          "prompts/list",
          "logging/setLevel",
          "x",
        ),
        fc.jsonValue({ maxDepth: 1 }),
      )
      .map(([at, method, params]) => ({ jsonrpc: "2.0", id: at, method, params })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(id, fc.oneof(cell, fc.constantFrom("readout://articles/article-1", "readout://articles/%", "file:///etc/passwd")))
      .map(([at, uri]) => ({ jsonrpc: "2.0", id: at, method: "resources/read", params: { uri } })),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const hello = [
  {
    jsonrpc: "2.0",
    id: "hello",
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "fuzz", version: "1" } },
  },
  { jsonrpc: "2.0", method: "notifications/initialized" },
];
export const messages = fc
  .array(message, { maxLength: 5 })
  .map((all) => Buffer.concat([join([...hello, ...all].map((each) => JSON.stringify(each))), Buffer.from("\n")]));

const frame = (text: string): Buffer => Buffer.from(`${Buffer.byteLength(text)}\n${text}\n`);
const framed = fc.oneof(
  given.map(({ text, id: named, html }) => JSON.stringify({ text, id: named, html })),
  fc.json({ maxDepth: 2 }),
  fc.tuple(cell, fc.base64String({ maxLength: 60 })).map(([at, warc]) => JSON.stringify({ warc, id: at })),
  odd,
);
export const frames = fc.array(framed, { maxLength: 4 }).map((all) => Buffer.concat(all.map(frame)));
