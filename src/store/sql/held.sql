-- held.sql: $key of a version → its place on the shelf and its record as the machine coded it. Reads shelf_tables.document, shelf_tables.record.
SELECT d.key, d.article, d.version, d.current, d.highest_ref AS highest, r.json
FROM shelf_tables.document d JOIN shelf_tables.record r ON r.document = d.key WHERE d.key = $key
