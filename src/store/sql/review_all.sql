-- review_all.sql: filters → one row an event, also of those that somebody has corrected or taken out, least certain first. Reads shelf_tables.review.
SELECT id, why, confidence, day, type, modes, auxiliary, source, target, said_by, reality, corrected_by, corrected_at,
  document, version, url, outlet, published, sentence, start, "end", words
FROM shelf_tables.review WHERE /* filters */
ORDER BY why <> 'lost', confidence, key, number
