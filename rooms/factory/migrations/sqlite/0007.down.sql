-- The numbers of rows stay as they are: any do.
DROP TRIGGER date_tagged_product;
DROP TRIGGER date_tag_association;
DROP INDEX idx_tag_associations_gallery;
ALTER TABLE tag_associations DROP COLUMN made_at;
DROP INDEX idx_products_metadata_provider;
DROP INDEX idx_products_metadata_sampler;
DROP INDEX idx_products_metadata_seed;
DROP INDEX idx_products_metadata;
CREATE INDEX idx_products_metadata ON products(metadata ->> '$.model', metadata ->> '$.steps');
CREATE INDEX idx_products_metadata_seed ON products(metadata ->> '$.seed');
CREATE INDEX idx_products_metadata_sampler ON products(metadata ->> '$.sampler');
CREATE INDEX idx_products_metadata_provider ON products(metadata ->> '$.provider');
DROP INDEX idx_products_rated_gallery;
DROP INDEX idx_products_liked_gallery;
CREATE INDEX idx_products_rating ON products(tenant_id, rating, created_at DESC, id DESC) WHERE rating IS NOT NULL AND deleted_at IS NULL;
DROP TRIGGER search_product_update;
DROP TRIGGER search_product;

CREATE TRIGGER search_product AFTER INSERT ON products
BEGIN
    INSERT INTO idx_products_search (rowid, search_text) VALUES (NEW.search_row, NEW.search_text);
END;

CREATE TRIGGER search_product_update AFTER UPDATE OF search_text ON products
WHEN OLD.search_text <> NEW.search_text
BEGIN
    INSERT INTO idx_products_search (idx_products_search, rowid, search_text) VALUES ('delete', OLD.search_row, OLD.search_text);
    INSERT INTO idx_products_search (rowid, search_text) VALUES (NEW.search_row, NEW.search_text);
END;
