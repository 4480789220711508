-- Words and parameters. FTS5 keeps no copy of the text: it reads the column by the row's number.
-- The text was folded by the program (atelier_sql::words), so that PostgreSQL finds the same.

CREATE VIRTUAL TABLE idx_orders_search USING fts5(
    search_text, content = 'orders', content_rowid = 'search_row', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE idx_products_search USING fts5(
    search_text, content = 'products', content_rowid = 'search_row', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2"
);
INSERT INTO idx_orders_search (idx_orders_search) VALUES ('rebuild');
INSERT INTO idx_products_search (idx_products_search) VALUES ('rebuild');

CREATE TRIGGER search_order AFTER INSERT ON orders
BEGIN
    INSERT INTO idx_orders_search (rowid, search_text) VALUES (NEW.search_row, NEW.search_text);
END;

CREATE TRIGGER search_order_delete AFTER DELETE ON orders
BEGIN
    INSERT INTO idx_orders_search (idx_orders_search, rowid, search_text) VALUES ('delete', OLD.search_row, OLD.search_text);
END;

CREATE TRIGGER search_order_update AFTER UPDATE OF search_text ON orders
WHEN OLD.search_text <> NEW.search_text
BEGIN
    INSERT INTO idx_orders_search (idx_orders_search, rowid, search_text) VALUES ('delete', OLD.search_row, OLD.search_text);
    INSERT INTO idx_orders_search (rowid, search_text) VALUES (NEW.search_row, NEW.search_text);
END;

CREATE TRIGGER search_product AFTER INSERT ON products
BEGIN
    INSERT INTO idx_products_search (rowid, search_text) VALUES (NEW.search_row, NEW.search_text);
END;

CREATE TRIGGER search_product_delete AFTER DELETE ON products
BEGIN
    INSERT INTO idx_products_search (idx_products_search, rowid, search_text) VALUES ('delete', OLD.search_row, OLD.search_text);
END;

CREATE TRIGGER search_product_update AFTER UPDATE OF search_text ON products
WHEN OLD.search_text <> NEW.search_text
BEGIN
    INSERT INTO idx_products_search (idx_products_search, rowid, search_text) VALUES ('delete', OLD.search_row, OLD.search_text);
    INSERT INTO idx_products_search (rowid, search_text) VALUES (NEW.search_row, NEW.search_text);
END;

-- An index on the whole of a document, which PostgreSQL has, is here one on each member that pages filter by.
CREATE INDEX idx_orders_parameters ON orders(base_parameter_set ->> '$.seed');
CREATE INDEX idx_products_metadata ON products(metadata ->> '$.model', metadata ->> '$.steps');
CREATE INDEX idx_products_metadata_seed ON products(metadata ->> '$.seed');
CREATE INDEX idx_products_metadata_sampler ON products(metadata ->> '$.sampler');
CREATE INDEX idx_products_metadata_provider ON products(metadata ->> '$.provider');
