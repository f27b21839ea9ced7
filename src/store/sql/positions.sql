-- positions.sql: filters → one row a position, oldest article first. Reads kept.positions.
SELECT document, version, url, outlet, published, position, day, actor, actor_code, stance, issue, said_by, evidence,
  earlier, earlier_stance, earlier_issue, confidence, sentence, start, "end", words
FROM kept.positions WHERE /* filters */
ORDER BY day NULLS LAST, key, number
