-- gather_stands.sql: $actor → the positions of all actors of this name, also in versions that are no longer current. Reads shelf_tables.position, shelf_tables.document.
SELECT d.current, d.article, p.document, p.number, p.actor, p.actor_code, p.issue, p.stance, p.said_by, p.earlier, d.day::VARCHAR AS published
FROM shelf_tables.position p JOIN shelf_tables.document d ON d.key = p.document
WHERE p.actor = $actor
ORDER BY p.document, p.number
