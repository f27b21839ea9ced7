-- place.sql: $texts and $addresses, JSON lists of SHA-256s and URLs → the versions that have one of them; and the next free numbers, in a row without a version.
-- Reads shelf_tables.document, shelf_tables.removed.
SELECT key, article, version, sha256, coalesce(url, '') AS url, day::VARCHAR AS day FROM shelf_tables.document
WHERE sha256 IN (SELECT unnest(from_json($texts, '["VARCHAR"]'))) OR url IN (SELECT unnest(from_json($addresses, '["VARCHAR"]')))
UNION ALL
SELECT coalesce(max(key), 0) + 1, coalesce(max(article), 0) + 1, NULL, NULL, NULL, NULL
FROM (SELECT key, article FROM shelf_tables.document UNION ALL SELECT key, article FROM shelf_tables.removed)
