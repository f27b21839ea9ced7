-- corrections.sql: filters → one row a correction, also of those that no longer hold, in the order in which they were made. Reads shelf_tables.corrections.
SELECT id, document, version, url, outlet, published, standing, corrected_by, corrected_at, note, until, ended_by, missed, is_event,
  type, modes, auxiliary, source, target, machine_type, machine_modes, machine_auxiliary, machine_source, machine_target, machine_confidence, trigger, words
FROM shelf_tables.corrections WHERE /* filters */
ORDER BY number
