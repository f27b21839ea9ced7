-- told_in.sql: filters → the keys of the articles that have a row which passes them. Reads the wide views.
SELECT key FROM shelf_tables.events WHERE /* filters */
UNION SELECT key FROM shelf_tables.statements WHERE /* filters */
UNION SELECT key FROM shelf_tables.positions WHERE /* filters */
UNION SELECT key FROM shelf_tables.commitments WHERE /* filters */
UNION SELECT key FROM shelf_tables.reactions WHERE /* filters */
UNION SELECT key FROM shelf_tables.outcomes WHERE /* filters */
UNION SELECT key FROM shelf_tables.actors WHERE /* filters */
