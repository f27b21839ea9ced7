-- dyads_monthly.sql: filters → what happened between two codes in a month. Reads shelf_tables.events.
-- Told once a document. Events, cooperation (quads 1 and 2), conflict and score are of what is told as fact; what is only said, and what is denied, planned,
-- supposed, judged or told by a heading alone, is counted apart. What is dated to no month is left out.
SELECT date_trunc('month', from_day)::DATE AS month, source, target, count(*) FILTER (is_fact) AS events,
  count(*) FILTER (is_fact AND quad <= 2) AS cooperation, count(*) FILTER (is_fact AND quad > 2) AS conflict,
  round(avg(score) FILTER (is_fact), 3) AS mean_score,
  count(*) FILTER (reality = 'said') AS only_said, count(*) FILTER (NOT is_fact AND reality <> 'said') AS not_so
FROM (
  SELECT *, unnest(target_code) AS target
  FROM (
    SELECT from_day, quad, score, target_code, reality, reality IN ('fact', 'past') AS is_fact, unnest(source_code) AS source
    FROM shelf_tables.events
    WHERE date_trunc('month', from_day) = date_trunc('month', to_day) AND NOT retold AND /* filters */
  )
)
GROUP BY ALL ORDER BY month, source, target
