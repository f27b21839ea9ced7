-- plover.sql: filters → one row an article with events that pass them: its record and their ids. Reads shelf.events, shelf.record.
SELECT record.json AS record, found.events
FROM (SELECT key, list(event ORDER BY number) AS events FROM shelf.events WHERE /* filters */ GROUP BY key) found
JOIN shelf.record record ON record.document = found.key
ORDER BY found.key
