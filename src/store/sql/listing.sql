-- listing.sql: filters → one row a current article, the newest first, with an id that no other one has and how many events it tells.
-- Reads kept.document, kept.event, kept.sentence.
SELECT id, document, version, url, title, byline, publisher, outlet, published, day, language, kind, sha256, program, model, sentences, characters, events
FROM (
  SELECT key, CASE WHEN count(*) OVER (PARTITION BY d.id) = 1 THEN d.id ELSE d.sha256[:12] END AS id, d.id AS document,
    version, url, title, byline, publisher, outlet, published, day, language, kind, sha256, program, model, sentences, characters,
    (SELECT count(*) FROM kept.event e WHERE e.document = d.key) AS events
  FROM kept.document d WHERE d.current
)
WHERE /* filters */
ORDER BY day DESC NULLS LAST, key DESC
