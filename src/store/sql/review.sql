-- review.sql: filters → one row an event that nobody has corrected, least certain first, after the corrections that have lost theirs. Reads shelf_tables.review.
SELECT id, why, confidence, day, type, modes, auxiliary, source, target, said_by, reality, corrected_by, corrected_at,
  document, version, url, outlet, published, sentence, start, "end", words
FROM shelf_tables.review WHERE why IN ('unsure', 'lost') AND /* filters */
ORDER BY why = 'unsure', confidence, key, number
