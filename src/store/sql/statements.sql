-- statements.sql: filters → one row a statement, oldest article first. Reads shelf_tables.statements.
SELECT document, version, url, outlet, published, statement, day, speaker, speaker_code, cue, direct, content,
  confidence, sentence, start, "end", words
FROM shelf_tables.statements WHERE /* filters */
ORDER BY day NULLS LAST, key, number
