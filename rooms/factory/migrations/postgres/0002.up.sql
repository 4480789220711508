-- Counts that are kept: of what is not in the bin, whatever happens to it. Triggers run once a statement,
-- over the rows before and after it, so that an order of a hundred thousand items is counted a few times.

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

CREATE FUNCTION update_project_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF TG_TABLE_NAME = 'products' THEN
            UPDATE projects SET product_count = product_count + change.n
            FROM (SELECT project_id, count(*) AS n FROM new_rows WHERE deleted_at IS NULL GROUP BY project_id) AS change
            WHERE projects.id = change.project_id;
        ELSE
            UPDATE projects SET order_count = order_count + change.n
            FROM (SELECT project_id, count(*) AS n FROM new_rows WHERE deleted_at IS NULL GROUP BY project_id) AS change
            WHERE projects.id = change.project_id;
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        IF TG_TABLE_NAME = 'products' THEN
            UPDATE projects SET product_count = product_count - change.n
            FROM (SELECT project_id, count(*) AS n FROM old_rows WHERE deleted_at IS NULL GROUP BY project_id) AS change
            WHERE projects.id = change.project_id;
        ELSE
            UPDATE projects SET order_count = order_count - change.n
            FROM (SELECT project_id, count(*) AS n FROM old_rows WHERE deleted_at IS NULL GROUP BY project_id) AS change
            WHERE projects.id = change.project_id;
        END IF;
    ELSIF TG_TABLE_NAME = 'products' THEN
        UPDATE projects SET product_count = product_count + change.n
        FROM (SELECT project_id, sum(sign) AS n FROM (
            SELECT project_id, 1 AS sign FROM new_rows WHERE deleted_at IS NULL
            UNION ALL SELECT project_id, -1 FROM old_rows WHERE deleted_at IS NULL) AS moves
            GROUP BY project_id HAVING sum(sign) <> 0) AS change
        WHERE projects.id = change.project_id;
    ELSE
        UPDATE projects SET order_count = order_count + change.n
        FROM (SELECT project_id, sum(sign) AS n FROM (
            SELECT project_id, 1 AS sign FROM new_rows WHERE deleted_at IS NULL
            UNION ALL SELECT project_id, -1 FROM old_rows WHERE deleted_at IS NULL) AS moves
            GROUP BY project_id HAVING sum(sign) <> 0) AS change
        WHERE projects.id = change.project_id;
    END IF;
    RETURN NULL;
END $$;

-- In the order of their keys, so that two of them never wait for each other.
CREATE FUNCTION update_product_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO product_days (tenant_id, project_id, day, product_count)
        SELECT tenant_id, coalesce(project_id, '00000000-0000-0000-0000-000000000000'), created_at / 86400000, sum(sign) FROM (
            SELECT tenant_id, project_id, created_at, 1 AS sign FROM new_rows WHERE deleted_at IS NULL) AS moves
        GROUP BY 1, 2, 3 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3
        ON CONFLICT (tenant_id, project_id, day)
        DO UPDATE SET product_count = product_days.product_count + EXCLUDED.product_count;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO product_days (tenant_id, project_id, day, product_count)
        SELECT tenant_id, coalesce(project_id, '00000000-0000-0000-0000-000000000000'), created_at / 86400000, sum(sign) FROM (
            SELECT tenant_id, project_id, created_at, -1 AS sign FROM old_rows WHERE deleted_at IS NULL) AS moves
        GROUP BY 1, 2, 3 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3
        ON CONFLICT (tenant_id, project_id, day)
        DO UPDATE SET product_count = product_days.product_count + EXCLUDED.product_count;
    ELSE
        INSERT INTO product_days (tenant_id, project_id, day, product_count)
        SELECT tenant_id, coalesce(project_id, '00000000-0000-0000-0000-000000000000'), created_at / 86400000, sum(sign) FROM (
            SELECT tenant_id, project_id, created_at, 1 AS sign FROM new_rows WHERE deleted_at IS NULL
            UNION ALL SELECT tenant_id, project_id, created_at, -1 AS sign FROM old_rows WHERE deleted_at IS NULL) AS moves
        GROUP BY 1, 2, 3 HAVING sum(sign) <> 0 ORDER BY 1, 2, 3
        ON CONFLICT (tenant_id, project_id, day)
        DO UPDATE SET product_count = product_days.product_count + EXCLUDED.product_count;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION update_template_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE templates SET usage_count = usage_count + change.n
        FROM (SELECT template_id, count(*) AS n FROM new_rows WHERE deleted_at IS NULL GROUP BY template_id) AS change
        WHERE templates.id = change.template_id;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE templates SET usage_count = usage_count - change.n
        FROM (SELECT template_id, count(*) AS n FROM old_rows WHERE deleted_at IS NULL GROUP BY template_id) AS change
        WHERE templates.id = change.template_id;
    ELSE
        UPDATE templates SET usage_count = usage_count + change.n
        FROM (SELECT template_id, sum(sign) AS n FROM (
            SELECT template_id, 1 AS sign FROM new_rows WHERE deleted_at IS NULL
            UNION ALL SELECT template_id, -1 FROM old_rows WHERE deleted_at IS NULL) AS moves
            GROUP BY template_id HAVING sum(sign) <> 0) AS change
        WHERE templates.id = change.template_id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION update_order_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE orders SET expanded_count = expanded_count + change.items,
            completed_count = completed_count + change.complete, failed_count = failed_count + change.failed
        FROM (SELECT order_id, count(*) AS items, count(*) FILTER (WHERE status = 'complete') AS complete,
            count(*) FILTER (WHERE status = 'failed') AS failed FROM new_rows GROUP BY order_id) AS change
        WHERE orders.id = change.order_id;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE orders SET expanded_count = expanded_count - change.items,
            completed_count = completed_count - change.complete, failed_count = failed_count - change.failed
        FROM (SELECT order_id, count(*) AS items, count(*) FILTER (WHERE status = 'complete') AS complete,
            count(*) FILTER (WHERE status = 'failed') AS failed FROM old_rows GROUP BY order_id) AS change
        WHERE orders.id = change.order_id;
    ELSE
        UPDATE orders SET expanded_count = expanded_count + change.items,
            completed_count = completed_count + change.complete, failed_count = failed_count + change.failed
        FROM (SELECT order_id, sum(sign) AS items, coalesce(sum(sign) FILTER (WHERE status = 'complete'), 0) AS complete,
            coalesce(sum(sign) FILTER (WHERE status = 'failed'), 0) AS failed
            FROM (SELECT order_id, status, 1 AS sign FROM new_rows
                UNION ALL SELECT order_id, status, -1 FROM old_rows) AS moves
            GROUP BY order_id) AS change
        WHERE orders.id = change.order_id AND (change.items, change.complete, change.failed) <> (0, 0, 0);
    END IF;
    RETURN NULL;
END $$;

-- What is filed while it is in the bin is counted when it comes out.
CREATE FUNCTION update_collection_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE collections SET product_count = product_count + change.n
        FROM (SELECT collection_id, count(*) AS n FROM new_rows WHERE is_live GROUP BY collection_id) AS change
        WHERE collections.id = change.collection_id;
        UPDATE collection_products AS filed SET is_live = NOT filed.is_live
        FROM new_rows JOIN products ON products.id = new_rows.product_id
        WHERE filed.collection_id = new_rows.collection_id AND filed.product_id = new_rows.product_id
            AND filed.is_live <> (products.deleted_at IS NULL);
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE collections SET product_count = product_count - change.n
        FROM (SELECT collection_id, count(*) AS n FROM old_rows WHERE is_live GROUP BY collection_id) AS change
        WHERE collections.id = change.collection_id;
    ELSE
        UPDATE collections SET product_count = product_count + change.n
        FROM (SELECT collection_id, sum(sign) AS n FROM (
            SELECT collection_id, 1 AS sign FROM new_rows WHERE is_live
            UNION ALL SELECT collection_id, -1 FROM old_rows WHERE is_live) AS moves
            GROUP BY collection_id HAVING sum(sign) <> 0) AS change
        WHERE collections.id = change.collection_id;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION update_tag_counts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kind text;
    missing boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE tags SET usage_count = usage_count + change.n
        FROM (SELECT tag_id, count(*) AS n FROM new_rows WHERE is_live GROUP BY tag_id) AS change
        WHERE tags.id = change.tag_id;
        FOR kind IN SELECT DISTINCT entity_type FROM new_rows LOOP
            -- The lock keeps what is named from going before the association is there.
            EXECUTE format('SELECT 1 FROM %I AS named WHERE id IN (SELECT entity_id FROM new_rows WHERE entity_type = %L) '
                'ORDER BY id FOR KEY SHARE', kind || 's', kind);
            EXECUTE format('SELECT EXISTS (SELECT 1 FROM new_rows WHERE entity_type = %L AND NOT EXISTS '
                '(SELECT 1 FROM %I AS named WHERE named.id = new_rows.entity_id AND named.tenant_id = new_rows.tenant_id))',
                kind, kind || 's') INTO missing;
            IF missing THEN
                RAISE EXCEPTION 'tag_associations names an entity that is not there' USING ERRCODE = 'foreign_key_violation';
            END IF;
            EXECUTE format('UPDATE tag_associations AS filed SET is_live = NOT filed.is_live '
                'FROM new_rows JOIN %I AS named ON named.id = new_rows.entity_id '
                'WHERE new_rows.entity_type = %L AND filed.tag_id = new_rows.tag_id AND filed.entity_type = new_rows.entity_type '
                'AND filed.entity_id = new_rows.entity_id AND filed.is_live <> (named.deleted_at IS NULL)', kind || 's', kind);
        END LOOP;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE tags SET usage_count = usage_count - change.n
        FROM (SELECT tag_id, count(*) AS n FROM old_rows WHERE is_live GROUP BY tag_id) AS change
        WHERE tags.id = change.tag_id;
    ELSE
        UPDATE tags SET usage_count = usage_count + change.n
        FROM (SELECT tag_id, sum(sign) AS n FROM (
            SELECT tag_id, 1 AS sign FROM new_rows WHERE is_live
            UNION ALL SELECT tag_id, -1 FROM old_rows WHERE is_live) AS moves
            GROUP BY tag_id HAVING sum(sign) <> 0) AS change
        WHERE tags.id = change.tag_id;
    END IF;
    RETURN NULL;
END $$;

-- Into the bin and out of it. The argument is what an association calls the table's rows.
CREATE FUNCTION bin_entities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM new_rows JOIN old_rows USING (id)
        WHERE (old_rows.deleted_at IS NULL) <> (new_rows.deleted_at IS NULL)) THEN
        RETURN NULL;
    END IF;
    UPDATE tag_associations AS filed SET is_live = (new_rows.deleted_at IS NULL)
    FROM new_rows JOIN old_rows USING (id)
    WHERE filed.entity_type = TG_ARGV[0] AND filed.entity_id = new_rows.id
        AND (old_rows.deleted_at IS NULL) <> (new_rows.deleted_at IS NULL);
    IF TG_TABLE_NAME = 'products' THEN
        UPDATE collection_products AS filed SET is_live = (new_rows.deleted_at IS NULL)
        FROM new_rows JOIN old_rows USING (id)
        WHERE filed.product_id = new_rows.id
            AND (old_rows.deleted_at IS NULL) <> (new_rows.deleted_at IS NULL);
    END IF;
    RETURN NULL;
END $$;

-- For good: what a foreign key would take along.
CREATE FUNCTION purge_entities() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM tag_associations USING old_rows
    WHERE tag_associations.entity_type = TG_ARGV[0] AND tag_associations.entity_id = old_rows.id;
    RETURN NULL;
END $$;

CREATE TRIGGER update_project_product_count AFTER INSERT ON products
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_project_counts();
CREATE TRIGGER update_project_product_count_delete AFTER DELETE ON products
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION update_project_counts();
CREATE TRIGGER update_project_product_count_update AFTER UPDATE ON products
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_project_counts();
CREATE TRIGGER update_product_days AFTER INSERT ON products
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_product_days();
CREATE TRIGGER update_product_days_delete AFTER DELETE ON products
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION update_product_days();
CREATE TRIGGER update_product_days_update AFTER UPDATE ON products
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_product_days();
CREATE TRIGGER update_project_order_count AFTER INSERT ON orders
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_project_counts();
CREATE TRIGGER update_project_order_count_delete AFTER DELETE ON orders
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION update_project_counts();
CREATE TRIGGER update_project_order_count_update AFTER UPDATE ON orders
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_project_counts();
CREATE TRIGGER update_template_usage_count AFTER INSERT ON orders
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_template_counts();
CREATE TRIGGER update_template_usage_count_delete AFTER DELETE ON orders
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION update_template_counts();
CREATE TRIGGER update_template_usage_count_update AFTER UPDATE ON orders
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_template_counts();
CREATE TRIGGER update_order_item_counts AFTER INSERT ON order_items
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_order_counts();
CREATE TRIGGER update_order_item_counts_delete AFTER DELETE ON order_items
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION update_order_counts();
CREATE TRIGGER update_order_item_counts_update AFTER UPDATE ON order_items
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_order_counts();
CREATE TRIGGER update_collection_product_count AFTER INSERT ON collection_products
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_collection_counts();
CREATE TRIGGER update_collection_product_count_delete AFTER DELETE ON collection_products
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION update_collection_counts();
CREATE TRIGGER update_collection_product_count_update AFTER UPDATE ON collection_products
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_collection_counts();
CREATE TRIGGER update_tag_usage_count AFTER INSERT ON tag_associations
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_tag_counts();
CREATE TRIGGER update_tag_usage_count_delete AFTER DELETE ON tag_associations
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION update_tag_counts();
CREATE TRIGGER update_tag_usage_count_update AFTER UPDATE ON tag_associations
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION update_tag_counts();
CREATE TRIGGER bin_product AFTER UPDATE ON products
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION bin_entities('product');
CREATE TRIGGER purge_product AFTER DELETE ON products
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION purge_entities('product');
CREATE TRIGGER bin_project AFTER UPDATE ON projects
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION bin_entities('project');
CREATE TRIGGER purge_project AFTER DELETE ON projects
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION purge_entities('project');
CREATE TRIGGER bin_collection AFTER UPDATE ON collections
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION bin_entities('collection');
CREATE TRIGGER purge_collection AFTER DELETE ON collections
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION purge_entities('collection');
CREATE TRIGGER bin_order AFTER UPDATE ON orders
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION bin_entities('order');
CREATE TRIGGER purge_order AFTER DELETE ON orders
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION purge_entities('order');
