-- event_id.sql: $document, $event → the shelf's id of the event that the article's record calls $event; the newest of several. Reads shelf_tables.events, shelf_tables.document.
SELECT e.id
FROM shelf_tables.events e JOIN shelf_tables.document d ON d.key = e.key
WHERE e.event = $event AND (d.id = $document OR d.sha256 = $document OR d.sha256[:12] = $document)
ORDER BY d.id = $document DESC, d.key DESC
LIMIT 1
