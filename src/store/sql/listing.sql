-- listing.sql: filters → one row a current article, the newest first, with an id that no other one has and how many events it tells.
-- Reads shelf_tables.document, shelf_tables.event, shelf_tables.sentence.
SELECT id, document, version, url, title, byline, publisher, outlet, published, published_from, published_confidence, day, language, kind, sha256, program, model, sentences, characters, events
FROM (
  SELECT key, CASE WHEN count(*) OVER (PARTITION BY d.id) = 1 THEN d.id ELSE d.sha256[:12] END AS id, d.id AS document,
    version, url, title, byline, publisher, outlet, published, published_from, published_confidence, day, language, kind, sha256, program, model, sentences, characters,
    (SELECT count(*) FROM shelf_tables.event e WHERE e.document = d.key) AS events
  FROM shelf_tables.document d WHERE d.current
)
WHERE /* filters */
ORDER BY day DESC NULLS LAST, key DESC
