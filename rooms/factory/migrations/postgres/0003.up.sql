-- Words and parameters. The text was folded by the program (atelier_sql::words), so that SQLite finds the same.

ALTER TABLE orders ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED;
CREATE INDEX idx_orders_search ON orders USING GIN(search_vector);

ALTER TABLE products ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED;
CREATE INDEX idx_products_search ON products USING GIN(search_vector);

CREATE INDEX idx_orders_parameters ON orders USING GIN(base_parameter_set jsonb_path_ops);
CREATE INDEX idx_products_metadata ON products USING GIN(metadata jsonb_path_ops);
