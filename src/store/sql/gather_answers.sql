-- gather_answers.sql: $from and $to, days → what the articles published on them deny, confirm or correct. Reads shelf_tables.answer, shelf_tables.document, shelf_tables.sentence.
SELECT d.day::VARCHAR AS filed, d.current, d.article, a.document, a.id, a.speaker, a.speaker_code, a.cue, a.content, d.day::VARCHAR AS published,
  a.sentence, a.start, a."end", a.confidence, s.words
FROM shelf_tables.document d JOIN shelf_tables.answer a ON a.document = d.key
JOIN shelf_tables.sentence s ON s.document = a.document AND s.number = a.sentence
WHERE d.day BETWEEN $from::DATE AND $to::DATE
ORDER BY a.document, a.start
