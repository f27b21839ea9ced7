-- gather_actors.sql: nothing → the names of all who take a position. Reads kept.position.
SELECT DISTINCT actor FROM kept.position WHERE actor IS NOT NULL
