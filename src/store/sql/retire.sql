-- retire.sql: $article → its versions are no longer current. Writes shelf.document.
UPDATE shelf.document SET current = false WHERE article = $article AND current
