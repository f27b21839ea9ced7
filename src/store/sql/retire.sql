-- retire.sql: $article → its versions are no longer current. Writes kept.document.
UPDATE kept.document SET current = false WHERE article = $article AND current
