-- events.sql: filters → one row an event, oldest first. Reads shelf_tables.events.
SELECT id, document, version, url, outlet, published, event, day, from_day, to_day, date, date_from, type, modes, contexts, auxiliary, quad, score,
  source, source_code, source_sector, target, target_code, target_sector, said_by, said_by_code, reality, place, country, lat, lon, province, geonames, feature, same_as,
  confidence, sentence, start, "end", words,
  corrected_by, corrected_at, machine_type, machine_modes, machine_auxiliary, machine_source, machine_target, machine_confidence
FROM shelf_tables.events WHERE /* filters */
ORDER BY from_day NULLS LAST, to_day, key, number
