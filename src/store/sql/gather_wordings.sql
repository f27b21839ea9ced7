-- gather_wordings.sql: $from and $to, days → the wordings of the articles published on them. Reads shelf.document.
SELECT day::VARCHAR AS filed, current, article, key AS document, family, shingles, minima
FROM shelf.document WHERE day BETWEEN $from::DATE AND $to::DATE
ORDER BY key
