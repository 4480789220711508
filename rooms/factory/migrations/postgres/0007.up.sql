-- The gallery by what it is filtered by, as fast with a million products as with ten.

-- The included columns are there so that counting reads the index alone.
DROP INDEX idx_products_rating;
CREATE INDEX idx_products_liked_gallery ON products(tenant_id, created_at DESC, id DESC) INCLUDE (rating) WHERE liked AND deleted_at IS NULL;
CREATE INDEX idx_products_rated_gallery ON products(tenant_id, created_at DESC, id DESC) INCLUDE (rating) WHERE rating IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX idx_products_metadata_model ON products(tenant_id, (metadata ->> 'model'), created_at DESC, id DESC);

-- When the product was made: the latest with a tag are found in the order of the gallery.
ALTER TABLE tag_associations ADD COLUMN made_at BIGINT;
UPDATE tag_associations SET made_at = products.created_at FROM products
WHERE tag_associations.entity_type = 'product' AND products.id = tag_associations.entity_id;
CREATE INDEX idx_tag_associations_gallery ON tag_associations(tenant_id, tag_id, made_at DESC, entity_id DESC) WHERE entity_type = 'product' AND is_live;

CREATE FUNCTION date_tag_association() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT created_at INTO NEW.made_at FROM products WHERE id = NEW.entity_id;
    RETURN NEW;
END $$;

CREATE FUNCTION date_tagged_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE tag_associations SET made_at = NEW.created_at WHERE entity_type = 'product' AND entity_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER date_tag_association BEFORE INSERT ON tag_associations
    FOR EACH ROW WHEN (NEW.entity_type = 'product') EXECUTE FUNCTION date_tag_association();
CREATE TRIGGER date_tagged_product AFTER UPDATE OF created_at ON products
    FOR EACH ROW WHEN (OLD.created_at <> NEW.created_at) EXECUTE FUNCTION date_tagged_product();
