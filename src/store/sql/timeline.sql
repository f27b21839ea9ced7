-- timeline.sql: filters → one row an event with a date, told once a document, oldest first; day is null for a month or a year. Reads shelf_tables.events.
SELECT day, from_day, to_day, date, type, source, source_code, target, target_code, auxiliary, said_by, reality, score, confidence,
  document, version, url, outlet, published, id, event, sentence, start, "end", words
FROM shelf_tables.events WHERE from_day IS NOT NULL AND NOT retold AND /* filters */
ORDER BY from_day, to_day, key, number
