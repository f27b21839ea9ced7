-- schema.sql: an empty file → a shelf. Tables and wide views in schema shelf_tables; the documented views, current versions only, beside it
-- (those that are a question without filters are made of its own file).
-- Wide views carry what filters look at (key, number, who, types, outlet_key, about); the documented ones leave it out.

CREATE SCHEMA shelf_tables;

CREATE TABLE shelf_tables.about (format INTEGER NOT NULL);
INSERT INTO shelf_tables.about VALUES (4);

-- One row a version of an article.
CREATE TABLE shelf_tables.document (
  key INTEGER NOT NULL, article INTEGER NOT NULL, version INTEGER NOT NULL, current BOOLEAN NOT NULL,
  id VARCHAR NOT NULL, url VARCHAR, title VARCHAR, byline VARCHAR, publisher VARCHAR, outlet VARCHAR, outlet_key VARCHAR NOT NULL,
  published VARCHAR, published_from VARCHAR, published_confidence DOUBLE, day DATE, language VARCHAR NOT NULL, kind VARCHAR NOT NULL, sha256 VARCHAR NOT NULL,
  program VARCHAR NOT NULL, model VARCHAR NOT NULL, sentences INTEGER NOT NULL, characters INTEGER NOT NULL,
  highest_ref INTEGER NOT NULL,
  -- MinHash of its text, and the first version of all those whose text is nearly the same (src/gather/).
  family INTEGER NOT NULL, shingles INTEGER NOT NULL, minima INTEGER[] NOT NULL
);
-- Articles that were taken off the shelf: their numbers are never given again.
CREATE TABLE shelf_tables.removed (
  article INTEGER NOT NULL, key INTEGER NOT NULL, id VARCHAR NOT NULL, url VARCHAR, title VARCHAR, removed_by VARCHAR NOT NULL, removed_at VARCHAR NOT NULL
);
-- What a person says of an article itself (published, publisher, title, url); until is null while it holds. The record has it worked in.
CREATE TABLE shelf_tables.setting (
  article INTEGER NOT NULL, field VARCHAR NOT NULL, value VARCHAR NOT NULL, was VARCHAR, set_by VARCHAR NOT NULL, set_at VARCHAR NOT NULL,
  until VARCHAR, ended_by VARCHAR
);
-- As the machine coded it; corrected is null where nobody has corrected it.
CREATE TABLE shelf_tables.record (document INTEGER NOT NULL, json VARCHAR NOT NULL, corrected VARCHAR);
CREATE TABLE shelf_tables.sentence (
  document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  voice VARCHAR NOT NULL, confidence DOUBLE NOT NULL, words VARCHAR NOT NULL
);
CREATE TABLE shelf_tables.actor (
  document INTEGER NOT NULL, number INTEGER NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL, code VARCHAR, sector VARCHAR,
  other_sectors VARCHAR[], kind VARCHAR NOT NULL, office VARCHAR, mentions INTEGER NOT NULL, sentences INTEGER[], types VARCHAR[],
  who VARCHAR NOT NULL, confidence DOUBLE, sentence INTEGER, start INTEGER, "end" INTEGER
);
CREATE TABLE shelf_tables.event (
  document INTEGER NOT NULL, number INTEGER NOT NULL, id VARCHAR NOT NULL, type VARCHAR NOT NULL, modes VARCHAR[], contexts VARCHAR[],
  auxiliary VARCHAR[], quad TINYINT NOT NULL, score DOUBLE NOT NULL,
  source VARCHAR[], source_code VARCHAR[], source_sector VARCHAR[], target VARCHAR[], target_code VARCHAR[], target_sector VARCHAR[],
  said_by VARCHAR, said_by_code VARCHAR, said_key VARCHAR NOT NULL DEFAULT '', reality VARCHAR NOT NULL DEFAULT 'fact', who VARCHAR NOT NULL,
  -- day is null for a month or a year, which lasts from from_day to to_day.
  day DATE, from_day DATE, to_day DATE, date VARCHAR, date_from VARCHAR,
  place VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, province VARCHAR, geonames INTEGER, feature VARCHAR,
  sentence INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE NOT NULL, same_as VARCHAR[], retold BOOLEAN NOT NULL,
  ref INTEGER NOT NULL, corrected_by VARCHAR, corrected_at VARCHAR, machine_type VARCHAR, machine_modes VARCHAR[], machine_auxiliary VARCHAR[],
  machine_source VARCHAR[], machine_target VARCHAR[], machine_confidence DOUBLE,
  -- The event that it is one with over all articles, and the word that tells it (src/gather/).
  gathered BIGINT NOT NULL, trigger VARCHAR NOT NULL
);
-- One row a participant of an event, in the order of the text's record: n counts from 0 in each role. cow and gw are of the event's year.
CREATE TABLE shelf_tables.event_actor (
  document INTEGER NOT NULL, event INTEGER NOT NULL, role VARCHAR NOT NULL, n INTEGER NOT NULL, actor VARCHAR NOT NULL, name VARCHAR NOT NULL,
  code VARCHAR, cow INTEGER, gw INTEGER, sector VARCHAR, other_sectors VARCHAR[], kind VARCHAR NOT NULL, office VARCHAR, mention VARCHAR NOT NULL,
  sentence INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
-- The numbers that political science counts states by, as data/places/states.tsv has them; written when the shelf is made.
CREATE TABLE shelf_tables.state (
  code VARCHAR NOT NULL, list VARCHAR NOT NULL, number INTEGER NOT NULL, abbreviation VARCHAR NOT NULL, since INTEGER, until INTEGER
);
-- What a person says of an event, by its number in the article; until is null while it holds. The rows of the other tables have it worked in.
CREATE TABLE shelf_tables.correction (
  number INTEGER NOT NULL, article INTEGER NOT NULL, ref INTEGER NOT NULL, corrected_by VARCHAR NOT NULL, corrected_at VARCHAR NOT NULL, note VARCHAR,
  until VARCHAR, ended_by VARCHAR, missed BOOLEAN NOT NULL, is_event BOOLEAN NOT NULL, type VARCHAR, modes VARCHAR[], auxiliary VARCHAR[],
  source VARCHAR[], target VARCHAR[], words VARCHAR NOT NULL, trigger VARCHAR NOT NULL, nth INTEGER NOT NULL, found BOOLEAN NOT NULL,
  who VARCHAR NOT NULL, machine_type VARCHAR, machine_modes VARCHAR[], machine_auxiliary VARCHAR[], machine_source VARCHAR[], machine_target VARCHAR[],
  machine_confidence DOUBLE
);
-- What a person says of any line beyond that: who says so, when, where, in what voice, and what positions, promises and reactions are; and notes on words.
-- until is null while it holds; "" and [] say that there is none, null that the machine's word stands.
CREATE TABLE shelf_tables.remark (
  number INTEGER NOT NULL, article INTEGER NOT NULL, about VARCHAR NOT NULL, ref INTEGER, corrected_by VARCHAR NOT NULL, corrected_at VARCHAR NOT NULL,
  note VARCHAR, until VARCHAR, ended_by VARCHAR, is_so BOOLEAN NOT NULL,
  said_by VARCHAR, date VARCHAR, place VARCHAR, contexts VARCHAR[], actor VARCHAR[], recipient VARCHAR[], stance VARCHAR, issue VARCHAR, standing VARCHAR, voice VARCHAR,
  words VARCHAR NOT NULL, trigger VARCHAR NOT NULL, nth INTEGER NOT NULL, found BOOLEAN NOT NULL, who VARCHAR NOT NULL,
  machine_said_by VARCHAR, machine_date VARCHAR, machine_place VARCHAR, machine_contexts VARCHAR[], machine_actor VARCHAR[], machine_recipient VARCHAR[],
  machine_stance VARCHAR, machine_issue VARCHAR, machine_standing VARCHAR, machine_voice VARCHAR
);
CREATE TABLE shelf_tables.statement (
  document INTEGER NOT NULL, number INTEGER NOT NULL, id VARCHAR NOT NULL, speaker VARCHAR, speaker_code VARCHAR, who VARCHAR NOT NULL,
  types VARCHAR[], cue VARCHAR, direct BOOLEAN NOT NULL, content VARCHAR NOT NULL,
  sentence INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE NOT NULL
);
CREATE TABLE shelf_tables.position (
  document INTEGER NOT NULL, number INTEGER NOT NULL, actor VARCHAR, actor_code VARCHAR, who VARCHAR NOT NULL, types VARCHAR[],
  issue VARCHAR NOT NULL, stance VARCHAR NOT NULL, said_by VARCHAR, said_key VARCHAR NOT NULL DEFAULT '', evidence VARCHAR[], earlier INTEGER,
  sentence INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE
);
CREATE TABLE shelf_tables.commitment (
  document INTEGER NOT NULL, number INTEGER NOT NULL, by_whom VARCHAR[], by_code VARCHAR[], to_whom VARCHAR[], to_code VARCHAR[],
  who VARCHAR NOT NULL, types VARCHAR[], what VARCHAR NOT NULL, standing VARCHAR NOT NULL, said_by VARCHAR, said_key VARCHAR NOT NULL DEFAULT '', doubts INTEGER NOT NULL,
  precedents INTEGER NOT NULL, evidence VARCHAR[], sentence INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE
);
CREATE TABLE shelf_tables.reaction (
  document INTEGER NOT NULL, number INTEGER NOT NULL, actor VARCHAR, actor_code VARCHAR, who VARCHAR NOT NULL, types VARCHAR[],
  event VARCHAR NOT NULL, stance VARCHAR NOT NULL, evidence VARCHAR[], sentence INTEGER, start INTEGER, "end" INTEGER, confidence DOUBLE
);
CREATE TABLE shelf_tables.outcome (
  document INTEGER NOT NULL, number INTEGER NOT NULL, event VARCHAR, who VARCHAR NOT NULL, types VARCHAR[], result VARCHAR NOT NULL, what VARCHAR NOT NULL,
  said_by VARCHAR, said_key VARCHAR NOT NULL, evidence VARCHAR[], sentence INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE
);
CREATE TABLE shelf_tables.promotion (
  document INTEGER NOT NULL, number INTEGER NOT NULL, kind VARCHAR NOT NULL, signals VARCHAR[],
  sentence INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);

CREATE VIEW shelf_tables.events AS
SELECT d.key, e.number, format('e{}.{}', d.article, e.ref) AS id, d.id AS document, d.version, d.url, d.outlet, d.published, e.id AS event, e.day, e.from_day, e.to_day, e.date, e.date_from,
  e.type, e.modes, e.contexts, e.auxiliary, e.quad, e.score, e.source, e.source_code, e.source_sector, e.target, e.target_code, e.target_sector,
  e.said_by, e.said_by_code, e.reality, e.place, e.country, e.lat, e.lon, e.province, e.geonames, e.feature, e.same_as, e.retold, e.confidence, e.sentence, e.start, e."end", s.words,
  e.corrected_by, e.corrected_at, e.machine_type, e.machine_modes, e.machine_auxiliary, e.machine_source, e.machine_target, e.machine_confidence,
  e.said_key, e.who, [e.type] AS types, d.outlet_key, concat_ws(' ', array_to_string(e.contexts, ' '), s.words) AS about
FROM shelf_tables.event e JOIN shelf_tables.document d ON d.key = e.document AND d.current
JOIN shelf_tables.sentence s ON s.document = e.document AND s.number = e.sentence;

-- Filters look at the whole event, so that all its participants pass, or none.
CREATE VIEW shelf_tables.event_actors AS
SELECT e.key, e.number, e.id, e.document, d.article, e.version, e.url, e.outlet, e.published, e.event, e.day, e.from_day, e.to_day, e.type, e.reality, p.role, p.n, p.actor, p.name, p.code,
  p.cow, p.gw, p.sector, p.other_sectors, p.kind, p.office, p.mention, e.confidence, p.sentence, p.start, p."end", s.words,
  e.said_key, e.who, e.types, e.outlet_key, e.about
FROM shelf_tables.event_actor p JOIN shelf_tables.events e ON e.key = p.document AND e.number = p.event
JOIN shelf_tables.document d ON d.key = e.key
LEFT JOIN shelf_tables.sentence s ON s.document = p.document AND s.number = p.sentence;

CREATE VIEW shelf_tables.statements AS
SELECT d.key, t.number, d.id AS document, d.version, d.url, d.outlet, d.published, t.id AS statement, d.day, d.day AS from_day, d.day AS to_day, 'said' AS reality, t.who AS said_key,
  t.speaker, t.speaker_code, t.cue, t.direct, t.content, t.confidence, t.sentence, t.start, t."end", s.words,
  t.who, t.types, d.outlet_key, s.words || ' ' || t.content AS about
FROM shelf_tables.statement t JOIN shelf_tables.document d ON d.key = t.document AND d.current
JOIN shelf_tables.sentence s ON s.document = t.document AND s.number = t.sentence;

CREATE VIEW shelf_tables.positions AS
SELECT d.key, p.number, d.id AS document, d.version, d.url, d.outlet, d.published, p.number AS position, d.day, d.day AS from_day, d.day AS to_day, p.said_key,
  p.actor, p.actor_code, p.stance, p.issue, p.said_by, CASE WHEN p.said_by IS NULL THEN 'fact' ELSE 'said' END AS reality, p.evidence, p.earlier, earlier.stance AS earlier_stance, earlier.issue AS earlier_issue,
  p.confidence, p.sentence, p.start, p."end", s.words, p.who, p.types, d.outlet_key, concat_ws(' ', p.issue, s.words) AS about
FROM shelf_tables.position p JOIN shelf_tables.document d ON d.key = p.document AND d.current
LEFT JOIN shelf_tables.sentence s ON s.document = p.document AND s.number = p.sentence
LEFT JOIN shelf_tables.position earlier ON earlier.document = p.document AND earlier.number = p.earlier;

CREATE VIEW shelf_tables.commitments AS
SELECT d.key, c.number, d.id AS document, d.version, d.url, d.outlet, d.published, c.number AS commitment, d.day, d.day AS from_day, d.day AS to_day, c.said_key,
  c.by_whom, c.by_code, c.to_whom, c.to_code, c.what, c.standing, c.said_by, CASE WHEN c.said_by IS NULL THEN 'fact' ELSE 'said' END AS reality, c.doubts, c.precedents, c.evidence,
  c.confidence, c.sentence, c.start, c."end", s.words, c.who, c.types, d.outlet_key, concat_ws(' ', c.what, s.words) AS about
FROM shelf_tables.commitment c JOIN shelf_tables.document d ON d.key = c.document AND d.current
LEFT JOIN shelf_tables.sentence s ON s.document = c.document AND s.number = c.sentence;

CREATE VIEW shelf_tables.reactions AS
SELECT d.key, r.number, d.id AS document, d.version, d.url, d.outlet, d.published, r.number AS reaction, d.day, d.day AS from_day, d.day AS to_day, 'fact' AS reality, '' AS said_key,
  r.actor, r.actor_code, r.stance, r.event, e.type AS event_type, r.evidence,
  r.confidence, r.sentence, r.start, r."end", s.words, r.who, r.types, d.outlet_key, concat_ws(' ', s.words, told.words) AS about
FROM shelf_tables.reaction r JOIN shelf_tables.document d ON d.key = r.document AND d.current
LEFT JOIN shelf_tables.event e ON e.document = r.document AND e.id = r.event
LEFT JOIN shelf_tables.sentence s ON s.document = r.document AND s.number = r.sentence
LEFT JOIN shelf_tables.sentence told ON told.document = r.document AND told.number = e.sentence;

CREATE VIEW shelf_tables.outcomes AS
SELECT d.key, o.number, d.id AS document, d.version, d.url, d.outlet, d.published, o.number AS outcome, d.day, d.day AS from_day, d.day AS to_day, o.said_key,
  o.event, o.result, o.what, o.said_by, CASE WHEN o.said_by IS NULL THEN 'fact' ELSE 'said' END AS reality, o.evidence,
  o.confidence, o.sentence, o.start, o."end", s.words, o.who, o.types, d.outlet_key, concat_ws(' ', o.what, s.words) AS about
FROM shelf_tables.outcome o JOIN shelf_tables.document d ON d.key = o.document AND d.current
LEFT JOIN shelf_tables.sentence s ON s.document = o.document AND s.number = o.sentence;

CREATE VIEW shelf_tables.actors AS
SELECT d.key, a.number, d.id AS document, d.version, d.url, d.outlet, d.published, a.id AS actor, d.day, d.day AS from_day, d.day AS to_day, 'fact' AS reality, '' AS said_key,
  a.name, a.code, a.sector, a.other_sectors, a.kind, a.office, a.mentions,
  a.confidence, a.sentence, a.start, a."end", s.words, a.who, a.types, d.outlet_key,
  (SELECT string_agg(each.words, ' ') FROM shelf_tables.sentence each WHERE each.document = a.document AND list_contains(a.sentences, each.number)) AS about
FROM shelf_tables.actor a JOIN shelf_tables.document d ON d.key = a.document AND d.current
LEFT JOIN shelf_tables.sentence s ON s.document = a.document AND s.number = a.sentence;

CREATE VIEW shelf_tables.corrections AS
SELECT d.key, c.number, format('e{}.{}', c.article, c.ref) AS id, 'event' AS line, d.id AS document, d.version, d.url, d.outlet, d.published, d.day, d.day AS from_day, d.day AS to_day, 'fact' AS reality, '' AS said_key,
  CASE WHEN c.until IS NOT NULL THEN 'ended' WHEN c.found THEN 'applied' WHEN c.is_event THEN 'lost' ELSE 'settled' END AS standing,
  c.corrected_by, c.corrected_at, c.note, c.until, c.ended_by, c.missed, c.is_event, c.type, c.modes, c.auxiliary, c.source, c.target,
  c.machine_type, c.machine_modes, c.machine_auxiliary, c.machine_source, c.machine_target, c.machine_confidence, c.trigger, c.words,
  c.who, list_filter([c.type, c.machine_type], each -> each IS NOT NULL) AS types, d.outlet_key, c.words AS about, coalesce(c.machine_confidence, 1) AS confidence
FROM shelf_tables.correction c JOIN shelf_tables.document d ON d.article = c.article AND d.current;

-- Corrections of everything: what a remark says of an event's participants stands in the columns of events.
CREATE VIEW shelf_tables.said AS
SELECT key, number, id, line, document, version, url, outlet, published, day, from_day, to_day, reality, said_key, standing, corrected_by, corrected_at, note, until, ended_by,
  missed, is_event, type, modes, auxiliary, source, target,
  machine_type, machine_modes, machine_auxiliary, machine_source, machine_target, machine_confidence, trigger, words, who, types, outlet_key, about, confidence
FROM shelf_tables.corrections
UNION ALL BY NAME
SELECT d.key, r.number, CASE WHEN r.ref IS NULL THEN format('m{}', r.number) ELSE format('e{}.{}', r.article, r.ref) END AS id, r.about AS line,
  d.id AS document, d.version, d.url, d.outlet, d.published, d.day, d.day AS from_day, d.day AS to_day, 'fact' AS reality, '' AS said_key,
  CASE WHEN r.until IS NOT NULL THEN 'ended' WHEN r.found THEN 'applied' WHEN r.is_so THEN 'lost' ELSE 'settled' END AS standing,
  r.corrected_by, r.corrected_at, r.note, r.until, r.ended_by, false AS missed, r.is_so AS is_event,
  r.actor AS source, r.recipient AS target, r.said_by, r.date, r.place, r.contexts, r.stance, r.issue, r.standing AS firmness, r.voice,
  r.machine_actor AS machine_source, r.machine_recipient AS machine_target, r.machine_said_by, r.machine_date, r.machine_place, r.machine_contexts,
  r.machine_stance, r.machine_issue, r.machine_standing AS machine_firmness, r.machine_voice,
  r.trigger, r.words, r.who, []::VARCHAR[] AS types, d.outlet_key, concat_ws(' ', r.issue, r.words) AS about, 1 AS confidence
FROM shelf_tables.remark r JOIN shelf_tables.document d ON d.article = r.article AND d.current;

-- What a person should look at: all events, and the corrections whose events are gone.
CREATE VIEW shelf_tables.review AS
SELECT key, number, id, CASE WHEN corrected_at IS NULL THEN 'unsure' ELSE 'corrected' END AS why, confidence, day, from_day, to_day, type, modes, auxiliary,
  source, target, said_by, reality, corrected_by, corrected_at, document, version, url, outlet, published, sentence, start, "end", words,
  said_key, who, types, outlet_key, about
FROM shelf_tables.events
UNION ALL BY NAME
SELECT key, number, id, standing AS why, confidence, day, from_day, to_day, coalesce(type, machine_type) AS type, modes, auxiliary,
  source, target, corrected_by, corrected_at, document, version, url, outlet, published, words, reality, said_key, who, types, outlet_key, about
FROM shelf_tables.corrections WHERE standing = 'lost' OR standing <> 'ended' AND NOT is_event;

CREATE VIEW documents AS
SELECT id AS document, version, url, title, byline, publisher, outlet, published, published_from, published_confidence, day, language, kind, sha256, program, model, sentences, characters
FROM shelf_tables.document WHERE current;
CREATE VIEW events AS SELECT * EXCLUDE (said_key, key, number, who, types, outlet_key, about) FROM shelf_tables.events;
CREATE VIEW event_actors AS SELECT * EXCLUDE (said_key, key, number, who, types, outlet_key, about) FROM shelf_tables.event_actors;
CREATE VIEW states AS SELECT * FROM shelf_tables.state;
CREATE VIEW statements AS SELECT * EXCLUDE (said_key, from_day, to_day, reality, key, number, who, types, outlet_key, about) FROM shelf_tables.statements;
CREATE VIEW positions AS SELECT * EXCLUDE (said_key, from_day, to_day, key, number, who, types, outlet_key, about) FROM shelf_tables.positions;
CREATE VIEW commitments AS SELECT * EXCLUDE (said_key, from_day, to_day, key, number, who, types, outlet_key, about) FROM shelf_tables.commitments;
CREATE VIEW reactions AS SELECT * EXCLUDE (said_key, from_day, to_day, reality, key, number, who, types, outlet_key, about) FROM shelf_tables.reactions;
CREATE VIEW outcomes AS SELECT * EXCLUDE (said_key, from_day, to_day, key, number, who, types, outlet_key, about) FROM shelf_tables.outcomes;
CREATE VIEW actors AS SELECT * EXCLUDE (said_key, from_day, to_day, reality, key, number, who, types, outlet_key, about) FROM shelf_tables.actors;
CREATE VIEW corrections AS SELECT * EXCLUDE (said_key, from_day, to_day, reality, key, number, who, types, outlet_key, about, confidence) FROM shelf_tables.said;

-- ── Gathered: what several articles tell of one event (src/gather/, src/store/gathering.ts) ──

-- Statements and sentences that deny, confirm or correct something.
CREATE TABLE shelf_tables.answer (
  document INTEGER NOT NULL, id VARCHAR, speaker VARCHAR, speaker_code VARCHAR, cue VARCHAR NOT NULL, content VARCHAR NOT NULL,
  sentence INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE NOT NULL
);
-- Two reports that differ. Rows go with the article that was added last, `document`; flipped where it is the earlier report.
CREATE TABLE shelf_tables.contradiction (
  kind VARCHAR NOT NULL, actor VARCHAR, actor_code VARCHAR, who VARCHAR NOT NULL, types VARCHAR[] NOT NULL, confidence DOUBLE NOT NULL,
  document INTEGER NOT NULL, told VARCHAR, said_by VARCHAR, value VARCHAR NOT NULL, sentence INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  other_document INTEGER NOT NULL, other_told VARCHAR, other_said_by VARCHAR, other_value VARCHAR NOT NULL,
  other_sentence INTEGER NOT NULL, other_start INTEGER NOT NULL, other_end INTEGER NOT NULL, flipped BOOLEAN NOT NULL
);
-- A position takes the place of an earlier one, of an article published before. Rows go with the article that was added last, `document`.
CREATE TABLE shelf_tables.shift (
  document INTEGER NOT NULL, new_document INTEGER NOT NULL, new_number INTEGER NOT NULL, old_document INTEGER NOT NULL, old_number INTEGER NOT NULL
);

-- Events as articles tell them, with the event that they are one with, and the outlet whose text it is.
CREATE VIEW shelf_tables.told_events AS
SELECT e.*, g.gathered, coalesce(first_with_text.outlet, first_with_text.id, e.outlet, e.document) AS origin,
  coalesce(date_diff('day', DATE '1900-01-01', d.day), 99999)::BIGINT * 1000000000000 + e.key * 10000::BIGINT + e.number AS place_in_time
FROM shelf_tables.events e JOIN shelf_tables.event g ON g.document = e.key AND g.number = e.number
JOIN shelf_tables.document d ON d.key = e.key
LEFT JOIN shelf_tables.document first_with_text ON first_with_text.key = d.family;

-- Both sides of each contradiction, the later one first.
CREATE VIEW shelf_tables.contradictions AS
SELECT d.key, c.start AS number, c.kind, c.actor, c.actor_code, d.day, d.day AS from_day, d.day AS to_day, 'fact' AS reality, '' AS said_key,
  d.id AS document, d.version, d.url, d.outlet, d.published, c.told, c.said_by, c.value, c.sentence, c.start, c."end", s.words,
  o.id AS other_document, o.url AS other_url, o.outlet AS other_outlet, o.published AS other_published, c.other_told, c.other_said_by, c.other_value,
  c.other_sentence, c.other_start, c.other_end, os.words AS other_words, c.confidence,
  c.who, c.types, d.outlet_key || o.outlet_key AS outlet_key, concat_ws(' ', s.words, os.words) AS about, o.key AS other_key
FROM (
  SELECT * FROM shelf_tables.contradiction WHERE NOT flipped
  UNION ALL BY NAME
  SELECT kind, actor, actor_code, who, types, confidence, flipped, other_document AS document, other_told AS told, other_said_by AS said_by,
    other_value AS value, other_sentence AS sentence, other_start AS start, other_end AS "end", document AS other_document, told AS other_told,
    said_by AS other_said_by, value AS other_value, sentence AS other_sentence, start AS other_start, "end" AS other_end
  FROM shelf_tables.contradiction WHERE flipped
) c
JOIN shelf_tables.document d ON d.key = c.document AND d.current JOIN shelf_tables.document o ON o.key = c.other_document AND o.current
JOIN shelf_tables.sentence s ON s.document = c.document AND s.number = c.sentence
JOIN shelf_tables.sentence os ON os.document = c.other_document AND os.number = c.other_sentence;

-- Who differs on an event, and how: the outlets that tell the other event, copies too; of figures, dates and doers of one event, and of answers, the one.
CREATE VIEW shelf_tables.differing AS
WITH sides AS (
  SELECT key AS document, told, kind, other_key AS other, other_told, other_outlet AS outlet FROM shelf_tables.contradictions
  UNION ALL SELECT other_key, other_told, kind, key, told, outlet FROM shelf_tables.contradictions
)
SELECT DISTINCT mine.gathered, s.kind, coalesce(d.outlet, s.outlet) AS outlet, yours.gathered IS NOT NULL AS of_another
FROM sides s JOIN shelf_tables.event mine ON mine.document = s.document AND mine.id = s.told
LEFT JOIN shelf_tables.event yours ON yours.document = s.other AND yours.id = s.other_told AND yours.gathered <> mine.gathered
LEFT JOIN shelf_tables.event also ON also.gathered = yours.gathered
LEFT JOIN shelf_tables.document d ON d.key = also.document AND d.current
WHERE coalesce(d.outlet, s.outlet) IS NOT NULL;

CREATE VIEW shelf_tables.shifts AS
SELECT DISTINCT ON (n.key, n.number) n.key, n.number, n.day, n.day AS from_day, n.day AS to_day, n.reality, n.said_key, n.actor, n.actor_code, n.stance, n.issue,
  n.document, n.version, n.url, n.outlet, n.published, n.sentence, n.start, n."end", n.words,
  o.stance AS earlier_stance, o.issue AS earlier_issue, o.document AS other_document, o.url AS other_url, o.outlet AS other_outlet,
  o.published AS other_published, o.sentence AS other_sentence, o.start AS other_start, o."end" AS other_end, o.words AS other_words,
  least(n.confidence, o.confidence) AS confidence, n.who, list_distinct(list_concat(n.types, o.types)) AS types,
  n.outlet_key || o.outlet_key AS outlet_key, concat_ws(' ', n.about, o.about) AS about
FROM shelf_tables.shift t JOIN shelf_tables.positions n ON n.key = t.new_document AND n.number = t.new_number
JOIN shelf_tables.positions o ON o.key = t.old_document AND o.number = t.old_number
ORDER BY n.key, n.number, o.day DESC, o.key DESC;
