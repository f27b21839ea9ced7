-- sources.sql: filters → one row a speaker, most statements first, with the place of the first statement. Reads shelf_tables.statements.
SELECT speaker AS name, speaker_code AS code, count(*) AS statements, count(*) FILTER (direct) AS direct,
  count(DISTINCT key) AS documents, count(DISTINCT outlet) AS outlets, min(day) AS first_day, max(day) AS last_day,
  unnest(arg_min({document: document, version: version, url: url, outlet: outlet, published: published, sentence: sentence, start: start, "end": "end", words: words}, key * 1000000::BIGINT + number))
FROM shelf_tables.statements WHERE speaker IS NOT NULL AND /* filters */
GROUP BY speaker, speaker_code
ORDER BY statements DESC, documents DESC, name, code NULLS LAST
