-- told_in.sql: filters → the keys of the articles that have a row which passes them. Reads the wide views.
SELECT key FROM kept.events WHERE /* filters */
UNION SELECT key FROM kept.statements WHERE /* filters */
UNION SELECT key FROM kept.positions WHERE /* filters */
UNION SELECT key FROM kept.commitments WHERE /* filters */
UNION SELECT key FROM kept.reactions WHERE /* filters */
UNION SELECT key FROM kept.actors WHERE /* filters */
