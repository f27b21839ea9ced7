-- gather_actors.sql: nothing → the names of all who take a position. Reads shelf_tables.position.
SELECT DISTINCT actor FROM shelf_tables.position WHERE actor IS NOT NULL
