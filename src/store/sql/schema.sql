-- schema.sql: an empty file → a shelf. Tables and wide views in schema shelf; the documented views, current versions only, beside it
-- (dyads_monthly is made of its own file).
-- Wide views carry what filters look at (key, number, who, types, outlet_key, about); the documented ones leave it out.

CREATE SCHEMA shelf;

CREATE TABLE shelf.about (format INTEGER NOT NULL);
INSERT INTO shelf.about VALUES (1);

-- One row a version of an article.
CREATE TABLE shelf.document (
  key INTEGER NOT NULL, article INTEGER NOT NULL, version INTEGER NOT NULL, current BOOLEAN NOT NULL,
  id VARCHAR NOT NULL, url VARCHAR, title VARCHAR, byline VARCHAR, publisher VARCHAR, outlet VARCHAR, outlet_key VARCHAR NOT NULL,
  published VARCHAR, day DATE, language VARCHAR NOT NULL, kind VARCHAR NOT NULL, sha256 VARCHAR NOT NULL,
  program VARCHAR NOT NULL, model VARCHAR NOT NULL, sentences INTEGER NOT NULL, characters INTEGER NOT NULL
);
CREATE TABLE shelf.record (document INTEGER NOT NULL, json VARCHAR NOT NULL);
CREATE TABLE shelf.sentence (
  document INTEGER NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  voice VARCHAR NOT NULL, confidence DOUBLE NOT NULL, words VARCHAR NOT NULL
);
CREATE TABLE shelf.actor (
  document INTEGER NOT NULL, number INTEGER NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL, code VARCHAR, sector VARCHAR,
  other_sectors VARCHAR[], kind VARCHAR NOT NULL, office VARCHAR, mentions INTEGER NOT NULL, sentences INTEGER[], types VARCHAR[],
  who VARCHAR NOT NULL, confidence DOUBLE, sentence INTEGER, start INTEGER, "end" INTEGER
);
CREATE TABLE shelf.event (
  document INTEGER NOT NULL, number INTEGER NOT NULL, id VARCHAR NOT NULL, type VARCHAR NOT NULL, modes VARCHAR[], contexts VARCHAR[],
  auxiliary VARCHAR[], quad TINYINT NOT NULL, score DOUBLE NOT NULL,
  source VARCHAR[], source_code VARCHAR[], source_sector VARCHAR[], target VARCHAR[], target_code VARCHAR[], target_sector VARCHAR[],
  said_by VARCHAR, said_by_code VARCHAR, who VARCHAR NOT NULL, day DATE, date VARCHAR, date_from VARCHAR,
  place VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE,
  sentence INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE NOT NULL, same_as VARCHAR[], retold BOOLEAN NOT NULL
);
CREATE TABLE shelf.statement (
  document INTEGER NOT NULL, number INTEGER NOT NULL, id VARCHAR NOT NULL, speaker VARCHAR, speaker_code VARCHAR, who VARCHAR NOT NULL,
  types VARCHAR[], cue VARCHAR, direct BOOLEAN NOT NULL, content VARCHAR NOT NULL,
  sentence INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE NOT NULL
);
CREATE TABLE shelf.position (
  document INTEGER NOT NULL, number INTEGER NOT NULL, actor VARCHAR, actor_code VARCHAR, who VARCHAR NOT NULL, types VARCHAR[],
  issue VARCHAR NOT NULL, stance VARCHAR NOT NULL, said_by VARCHAR, evidence VARCHAR[], earlier INTEGER,
  sentence INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE
);
CREATE TABLE shelf.commitment (
  document INTEGER NOT NULL, number INTEGER NOT NULL, by_whom VARCHAR[], by_code VARCHAR[], to_whom VARCHAR[], to_code VARCHAR[],
  who VARCHAR NOT NULL, types VARCHAR[], what VARCHAR NOT NULL, standing VARCHAR NOT NULL, said_by VARCHAR, doubts INTEGER NOT NULL,
  precedents INTEGER NOT NULL, evidence VARCHAR[], sentence INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL, confidence DOUBLE
);
CREATE TABLE shelf.reaction (
  document INTEGER NOT NULL, number INTEGER NOT NULL, actor VARCHAR, actor_code VARCHAR, who VARCHAR NOT NULL, types VARCHAR[],
  event VARCHAR NOT NULL, stance VARCHAR NOT NULL, evidence VARCHAR[], sentence INTEGER, start INTEGER, "end" INTEGER, confidence DOUBLE
);
CREATE TABLE shelf.promotion (
  document INTEGER NOT NULL, number INTEGER NOT NULL, kind VARCHAR NOT NULL, signals VARCHAR[],
  sentence INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);

CREATE VIEW shelf.events AS
SELECT d.key, e.number, d.id AS document, d.version, d.url, d.outlet, d.published, e.id AS event, e.day, e.date, e.date_from,
  e.type, e.modes, e.contexts, e.auxiliary, e.quad, e.score, e.source, e.source_code, e.source_sector, e.target, e.target_code, e.target_sector,
  e.said_by, e.said_by_code, e.place, e.country, e.lat, e.lon, e.same_as, e.retold, e.confidence, e.sentence, e.start, e."end", s.words,
  e.who, [e.type] AS types, d.outlet_key, concat_ws(' ', array_to_string(e.contexts, ' '), s.words) AS about
FROM shelf.event e JOIN shelf.document d ON d.key = e.document AND d.current
JOIN shelf.sentence s ON s.document = e.document AND s.number = e.sentence;

CREATE VIEW shelf.statements AS
SELECT d.key, t.number, d.id AS document, d.version, d.url, d.outlet, d.published, t.id AS statement, d.day,
  t.speaker, t.speaker_code, t.cue, t.direct, t.content, t.confidence, t.sentence, t.start, t."end", s.words,
  t.who, t.types, d.outlet_key, s.words || ' ' || t.content AS about
FROM shelf.statement t JOIN shelf.document d ON d.key = t.document AND d.current
JOIN shelf.sentence s ON s.document = t.document AND s.number = t.sentence;

CREATE VIEW shelf.positions AS
SELECT d.key, p.number, d.id AS document, d.version, d.url, d.outlet, d.published, p.number AS position, d.day,
  p.actor, p.actor_code, p.stance, p.issue, p.said_by, p.evidence, p.earlier, earlier.stance AS earlier_stance, earlier.issue AS earlier_issue,
  p.confidence, p.sentence, p.start, p."end", s.words, p.who, p.types, d.outlet_key, concat_ws(' ', p.issue, s.words) AS about
FROM shelf.position p JOIN shelf.document d ON d.key = p.document AND d.current
LEFT JOIN shelf.sentence s ON s.document = p.document AND s.number = p.sentence
LEFT JOIN shelf.position earlier ON earlier.document = p.document AND earlier.number = p.earlier;

CREATE VIEW shelf.commitments AS
SELECT d.key, c.number, d.id AS document, d.version, d.url, d.outlet, d.published, c.number AS commitment, d.day,
  c.by_whom, c.by_code, c.to_whom, c.to_code, c.what, c.standing, c.said_by, c.doubts, c.precedents, c.evidence,
  c.confidence, c.sentence, c.start, c."end", s.words, c.who, c.types, d.outlet_key, concat_ws(' ', c.what, s.words) AS about
FROM shelf.commitment c JOIN shelf.document d ON d.key = c.document AND d.current
LEFT JOIN shelf.sentence s ON s.document = c.document AND s.number = c.sentence;

CREATE VIEW shelf.reactions AS
SELECT d.key, r.number, d.id AS document, d.version, d.url, d.outlet, d.published, r.number AS reaction, d.day,
  r.actor, r.actor_code, r.stance, r.event, e.type AS event_type, r.evidence,
  r.confidence, r.sentence, r.start, r."end", s.words, r.who, r.types, d.outlet_key, concat_ws(' ', s.words, told.words) AS about
FROM shelf.reaction r JOIN shelf.document d ON d.key = r.document AND d.current
LEFT JOIN shelf.event e ON e.document = r.document AND e.id = r.event
LEFT JOIN shelf.sentence s ON s.document = r.document AND s.number = r.sentence
LEFT JOIN shelf.sentence told ON told.document = r.document AND told.number = e.sentence;

CREATE VIEW shelf.actors AS
SELECT d.key, a.number, d.id AS document, d.version, d.url, d.outlet, d.published, a.id AS actor, d.day,
  a.name, a.code, a.sector, a.other_sectors, a.kind, a.office, a.mentions,
  a.confidence, a.sentence, a.start, a."end", s.words, a.who, a.types, d.outlet_key,
  (SELECT string_agg(each.words, ' ') FROM shelf.sentence each WHERE each.document = a.document AND list_contains(a.sentences, each.number)) AS about
FROM shelf.actor a JOIN shelf.document d ON d.key = a.document AND d.current
LEFT JOIN shelf.sentence s ON s.document = a.document AND s.number = a.sentence;

CREATE VIEW documents AS
SELECT id AS document, version, url, title, byline, publisher, outlet, published, day, language, kind, sha256, program, model, sentences, characters
FROM shelf.document WHERE current;
CREATE VIEW events AS SELECT * EXCLUDE (key, number, who, types, outlet_key, about) FROM shelf.events;
CREATE VIEW statements AS SELECT * EXCLUDE (key, number, who, types, outlet_key, about) FROM shelf.statements;
CREATE VIEW positions AS SELECT * EXCLUDE (key, number, who, types, outlet_key, about) FROM shelf.positions;
CREATE VIEW commitments AS SELECT * EXCLUDE (key, number, who, types, outlet_key, about) FROM shelf.commitments;
CREATE VIEW reactions AS SELECT * EXCLUDE (key, number, who, types, outlet_key, about) FROM shelf.reactions;
CREATE VIEW actors AS SELECT * EXCLUDE (key, number, who, types, outlet_key, about) FROM shelf.actors;
