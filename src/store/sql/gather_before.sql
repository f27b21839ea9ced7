-- gather_before.sql: $key of a version → what its events are gathered into. Reads shelf_tables.event.
SELECT ref, type, auxiliary, source, target, gathered FROM shelf_tables.event WHERE document = $key
