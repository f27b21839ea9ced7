-- next_of_family.sql: $key of a version that is gone → those whose text was counted as its copy are counted as copies of the next. Writes shelf_tables.document.
UPDATE shelf_tables.document SET family = (SELECT min(key) FROM shelf_tables.document WHERE family = $key::INTEGER) WHERE family = $key::INTEGER
