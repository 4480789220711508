DROP INDEX idx_products_metadata;
DROP INDEX idx_orders_parameters;
ALTER TABLE products DROP COLUMN search_vector;
ALTER TABLE orders DROP COLUMN search_vector;
