-- states.sql: no filters → one row a state in each list, by code. Reads shelf_tables.state.
SELECT code, list, number, abbreviation, since, until FROM shelf_tables.state ORDER BY code, list, since NULLS FIRST, number
