-- refs.sql: $key of a version → the numbers of its events, by their ids. Reads shelf.event.
SELECT id, ref FROM shelf.event WHERE document = $key ORDER BY number
