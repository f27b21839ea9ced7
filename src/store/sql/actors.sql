-- actors.sql: filters → one row a name and code, most articles first, with the place of the first mention. Reads shelf_tables.actors.
SELECT name, code, any_value(sector ORDER BY key) AS sector, any_value(kind ORDER BY key) AS kind, any_value(office ORDER BY key) AS office,
  count(DISTINCT key) AS documents, count(DISTINCT outlet) AS outlets, sum(mentions)::BIGINT AS mentions,
  min(day) AS first_day, max(day) AS last_day,
  unnest(arg_min({document: document, version: version, url: url, outlet: outlet, published: published, sentence: sentence, start: start, "end": "end", words: words}, key))
FROM shelf_tables.actors WHERE /* filters */
GROUP BY name, code
ORDER BY documents DESC, mentions DESC, name, code NULLS LAST
