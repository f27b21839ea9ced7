-- dyads_monthly.sql: filters → what happened between two codes in a month. Reads shelf_tables.events.
-- Told once a document; nothing denied, planned or supposed. Quads 1 and 2 are cooperation.
SELECT date_trunc('month', day)::DATE AS month, source, target, count(*) AS events,
  count(*) FILTER (quad <= 2) AS cooperation, count(*) FILTER (quad > 2) AS conflict, round(avg(score), 3) AS mean_score
FROM (
  SELECT day, quad, score, source, unnest(target_code) AS target
  FROM (
    SELECT day, quad, score, target_code, unnest(source_code) AS source
    FROM shelf_tables.events
    WHERE day IS NOT NULL AND NOT retold AND NOT list_has_any(auxiliary, ['negation', 'future', 'hypothetical']) AND /* filters */
  )
)
GROUP BY ALL ORDER BY month, source, target
