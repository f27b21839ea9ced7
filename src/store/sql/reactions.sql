-- reactions.sql: filters → one row a reaction, oldest article first. Reads shelf_tables.reactions.
SELECT document, version, url, outlet, published, reaction, day, actor, actor_code, stance, event, event_type, evidence,
  confidence, sentence, start, "end", words
FROM shelf_tables.reactions WHERE /* filters */
ORDER BY day NULLS LAST, key, number
