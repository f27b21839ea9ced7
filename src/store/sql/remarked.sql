-- remarked.sql: $article → what people said of its lines, oldest first. Reads shelf_tables.remark.
SELECT * FROM shelf_tables.remark WHERE article = $article ORDER BY number
