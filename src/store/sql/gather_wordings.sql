-- gather_wordings.sql: $from and $to, days → the wordings of the articles published on them. Reads kept.document.
SELECT day::VARCHAR AS filed, current, article, key AS document, family, shingles, minima
FROM kept.document WHERE day BETWEEN $from::DATE AND $to::DATE
ORDER BY key
