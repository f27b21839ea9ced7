-- line_id.sql: $document, $line → the shelf's id of the line that the article's record calls so (e5, s4) or that is the n-th of its kind (p1); of the newest of several.
-- Reads shelf_tables.document, shelf_tables.event.
SELECT CASE WHEN $line[1] = 'e' THEN format('e{}.{}', d.article, e.ref) ELSE format('{}{}.{}', $line[1], d.article, $line[2:]) END AS id
FROM shelf_tables.document d LEFT JOIN shelf_tables.event e ON e.document = d.key AND e.id = $line
WHERE d.current AND (d.id = $document OR d.sha256 = $document OR d.sha256[:12] = $document) AND ($line[1] <> 'e' OR e.id IS NOT NULL)
ORDER BY d.id = $document DESC, d.key DESC
LIMIT 1
