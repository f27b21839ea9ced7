-- gold.sql: filters → one row an article that people have corrected: its record as they have it, and who they are. Reads shelf_tables.record, document, correction, remark.
SELECT coalesce(record.corrected, record.json) AS record, string_agg(DISTINCT said.corrected_by, '+' ORDER BY said.corrected_by) AS coder
FROM shelf_tables.record record JOIN shelf_tables.document document ON document.key = record.document AND document.current
JOIN (
  SELECT article, corrected_by FROM shelf_tables.correction WHERE until IS NULL
  UNION ALL SELECT article, corrected_by FROM shelf_tables.remark WHERE until IS NULL AND about <> 'note'
) said ON said.article = document.article
WHERE /* filters */
GROUP BY ALL ORDER BY min(document.key)
