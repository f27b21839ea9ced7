-- gather_mentions.sql: $from and $to, days → the gathered events that are filed under them, also of versions that are no longer current.
-- Reads shelf_tables.event, shelf_tables.document, shelf_tables.sentence.
SELECT e.from_day::VARCHAR AS filed, d.current, d.article, e.document, e.number, e.gathered, e.trigger, e.id, e.same_as, e.type, e.auxiliary,
  e.source, e.source_code, e.source_sector, e.target, e.target_code, e.target_sector, e.said_by, e.said_by_code,
  CASE WHEN e.date_from = 'text' THEN e.date END AS date, e.from_day::VARCHAR AS day, d.day::VARCHAR AS published,
  e.sentence, e.start, e."end", e.confidence, s.words
FROM shelf_tables.event e JOIN shelf_tables.document d ON d.key = e.document
JOIN shelf_tables.sentence s ON s.document = e.document AND s.number = e.sentence
WHERE e.from_day BETWEEN $from::DATE AND $to::DATE
ORDER BY e.document, e.number
