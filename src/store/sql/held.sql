-- held.sql: $key of a version → its place on the shelf and its record as the machine coded it. Reads kept.document, kept.record.
SELECT d.key, d.article, d.version, d.current, d.highest_ref AS highest, r.json
FROM kept.document d JOIN kept.record r ON r.document = d.key WHERE d.key = $key
