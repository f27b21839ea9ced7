-- corrected.sql: $article → its corrections, oldest first. Reads shelf_tables.correction.
SELECT number, article, ref, corrected_by, corrected_at, note, until, missed, is_event, type, modes, auxiliary, source, target,
  words, trigger, nth, found, machine_type, machine_modes, machine_auxiliary, machine_source, machine_target, machine_confidence
FROM shelf_tables.correction WHERE article = $article ORDER BY number
