-- refs.sql: $key of a version → the numbers of its events, by their ids. Reads shelf_tables.event.
SELECT id, ref FROM shelf_tables.event WHERE document = $key ORDER BY number
