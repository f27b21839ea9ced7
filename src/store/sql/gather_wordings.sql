-- gather_wordings.sql: $from and $to, days → the wordings of the articles published on them. Reads shelf_tables.document.
SELECT day::VARCHAR AS filed, current, article, key AS document, family, shingles, minima
FROM shelf_tables.document WHERE day BETWEEN $from::DATE AND $to::DATE
ORDER BY key
