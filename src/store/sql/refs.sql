-- refs.sql: $key of a version → the numbers of its events, by their ids. Reads kept.event.
SELECT id, ref FROM kept.event WHERE document = $key ORDER BY number
