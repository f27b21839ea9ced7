-- known.sql: $sha256 of a text → the newest version that has it. Reads shelf_tables.document.
SELECT max(key) AS key FROM shelf_tables.document WHERE sha256 = $sha256
