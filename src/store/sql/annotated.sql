-- annotated.sql: a text → the article that has it now: its record as corrected, its id and number, and the ids and numbers of its events. Reads shelf_tables.document, record, event.
SELECT coalesce(record.corrected, record.json) AS record, document.id, document.article, coalesce(event.ids, []) AS events, coalesce(event.refs, []) AS refs
FROM shelf_tables.document document JOIN shelf_tables.record record ON record.document = document.key
LEFT JOIN (SELECT document, list(id ORDER BY number) AS ids, list(ref ORDER BY number) AS refs FROM shelf_tables.event GROUP BY document) event ON event.document = document.key
WHERE document.current AND document.sha256 = sha256($text)
ORDER BY document.key LIMIT 1
