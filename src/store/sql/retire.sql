-- retire.sql: $article → its versions are no longer current. Writes shelf_tables.document.
UPDATE shelf_tables.document SET current = false WHERE article = $article AND current
