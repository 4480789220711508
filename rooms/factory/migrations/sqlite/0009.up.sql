-- The gallery by order, and by words in a project, as fast with a million products as with ten.

-- When the product was made: the latest of an order are found in the order of the gallery.
ALTER TABLE product_provenance ADD COLUMN made_at INTEGER;
UPDATE product_provenance SET made_at = (SELECT created_at FROM products WHERE id = product_id);
DROP INDEX idx_product_provenance_order_id;
CREATE INDEX idx_product_provenance_order_id ON product_provenance(order_id, made_at DESC, product_id DESC);

CREATE TRIGGER date_product_provenance AFTER INSERT ON product_provenance
BEGIN
    UPDATE product_provenance SET made_at = (SELECT created_at FROM products WHERE id = NEW.product_id)
    WHERE product_id = NEW.product_id AND order_item_id = NEW.order_item_id AND output_index = NEW.output_index;
END;

CREATE TRIGGER date_made_product AFTER UPDATE OF created_at ON products
WHEN OLD.created_at <> NEW.created_at
BEGIN
    UPDATE product_provenance SET made_at = NEW.created_at WHERE product_id = NEW.id;
END;

-- A project is one more word of its products. Its dashes stay, so that it is one, and none that a text can have.
DROP TRIGGER search_product;
DROP TRIGGER search_product_delete;
DROP TRIGGER search_product_update;
DROP TABLE idx_products_search;
CREATE VIRTUAL TABLE idx_products_search USING fts5(
    search_text, project_id, content = 'products', content_rowid = 'search_row', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2 tokenchars '-'"
);
INSERT INTO idx_products_search (idx_products_search) VALUES ('rebuild');

CREATE TRIGGER search_product AFTER INSERT ON products
BEGIN
    -- The program gives the right number; whoever else inserts rows need not know of it.
    UPDATE products SET search_row = coalesce(
        (SELECT max(other.search_row) + 1 FROM products AS other
        WHERE other.search_row >= (NEW.created_at << 15) AND other.search_row < ((NEW.created_at + 1) << 15)),
        NEW.created_at << 15)
    WHERE search_row = NEW.search_row AND NEW.search_row >> 15 <> NEW.created_at;
    INSERT INTO idx_products_search (rowid, search_text, project_id)
    SELECT search_row, search_text, project_id FROM products WHERE id = NEW.id;
END;

CREATE TRIGGER search_product_delete AFTER DELETE ON products
BEGIN
    INSERT INTO idx_products_search (idx_products_search, rowid, search_text, project_id)
    VALUES ('delete', OLD.search_row, OLD.search_text, OLD.project_id);
END;

CREATE TRIGGER search_product_update AFTER UPDATE OF search_text, project_id, created_at ON products
WHEN OLD.search_text <> NEW.search_text OR OLD.project_id IS NOT NEW.project_id OR OLD.created_at <> NEW.created_at
BEGIN
    INSERT INTO idx_products_search (idx_products_search, rowid, search_text, project_id)
    VALUES ('delete', OLD.search_row, OLD.search_text, OLD.project_id);
    UPDATE products SET search_row = coalesce(
        (SELECT max(other.search_row) + 1 FROM products AS other
        WHERE other.search_row >= (NEW.created_at << 15) AND other.search_row < ((NEW.created_at + 1) << 15)),
        NEW.created_at << 15)
    WHERE id = NEW.id AND search_row >> 15 <> created_at;
    INSERT INTO idx_products_search (rowid, search_text, project_id)
    SELECT search_row, search_text, project_id FROM products WHERE id = NEW.id;
END;
