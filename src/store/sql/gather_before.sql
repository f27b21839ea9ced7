-- gather_before.sql: $key of a version → what its events are gathered into. Reads shelf.event.
SELECT ref, type, auxiliary, source, target, gathered FROM shelf.event WHERE document = $key
