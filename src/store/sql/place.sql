-- place.sql: $sha256, $url, $day of a text → the version that has it, the article of which it is a version, and the next free numbers; "" is null.
-- Reads shelf_tables.document, shelf_tables.removed. An article is its URL and day of publication; a text without a day is of the only article there, or of
-- the one without a day; without a URL it is its text alone.
WITH there AS (
  FROM shelf_tables.document WHERE url = $url AND $url <> ''
), mine AS (
  SELECT article, version FROM there
  WHERE day IS NULL OR day::VARCHAR = $day OR ($day = '' AND (SELECT count(DISTINCT article) FROM there) = 1)
)
SELECT
  (SELECT max(key) FROM shelf_tables.document WHERE sha256 = $sha256) AS known,
  (SELECT max(article) FROM mine) AS article,
  (SELECT max(version) FROM mine WHERE article = (SELECT max(article) FROM mine)) AS version,
  greatest(coalesce(max(article), 0), (SELECT coalesce(max(article), 0) FROM shelf_tables.removed)) + 1 AS next_article,
  greatest(coalesce(max(key), 0), (SELECT coalesce(max(key), 0) FROM shelf_tables.removed)) + 1 AS next_key
FROM shelf_tables.document
