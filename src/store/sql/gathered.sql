-- gathered.sql: filters → one row an event, with what all articles that tell it have of it, oldest first, if any of them passes; with the place of
-- the first report. Reads shelf_tables.told_events, shelf_tables.differing.
WITH told AS (
  SELECT gathered, arg_min(id, place_in_time) AS id,
    coalesce(mode(day ORDER BY place_in_time) FILTER (date_from = 'text'), min(day)) AS day,
    coalesce(mode(date ORDER BY place_in_time) FILTER (date_from = 'text'), min(date)) AS date,
    mode(type ORDER BY place_in_time) AS type,
    coalesce(arg_min(source, place_in_time) FILTER (len(source) > 0), []) AS source,
    coalesce(arg_min(source_code, place_in_time) FILTER (len(source) > 0), []) AS source_code,
    coalesce(arg_min(target, place_in_time) FILTER (len(target) > 0), []) AS target,
    coalesce(arg_min(target_code, place_in_time) FILTER (len(target) > 0), []) AS target_code,
    list_sort(list_distinct(flatten(list(auxiliary)))) AS auxiliary, list_sort(list_distinct(flatten(list(contexts)))) AS contexts,
    list_sort(list_distinct(list(said_by))) AS said_by, list_sort(list_distinct(list(reality))) AS reality,
    count(*) AS citations, count(DISTINCT key) AS documents, list_sort(list_distinct(list(outlet))) AS outlets,
    count(DISTINCT origin) AS independent_outlets, min(published[:10]) AS first_report, max(published[:10]) AS last_report,
    max(confidence) AS confidence,
    arg_min({document: document, version: version, url: url, outlet: outlet, published: published, sentence: sentence, start: start, "end": "end", words: words}, place_in_time) AS first
  FROM shelf_tables.told_events
  WHERE gathered IN (SELECT gathered FROM shelf_tables.told_events WHERE /* filters */)
  GROUP BY gathered
), differing AS (
  SELECT gathered, list_sort(list_distinct(list(outlet))) AS differ, list_sort(list_distinct(list(kind))) AS differences 
  FROM shelf_tables.differing JOIN told USING (gathered)
  -- Who reports both sides does not differ.
  WHERE NOT of_another OR NOT list_contains(outlets, outlet)
  GROUP BY gathered
)
SELECT told.* EXCLUDE (gathered, confidence, first), coalesce(differ, []) AS differ, coalesce(differences, []) AS differences, confidence, unnest(first)
FROM told LEFT JOIN differing USING (gathered)
ORDER BY coalesce(day::VARCHAR, date) NULLS LAST, id
