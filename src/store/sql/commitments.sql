-- commitments.sql: filters → one row a commitment, oldest article first. Reads shelf_tables.commitments.
SELECT document, version, url, outlet, published, commitment, day, by_whom, by_code, to_whom, to_code, what, standing,
  said_by, reality, doubts, precedents, evidence, confidence, sentence, start, "end", words
FROM shelf_tables.commitments WHERE /* filters */
ORDER BY day NULLS LAST, key, number
