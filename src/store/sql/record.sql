-- record.sql: $id → the record, as JSON and as corrected, of the current article with this id, or with a text of this SHA-256 (whole, or 12 digits); the newest of several.
-- Reads shelf_tables.document, shelf_tables.record.
SELECT coalesce(r.corrected, r.json)
FROM shelf_tables.document d JOIN shelf_tables.record r ON r.document = d.key
WHERE d.current AND (d.id = $id OR d.sha256 = $id OR d.sha256[:12] = $id)
ORDER BY d.id = $id DESC, d.key DESC
LIMIT 1
