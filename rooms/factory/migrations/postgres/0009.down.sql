DROP TRIGGER date_made_product ON products;
DROP TRIGGER date_product_provenance ON product_provenance;
DROP FUNCTION date_made_product();
DROP FUNCTION date_product_provenance();
DROP INDEX idx_product_provenance_order_id;
CREATE INDEX idx_product_provenance_order_id ON product_provenance(order_id);
ALTER TABLE product_provenance DROP COLUMN made_at;
