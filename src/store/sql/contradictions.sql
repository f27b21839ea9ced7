-- contradictions.sql: filters → one row for two reports that differ, oldest first; "other" is the one published before. Reads shelf_tables.contradictions.
SELECT day, kind, actor, actor_code, value, said_by, outlet, document, version, url, published, told, sentence, start, "end", words,
  other_value, other_said_by, other_outlet, other_document, other_url, other_published, other_told, other_sentence, other_start, other_end, other_words, confidence
FROM shelf_tables.contradictions WHERE /* filters */
ORDER BY day NULLS LAST, key, number, other_key, other_start
