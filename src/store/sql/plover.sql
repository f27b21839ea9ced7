-- plover.sql: filters → one row an article with events that pass them: its record as corrected, their ids, and who corrected each. Reads shelf_tables.events, shelf_tables.record.
SELECT coalesce(record.corrected, record.json) AS record, found.events, found.corrected_by
FROM (SELECT key, list(event ORDER BY number) AS events, list(corrected_by ORDER BY number) AS corrected_by FROM shelf_tables.events WHERE /* filters */ GROUP BY key) found
JOIN shelf_tables.record record ON record.document = found.key
ORDER BY found.key
