-- corrections.sql: filters → one row a correction, also of those that no longer hold, in the order in which they were made. Reads shelf_tables.said.
SELECT id, line, document, version, url, outlet, published, standing, corrected_by, corrected_at, note, until, ended_by, missed, is_event,
  type, modes, auxiliary, source, target, said_by, date, place, contexts, stance, issue, firmness, voice,
  machine_type, machine_modes, machine_auxiliary, machine_source, machine_target, machine_confidence,
  machine_said_by, machine_date, machine_place, machine_contexts, machine_stance, machine_issue, machine_firmness, machine_voice, trigger, words
FROM shelf_tables.said WHERE /* filters */
ORDER BY number, id
