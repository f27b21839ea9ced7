-- gather_before.sql: $key of a version → what its events are gathered into. Reads kept.event.
SELECT ref, type, auxiliary, source, target, gathered FROM kept.event WHERE document = $key
