-- shifts.sql: filters → one row for a position that takes the place of an earlier one, told by an article published before. Reads shelf_tables.shifts.
SELECT day, actor, actor_code, earlier_stance, earlier_issue, stance, issue, document, version, url, outlet, published, sentence, start, "end", words,
  other_document, other_url, other_outlet, other_published, other_sentence, other_start, other_end, other_words, confidence
FROM shelf_tables.shifts WHERE /* filters */
ORDER BY day NULLS LAST, key, number
