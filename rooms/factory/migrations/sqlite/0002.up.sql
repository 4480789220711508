-- Counts that are kept: of what is not in the bin, whatever happens to it.

-- Associations of entities that went while no trigger took them along.
DELETE FROM tag_associations WHERE NOT CASE entity_type
    WHEN 'project' THEN EXISTS (SELECT 1 FROM projects WHERE id = entity_id)
    WHEN 'product' THEN EXISTS (SELECT 1 FROM products WHERE id = entity_id)
    WHEN 'collection' THEN EXISTS (SELECT 1 FROM collections WHERE id = entity_id)
    ELSE EXISTS (SELECT 1 FROM orders WHERE id = entity_id)
END;

-- Rows may have come and gone while nobody counted.
UPDATE collection_products SET is_live = (SELECT deleted_at IS NULL FROM products WHERE id = collection_products.product_id);
UPDATE tag_associations SET is_live = CASE entity_type
    WHEN 'project' THEN (SELECT deleted_at IS NULL FROM projects WHERE id = entity_id)
    WHEN 'product' THEN (SELECT deleted_at IS NULL FROM products WHERE id = entity_id)
    WHEN 'collection' THEN (SELECT deleted_at IS NULL FROM collections WHERE id = entity_id)
    ELSE (SELECT deleted_at IS NULL FROM orders WHERE id = entity_id)
END;
UPDATE projects SET
    product_count = (SELECT count(*) FROM products WHERE project_id = projects.id AND deleted_at IS NULL),
    order_count = (SELECT count(*) FROM orders WHERE project_id = projects.id AND deleted_at IS NULL);
UPDATE orders SET
    expanded_count = (SELECT count(*) FROM order_items WHERE order_id = orders.id),
    completed_count = (SELECT count(*) FROM order_items WHERE order_id = orders.id AND status = 'complete'),
    failed_count = (SELECT count(*) FROM order_items WHERE order_id = orders.id AND status = 'failed');
UPDATE templates SET usage_count = (SELECT count(*) FROM orders WHERE template_id = templates.id AND deleted_at IS NULL);
UPDATE collections SET product_count = (SELECT count(*) FROM collection_products WHERE collection_id = collections.id AND is_live);
UPDATE tags SET usage_count = (SELECT count(*) FROM tag_associations WHERE tag_id = tags.id AND is_live);
DELETE FROM product_days;
INSERT INTO product_days (tenant_id, project_id, day, product_count)
SELECT tenant_id, coalesce(project_id, '00000000-0000-0000-0000-000000000000'), created_at / 86400000, count(*) FROM products
WHERE deleted_at IS NULL GROUP BY 1, 2, 3;

CREATE TRIGGER update_project_product_count AFTER INSERT ON products
WHEN NEW.project_id IS NOT NULL AND NEW.deleted_at IS NULL
BEGIN
    UPDATE projects SET product_count = product_count + 1 WHERE id = NEW.project_id;
END;

CREATE TRIGGER update_project_product_count_delete AFTER DELETE ON products
WHEN OLD.project_id IS NOT NULL AND OLD.deleted_at IS NULL
BEGIN
    UPDATE projects SET product_count = product_count - 1 WHERE id = OLD.project_id;
END;

CREATE TRIGGER update_project_product_count_update AFTER UPDATE OF project_id, deleted_at ON products
WHEN OLD.project_id IS NOT NEW.project_id OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
BEGIN
    UPDATE projects SET product_count = product_count - 1 WHERE id = OLD.project_id AND OLD.deleted_at IS NULL;
    UPDATE projects SET product_count = product_count + 1 WHERE id = NEW.project_id AND NEW.deleted_at IS NULL;
END;

CREATE TRIGGER update_product_days AFTER INSERT ON products
WHEN NEW.deleted_at IS NULL
BEGIN
    INSERT INTO product_days (tenant_id, project_id, day, product_count)
    VALUES (NEW.tenant_id, coalesce(NEW.project_id, '00000000-0000-0000-0000-000000000000'), NEW.created_at / 86400000, 1)
    ON CONFLICT (tenant_id, project_id, day) DO UPDATE SET product_count = product_count + 1;
END;

CREATE TRIGGER update_product_days_delete AFTER DELETE ON products
WHEN OLD.deleted_at IS NULL
BEGIN
    UPDATE product_days SET product_count = product_count - 1
    WHERE tenant_id = OLD.tenant_id AND project_id = coalesce(OLD.project_id, '00000000-0000-0000-0000-000000000000') AND day = OLD.created_at / 86400000;
END;

CREATE TRIGGER update_product_days_update AFTER UPDATE OF project_id, deleted_at, created_at ON products
WHEN OLD.project_id IS NOT NEW.project_id OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
    OR OLD.created_at <> NEW.created_at
BEGIN
    UPDATE product_days SET product_count = product_count - 1
    WHERE OLD.deleted_at IS NULL AND tenant_id = OLD.tenant_id AND project_id = coalesce(OLD.project_id, '00000000-0000-0000-0000-000000000000') AND day = OLD.created_at / 86400000;
    INSERT INTO product_days (tenant_id, project_id, day, product_count)
    SELECT NEW.tenant_id, coalesce(NEW.project_id, '00000000-0000-0000-0000-000000000000'), NEW.created_at / 86400000, 1
    WHERE NEW.deleted_at IS NULL
    ON CONFLICT (tenant_id, project_id, day) DO UPDATE SET product_count = product_count + 1;
END;

CREATE TRIGGER update_project_order_count AFTER INSERT ON orders
WHEN NEW.deleted_at IS NULL
BEGIN
    UPDATE projects SET order_count = order_count + 1 WHERE id = NEW.project_id;
    UPDATE templates SET usage_count = usage_count + 1 WHERE id = NEW.template_id;
END;

CREATE TRIGGER update_project_order_count_delete AFTER DELETE ON orders
WHEN OLD.deleted_at IS NULL
BEGIN
    UPDATE projects SET order_count = order_count - 1 WHERE id = OLD.project_id;
    UPDATE templates SET usage_count = usage_count - 1 WHERE id = OLD.template_id;
END;

CREATE TRIGGER update_project_order_count_update AFTER UPDATE OF project_id, template_id, deleted_at ON orders
WHEN OLD.project_id IS NOT NEW.project_id OR OLD.template_id IS NOT NEW.template_id
    OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
BEGIN
    UPDATE projects SET order_count = order_count - 1 WHERE id = OLD.project_id AND OLD.deleted_at IS NULL;
    UPDATE projects SET order_count = order_count + 1 WHERE id = NEW.project_id AND NEW.deleted_at IS NULL;
    UPDATE templates SET usage_count = usage_count - 1 WHERE id = OLD.template_id AND OLD.deleted_at IS NULL;
    UPDATE templates SET usage_count = usage_count + 1 WHERE id = NEW.template_id AND NEW.deleted_at IS NULL;
END;

CREATE TRIGGER update_order_item_counts AFTER INSERT ON order_items
BEGIN
    UPDATE orders SET expanded_count = expanded_count + 1,
        completed_count = completed_count + (NEW.status = 'complete'),
        failed_count = failed_count + (NEW.status = 'failed')
    WHERE id = NEW.order_id;
END;

CREATE TRIGGER update_order_item_counts_delete AFTER DELETE ON order_items
BEGIN
    UPDATE orders SET expanded_count = expanded_count - 1,
        completed_count = completed_count - (OLD.status = 'complete'),
        failed_count = failed_count - (OLD.status = 'failed')
    WHERE id = OLD.order_id;
END;

CREATE TRIGGER update_order_item_counts_status AFTER UPDATE OF status ON order_items
WHEN OLD.order_id = NEW.order_id AND ((OLD.status = 'complete') <> (NEW.status = 'complete')
    OR (OLD.status = 'failed') <> (NEW.status = 'failed'))
BEGIN
    UPDATE orders SET
        completed_count = completed_count + (NEW.status = 'complete') - (OLD.status = 'complete'),
        failed_count = failed_count + (NEW.status = 'failed') - (OLD.status = 'failed')
    WHERE id = NEW.order_id;
END;

CREATE TRIGGER update_order_item_counts_move AFTER UPDATE OF order_id ON order_items
WHEN OLD.order_id <> NEW.order_id
BEGIN
    UPDATE orders SET expanded_count = expanded_count - 1,
        completed_count = completed_count - (OLD.status = 'complete'),
        failed_count = failed_count - (OLD.status = 'failed')
    WHERE id = OLD.order_id;
    UPDATE orders SET expanded_count = expanded_count + 1,
        completed_count = completed_count + (NEW.status = 'complete'),
        failed_count = failed_count + (NEW.status = 'failed')
    WHERE id = NEW.order_id;
END;

-- What is filed while it is in the bin is counted when it comes out.
CREATE TRIGGER update_collection_product_count AFTER INSERT ON collection_products
BEGIN
    UPDATE collections SET product_count = product_count + 1 WHERE id = NEW.collection_id AND NEW.is_live;
    UPDATE collection_products SET is_live = NOT is_live
    WHERE collection_id = NEW.collection_id AND product_id = NEW.product_id
        AND is_live <> (SELECT deleted_at IS NULL FROM products WHERE id = NEW.product_id);
END;

CREATE TRIGGER update_collection_product_count_delete AFTER DELETE ON collection_products
WHEN OLD.is_live
BEGIN
    UPDATE collections SET product_count = product_count - 1 WHERE id = OLD.collection_id;
END;

CREATE TRIGGER update_collection_product_count_update AFTER UPDATE OF collection_id, is_live ON collection_products
WHEN OLD.collection_id <> NEW.collection_id OR OLD.is_live <> NEW.is_live
BEGIN
    UPDATE collections SET product_count = product_count - 1 WHERE id = OLD.collection_id AND OLD.is_live;
    UPDATE collections SET product_count = product_count + 1 WHERE id = NEW.collection_id AND NEW.is_live;
END;

CREATE TRIGGER update_tag_usage_count AFTER INSERT ON tag_associations
BEGIN
    SELECT RAISE(ABORT, 'tag_associations names an entity that is not there')
    WHERE NOT CASE NEW.entity_type
        WHEN 'project' THEN EXISTS (SELECT 1 FROM projects WHERE id = NEW.entity_id AND tenant_id = NEW.tenant_id)
        WHEN 'product' THEN EXISTS (SELECT 1 FROM products WHERE id = NEW.entity_id AND tenant_id = NEW.tenant_id)
        WHEN 'collection' THEN EXISTS (SELECT 1 FROM collections WHERE id = NEW.entity_id AND tenant_id = NEW.tenant_id)
        ELSE EXISTS (SELECT 1 FROM orders WHERE id = NEW.entity_id AND tenant_id = NEW.tenant_id)
    END;
    UPDATE tags SET usage_count = usage_count + 1 WHERE id = NEW.tag_id AND NEW.is_live;
    UPDATE tag_associations SET is_live = NOT is_live
    WHERE tag_id = NEW.tag_id AND entity_type = NEW.entity_type AND entity_id = NEW.entity_id
        AND is_live <> CASE NEW.entity_type
            WHEN 'project' THEN (SELECT deleted_at IS NULL FROM projects WHERE id = NEW.entity_id)
            WHEN 'product' THEN (SELECT deleted_at IS NULL FROM products WHERE id = NEW.entity_id)
            WHEN 'collection' THEN (SELECT deleted_at IS NULL FROM collections WHERE id = NEW.entity_id)
            ELSE (SELECT deleted_at IS NULL FROM orders WHERE id = NEW.entity_id)
        END;
END;

CREATE TRIGGER update_tag_usage_count_delete AFTER DELETE ON tag_associations
WHEN OLD.is_live
BEGIN
    UPDATE tags SET usage_count = usage_count - 1 WHERE id = OLD.tag_id;
END;

CREATE TRIGGER update_tag_usage_count_update AFTER UPDATE OF tag_id, is_live ON tag_associations
WHEN OLD.tag_id <> NEW.tag_id OR OLD.is_live <> NEW.is_live
BEGIN
    UPDATE tags SET usage_count = usage_count - 1 WHERE id = OLD.tag_id AND OLD.is_live;
    UPDATE tags SET usage_count = usage_count + 1 WHERE id = NEW.tag_id AND NEW.is_live;
END;

-- Into the bin and out of it.
CREATE TRIGGER bin_product AFTER UPDATE OF deleted_at ON products
WHEN (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
BEGIN
    UPDATE collection_products SET is_live = (NEW.deleted_at IS NULL) WHERE product_id = NEW.id;
    UPDATE tag_associations SET is_live = (NEW.deleted_at IS NULL) WHERE entity_type = 'product' AND entity_id = NEW.id;
END;

CREATE TRIGGER bin_project AFTER UPDATE OF deleted_at ON projects
WHEN (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
BEGIN
    UPDATE tag_associations SET is_live = (NEW.deleted_at IS NULL) WHERE entity_type = 'project' AND entity_id = NEW.id;
END;

CREATE TRIGGER bin_collection AFTER UPDATE OF deleted_at ON collections
WHEN (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
BEGIN
    UPDATE tag_associations SET is_live = (NEW.deleted_at IS NULL) WHERE entity_type = 'collection' AND entity_id = NEW.id;
END;

CREATE TRIGGER bin_order AFTER UPDATE OF deleted_at ON orders
WHEN (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)
BEGIN
    UPDATE tag_associations SET is_live = (NEW.deleted_at IS NULL) WHERE entity_type = 'order' AND entity_id = NEW.id;
END;

-- For good: what a foreign key would take along.
CREATE TRIGGER purge_product AFTER DELETE ON products
BEGIN
    DELETE FROM tag_associations WHERE entity_type = 'product' AND entity_id = OLD.id;
END;

CREATE TRIGGER purge_project AFTER DELETE ON projects
BEGIN
    DELETE FROM tag_associations WHERE entity_type = 'project' AND entity_id = OLD.id;
END;

CREATE TRIGGER purge_collection AFTER DELETE ON collections
BEGIN
    DELETE FROM tag_associations WHERE entity_type = 'collection' AND entity_id = OLD.id;
END;

CREATE TRIGGER purge_order AFTER DELETE ON orders
BEGIN
    DELETE FROM tag_associations WHERE entity_type = 'order' AND entity_id = OLD.id;
END;
