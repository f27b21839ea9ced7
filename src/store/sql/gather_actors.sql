-- gather_actors.sql: nothing → the names of all who take a position. Reads shelf.position.
SELECT DISTINCT actor FROM shelf.position WHERE actor IS NOT NULL
