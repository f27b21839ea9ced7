// A record → W3C Web Annotations, one a line (JSON-LD): events, participants, places, dates and statements by quote and position, and who plays which part as linking.
import type { ReadoutRecord } from "../record/types.ts";
import { type Span, slice } from "../span.ts";
import { pointsOf } from "./marks.ts";
import { ROLES } from "./types.ts";

/** Characters of the text before and after that a quote is found by. */
const around = 32;

/**
 * @param idOf an event's id on the shelf
 * @param correctedBy ids of events that a person has corrected → who
 */
export function writeWebAnnotations(
  record: ReadoutRecord,
  idOf: (event: string) => string,
  correctedBy: ReadonlyMap<string, string>,
): string {
  const { document, engine, events, statements, actors } = record;
  const { text, sha256 } = document;
  const points = pointsOf(text);
  // A text without an address is named by what it is (RFC 6920).
  const source = document.url ?? `ni:///sha-256;${Buffer.from(sha256, "hex").toString("base64url")}`;
  const article = /^e\d+/.exec(idOf(events[0]?.id ?? ""))?.[0] ?? sha256.slice(0, 12);
  const program = { type: "Software", name: `readout ${engine.version} (${engine.model})` };
  const lines: string[] = [];

  const selector = (at: Span) => [
    {
      ...{ type: "TextQuoteSelector", exact: slice(text, at) },
      prefix: text.slice(Math.max(0, at.start - around), at.start),
      suffix: text.slice(at.end, at.end + around),
    },
    // The recommendation counts code points.
    { type: "TextPositionSelector", start: points.of(at.start), end: points.of(at.end) },
  ];
  const target = (at: Span) => ({ source, selector: selector(at) });
  const body = (purpose: string, value: string) => ({ type: "TextualBody", purpose, value });
  const put = (id: string, motivation: string, rest: Readonly<Record<string, unknown>>, creator: unknown = program): string => {
    const iri = `urn:readout:${id}`;
    lines.push(
      JSON.stringify({ "@context": "http://www.w3.org/ns/anno.jsonld", id: iri, type: "Annotation", motivation, creator, ...rest }),
    );
    return iri;
  };
  const nameOf = (id: string | null): string => actors.find((actor) => actor.id === id)?.name ?? "";
  /** @param from the annotation that the part is of */
  const link = (id: string, part: string, to: string, from: string): void => {
    put(id, "linking", { body: [{ id: to, purpose: "linking" }, body("tagging", part)], target: from });
  };

  for (const event of events) {
    const id = idOf(event.id);
    const by = correctedBy.get(event.id);
    const tags = [
      ...event.modes.map((mode) => `mode: ${mode}`),
      ...event.auxiliary.map((each) => `auxiliary: ${each}`),
      ...event.contexts.map((each) => `context: ${each}`),
    ];
    const iri = put(
      id,
      "classifying",
      { body: [body("classifying", event.type), ...tags.map((tag) => body("tagging", tag))], target: target(event.trigger) },
      by === undefined ? program : { type: "Person", name: by },
    );
    for (const role of ROLES)
      event[role].forEach((participant, n) => {
        const { code } = actors.find((actor) => actor.id === participant.actor) ?? {};
        const who = [body("identifying", nameOf(participant.actor)), ...(code ? [body("tagging", `code: ${code}`)] : [])];
        link(`${id}:${role}:${n}:link`, role, put(`${id}:${role}:${n}`, "identifying", { body: who, target: target(participant) }), iri);
      });
    if (event.place)
      link(
        `${id}:place:link`,
        "place",
        put(`${id}:place`, "identifying", { body: [body("identifying", event.place.name)], target: target(event.place) }),
        iri,
      );
    if (event.date)
      link(
        `${id}:date:link`,
        "date",
        put(`${id}:date`, "identifying", { body: [body("identifying", event.date.iso)], target: target(event.date) }),
        iri,
      );
    if (event.said_by)
      link(
        `${id}:said_by:link`,
        "said by",
        put(`${id}:said_by`, "identifying", { body: [body("identifying", nameOf(event.said_by.actor))], target: target(event.said_by) }),
        iri,
      );
  }
  for (const statement of statements) {
    const id = `${article}:${statement.id}`;
    const content = statement.content.length > 0 ? statement.content : [record.sentences[statement.sentence]!];
    const iri = put(id, "classifying", {
      body: [body("classifying", "statement"), body("tagging", statement.direct ? "direct" : "indirect")],
      target: content.map(target),
    });
    if (statement.source)
      link(
        `${id}:source:link`,
        "source",
        put(`${id}:source`, "identifying", {
          body: [body("identifying", nameOf(statement.source.actor))],
          target: target(statement.source),
        }),
        iri,
      );
    if (statement.cue) link(`${id}:cue:link`, "cue", put(`${id}:cue`, "highlighting", { target: target(statement.cue) }), iri);
  }
  return lines.map((line) => `${line}\n`).join("");
}
