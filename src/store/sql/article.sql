-- article.sql: $name → the current articles with this id, address, number (a12) or text (SHA-256, or its first 12 digits). Reads shelf_tables.document.
SELECT key, article, id, url, title, day::VARCHAR AS day FROM shelf_tables.document
WHERE current AND (id = $name OR url = $name OR sha256 = $name OR sha256[:12] = $name OR 'a' || article = $name)
ORDER BY key
