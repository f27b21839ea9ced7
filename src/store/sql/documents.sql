-- documents.sql: filters → one row an article, in the order in which they were added. Reads shelf_tables.document.
SELECT id AS document, version, url, title, byline, publisher, outlet, published, published_from, published_confidence, day, language, kind, sha256, program, model, sentences, characters
FROM shelf_tables.document WHERE current AND /* filters */
ORDER BY key
