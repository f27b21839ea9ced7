-- positions.sql: filters → one row a position, oldest article first. Reads shelf_tables.positions.
SELECT document, version, url, outlet, published, position, day, actor, actor_code, stance, issue, said_by, reality, evidence,
  earlier, earlier_stance, earlier_issue, confidence, sentence, start, "end", words
FROM shelf_tables.positions WHERE /* filters */
ORDER BY day NULLS LAST, key, number
