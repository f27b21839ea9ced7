-- plover.sql: filters → one row an article with events that pass them: its record as corrected, their ids, who corrected each, their numbers in the article, and which article it is. Reads shelf_tables.events, shelf_tables.record.
SELECT coalesce(record.corrected, record.json) AS record, found.events, found.corrected_by, found.refs, document.article, document.outlet
FROM (
  SELECT key, list(event ORDER BY number) AS events, list(corrected_by ORDER BY number) AS corrected_by,
    list(split_part(id, '.', 2)::INTEGER ORDER BY number) AS refs
  FROM shelf_tables.events WHERE /* filters */ GROUP BY key
) found
JOIN shelf_tables.record record ON record.document = found.key
JOIN shelf_tables.document document ON document.key = found.key
ORDER BY found.key
