-- same_place.sql: $url and $day of an article, its number $article → another article with this address and day. Reads shelf_tables.document.
SELECT article FROM shelf_tables.document WHERE current AND url = $url AND coalesce(day::VARCHAR, '') = $day AND article <> $article::INTEGER LIMIT 1
