-- end_correction.sql: $article, $ref, $until, $ended_by → the correction of that event holds no longer. Writes shelf_tables.correction.
UPDATE shelf_tables.correction SET until = $until, ended_by = $ended_by WHERE article = $article AND ref = $ref AND until IS NULL
