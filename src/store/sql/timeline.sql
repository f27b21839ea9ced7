-- timeline.sql: filters → one row a dated event, told once a document, oldest first. Reads shelf_tables.events.
SELECT day, date, type, source, source_code, target, target_code, auxiliary, said_by, score, confidence,
  document, version, url, outlet, published, id, event, sentence, start, "end", words
FROM shelf_tables.events WHERE day IS NOT NULL AND NOT retold AND /* filters */
ORDER BY day, key, number
