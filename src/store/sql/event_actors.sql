-- event_actors.sql: filters → one row a participant of an event, oldest event first, actors before recipients. Reads shelf_tables.event_actors.
SELECT id, document, article, version, url, outlet, published, event, day, from_day, to_day, type, reality, role, n, actor, name, code, cow, gw, sector, other_sectors, kind, office, mention,
  confidence, sentence, start, "end", words
FROM shelf_tables.event_actors WHERE /* filters */
ORDER BY from_day NULLS LAST, to_day, key, number, role, n
