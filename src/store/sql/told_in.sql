-- told_in.sql: filters → the keys of the articles that have a row which passes them. Reads the wide views.
SELECT key FROM shelf.events WHERE /* filters */
UNION SELECT key FROM shelf.statements WHERE /* filters */
UNION SELECT key FROM shelf.positions WHERE /* filters */
UNION SELECT key FROM shelf.commitments WHERE /* filters */
UNION SELECT key FROM shelf.reactions WHERE /* filters */
UNION SELECT key FROM shelf.actors WHERE /* filters */
