-- outcomes.sql: filters → one row for what a meeting or negotiation ended with, oldest article first. Reads shelf_tables.outcomes.
SELECT document, version, url, outlet, published, outcome, day, event, result, what, said_by, reality, evidence,
  confidence, sentence, start, "end", words
FROM shelf_tables.outcomes WHERE /* filters */
ORDER BY day NULLS LAST, key, number
