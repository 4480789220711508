DROP TRIGGER search_product_update;
DROP TRIGGER search_product_delete;
DROP TRIGGER search_product;
DROP TABLE idx_products_search;
CREATE VIRTUAL TABLE idx_products_search USING fts5(
    search_text, content = 'products', content_rowid = 'search_row', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO idx_products_search (idx_products_search) VALUES ('rebuild');

CREATE TRIGGER search_product_delete AFTER DELETE ON products
BEGIN
    INSERT INTO idx_products_search (idx_products_search, rowid, search_text) VALUES ('delete', OLD.search_row, OLD.search_text);
END;

CREATE TRIGGER search_product AFTER INSERT ON products
BEGIN
    -- The program gives the right number; whoever else inserts rows need not know of it.
    UPDATE products SET search_row = coalesce(
        (SELECT max(other.search_row) + 1 FROM products AS other
        WHERE other.search_row >= (NEW.created_at << 15) AND other.search_row < ((NEW.created_at + 1) << 15)),
        NEW.created_at << 15)
    WHERE search_row = NEW.search_row AND NEW.search_row >> 15 <> NEW.created_at;
    INSERT INTO idx_products_search (rowid, search_text)
    SELECT search_row, search_text FROM products WHERE id = NEW.id;
END;

CREATE TRIGGER search_product_update AFTER UPDATE OF search_text, created_at ON products
WHEN OLD.search_text <> NEW.search_text OR OLD.created_at <> NEW.created_at
BEGIN
    INSERT INTO idx_products_search (idx_products_search, rowid, search_text) VALUES ('delete', OLD.search_row, OLD.search_text);
    UPDATE products SET search_row = coalesce(
        (SELECT max(other.search_row) + 1 FROM products AS other
        WHERE other.search_row >= (NEW.created_at << 15) AND other.search_row < ((NEW.created_at + 1) << 15)),
        NEW.created_at << 15)
    WHERE id = NEW.id AND search_row >> 15 <> created_at;
    INSERT INTO idx_products_search (rowid, search_text)
    SELECT search_row, search_text FROM products WHERE id = NEW.id;
END;

DROP TRIGGER date_made_product;
DROP TRIGGER date_product_provenance;
DROP INDEX idx_product_provenance_order_id;
CREATE INDEX idx_product_provenance_order_id ON product_provenance(order_id);
ALTER TABLE product_provenance DROP COLUMN made_at;
