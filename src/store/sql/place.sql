-- place.sql: $sha256, $url, $day of a text → whether it is there, the article of which it is a version, and the next free numbers; "" is null.
-- Reads shelf_tables.document. An article is its URL and day of publication; without a URL it is its text alone.
SELECT
  count(*) FILTER (sha256 = $sha256) > 0 AS known,
  max(article) FILTER (url = $url AND $url <> '' AND coalesce(day::VARCHAR, '') = $day) AS article,
  max(version) FILTER (url = $url AND $url <> '' AND coalesce(day::VARCHAR, '') = $day) AS version,
  coalesce(max(article), 0) + 1 AS next_article,
  coalesce(max(key), 0) + 1 AS next_key
FROM shelf_tables.document
