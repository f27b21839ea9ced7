-- recodable.sql: $version, $model, $all → the keys of the articles that another program or model has coded; all where $all is 1. Reads shelf_tables.document.
SELECT key FROM shelf_tables.document WHERE current AND ($all = 1 OR program <> $version OR model <> $model) ORDER BY key
