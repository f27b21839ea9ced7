-- gather_answers.sql: $from and $to, days → what the articles published on them deny, confirm or correct. Reads kept.answer, kept.document, kept.sentence.
SELECT d.day::VARCHAR AS filed, d.current, d.article, a.document, a.id, a.speaker, a.speaker_code, a.cue, a.content, d.day::VARCHAR AS published,
  a.sentence, a.start, a."end", a.confidence, s.words
FROM kept.document d JOIN kept.answer a ON a.document = d.key
JOIN kept.sentence s ON s.document = a.document AND s.number = a.sentence
WHERE d.day BETWEEN $from::DATE AND $to::DATE
ORDER BY a.document, a.start
