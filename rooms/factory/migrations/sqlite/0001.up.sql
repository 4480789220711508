-- The tables of the factory on SQLite. Types are those of STRICT tables; what PostgreSQL's types refuse
-- (length, truth, JSON) is refused here by checks, so that a database can move from one engine to the other.
-- Ids are UUIDs as text, made by the program; instants are milliseconds since 1970. Money is in millionths.

CREATE TABLE projects (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    name TEXT NOT NULL CHECK (length(name) <= 255),
    description TEXT,
    status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived', 'completed')),
    product_count INTEGER NOT NULL DEFAULT 0,
    order_count INTEGER NOT NULL DEFAULT 0,
    featured_product_ids TEXT CHECK (json_valid(featured_product_ids)),
    settings TEXT CHECK (json_valid(settings)),
    budget_micros INTEGER CHECK (budget_micros >= 0),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    deleted_at INTEGER
) STRICT;

CREATE INDEX idx_projects_status ON projects(status);
CREATE INDEX idx_projects_created_at ON projects(created_at);
CREATE INDEX idx_projects_deleted_at ON projects(deleted_at);
CREATE INDEX idx_projects_tenant ON projects(tenant_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;

CREATE TABLE providers (
    id TEXT NOT NULL CHECK (length(id) <= 100),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    name TEXT NOT NULL CHECK (length(name) <= 255),
    api_base_url TEXT,
    api_key_encrypted TEXT,
    is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1)),
    rate_limit_requests INTEGER CHECK (rate_limit_requests > 0),
    rate_limit_tokens INTEGER CHECK (rate_limit_tokens > 0),
    concurrent_limit INTEGER CHECK (concurrent_limit > 0),
    waits_until INTEGER,
    settings TEXT CHECK (json_valid(settings)),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE TABLE models (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    provider_id TEXT NOT NULL CHECK (length(provider_id) <= 100),
    model_id TEXT NOT NULL CHECK (length(model_id) <= 255),
    name TEXT NOT NULL CHECK (length(name) <= 255),
    family TEXT CHECK (length(family) <= 100),
    modality TEXT NOT NULL CHECK (length(modality) <= 100),
    version TEXT CHECK (length(version) <= 50),
    is_available INTEGER NOT NULL DEFAULT 1 CHECK (is_available IN (0, 1)),
    sunset_at INTEGER,
    parameter_schema TEXT CHECK (json_valid(parameter_schema)),
    capabilities TEXT CHECK (json_valid(capabilities)),
    pricing TEXT CHECK (json_valid(pricing)),
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    FOREIGN KEY (tenant_id, provider_id) REFERENCES providers(tenant_id, id),
    UNIQUE (tenant_id, provider_id, model_id)
) STRICT;

CREATE INDEX idx_models_provider_id ON models(provider_id);
CREATE INDEX idx_models_family ON models(family);
CREATE INDEX idx_models_modality ON models(modality);

CREATE TABLE templates (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    name TEXT NOT NULL CHECK (length(name) <= 255),
    description TEXT,
    provider TEXT NOT NULL CHECK (length(provider) <= 100),
    model TEXT NOT NULL CHECK (length(model) <= 200),
    parameter_set TEXT NOT NULL CHECK (json_valid(parameter_set)),
    project_id TEXT REFERENCES projects(id) ON DELETE CASCADE,
    is_global INTEGER NOT NULL DEFAULT 0 CHECK (is_global IN (0, 1)),
    usage_count INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;

CREATE INDEX idx_templates_provider_model ON templates(provider, model);
CREATE INDEX idx_templates_project_id ON templates(project_id);
CREATE INDEX idx_templates_is_global ON templates(is_global);
CREATE INDEX idx_templates_tenant ON templates(tenant_id, name);

-- `search_row` is what the full-text index calls a row: SQLite keeps a number only when a column holds it,
-- and then that column is the primary key. `id` is unique and never null all the same.
CREATE TABLE orders (
    search_row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    project_id TEXT REFERENCES projects(id) ON DELETE CASCADE,
    provider TEXT NOT NULL CHECK (length(provider) <= 100),
    model TEXT NOT NULL CHECK (length(model) <= 200),
    model_family TEXT CHECK (length(model_family) <= 100),
    model_modality TEXT CHECK (length(model_modality) <= 100),
    status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('draft', 'pending', 'processing', 'paused', 'fulfilled', 'partially_fulfilled', 'failed', 'cancelled')),
    base_parameter_set TEXT NOT NULL CHECK (json_valid(base_parameter_set)),
    expanded_count INTEGER NOT NULL DEFAULT 0,
    completed_count INTEGER NOT NULL DEFAULT 0,
    failed_count INTEGER NOT NULL DEFAULT 0,
    template_id TEXT REFERENCES templates(id),
    idempotency_key TEXT CHECK (length(idempotency_key) <= 128),
    priority INTEGER NOT NULL DEFAULT 0,
    seed TEXT CHECK (length(seed) <= 40),
    paused_at INTEGER,
    cancelled_at INTEGER,
    budget_micros INTEGER CHECK (budget_micros >= 0),
    estimated_cost_micros INTEGER CHECK (estimated_cost_micros >= 0),
    reserved_cost_micros INTEGER NOT NULL DEFAULT 0 CHECK (reserved_cost_micros >= 0),
    settled_cost_micros INTEGER NOT NULL DEFAULT 0 CHECK (settled_cost_micros >= 0),
    currency TEXT NOT NULL DEFAULT 'USD' CHECK (length(currency) <= 3),
    axes TEXT CHECK (json_valid(axes)),
    search_text TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    deleted_at INTEGER
) STRICT;

CREATE INDEX idx_orders_project_id ON orders(project_id);
CREATE INDEX idx_orders_status ON orders(status);
CREATE INDEX idx_orders_provider_model ON orders(provider, model);
CREATE INDEX idx_orders_created_at ON orders(created_at);
CREATE INDEX idx_orders_template_id ON orders(template_id) WHERE template_id IS NOT NULL;
CREATE INDEX idx_orders_tenant ON orders(tenant_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_orders_active ON orders(tenant_id, provider, priority DESC, created_at) WHERE status IN ('pending', 'processing');
CREATE INDEX idx_orders_deleted_at ON orders(deleted_at) WHERE deleted_at IS NOT NULL;
CREATE UNIQUE INDEX idx_orders_idempotency ON orders(tenant_id, idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE order_items (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    order_id TEXT NOT NULL REFERENCES orders(id) ON DELETE CASCADE,
    sequence_number INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'claimed', 'submitted', 'generating', 'complete', 'failed', 'cancelled')),
    generation_parameter_set TEXT CHECK (json_valid(generation_parameter_set)),
    actual_parameter_set TEXT CHECK (json_valid(actual_parameter_set)),
    return_parameter_set TEXT CHECK (json_valid(return_parameter_set)),
    provider_request_id TEXT CHECK (length(provider_request_id) <= 255),
    started_at INTEGER,
    completed_at INTEGER,
    error_message TEXT,
    retry_count INTEGER NOT NULL DEFAULT 0,
    provider TEXT NOT NULL CHECK (length(provider) <= 100),
    idempotency_key TEXT CHECK (length(idempotency_key) <= 128),
    attempt INTEGER NOT NULL DEFAULT 0,
    max_attempts INTEGER NOT NULL DEFAULT 4 CHECK (max_attempts > 0),
    next_attempt_at INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER,
    worker_id TEXT CHECK (length(worker_id) <= 100),
    ticket TEXT CHECK (json_valid(ticket)),
    attempted_at INTEGER,
    error_category TEXT CHECK (error_category IN ('transient', 'rate_limited', 'network', 'file_system', 'provider_outage', 'authentication', 'validation', 'content_policy', 'unknown')),
    is_exhausted INTEGER NOT NULL DEFAULT 0 CHECK (is_exhausted IN (0, 1)),
    reserved_cost_micros INTEGER NOT NULL DEFAULT 0 CHECK (reserved_cost_micros >= 0),
    settled_cost_micros INTEGER CHECK (settled_cost_micros >= 0),
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;

CREATE INDEX idx_order_items_order_id ON order_items(order_id);
CREATE INDEX idx_order_items_status ON order_items(status);
CREATE UNIQUE INDEX idx_order_items_order_sequence ON order_items(order_id, sequence_number);
-- What waits of an order: first what was never tried, in its sequence, then what is tried again, by its time.
CREATE INDEX idx_order_items_queue ON order_items(order_id, next_attempt_at, sequence_number) WHERE status = 'pending';
CREATE INDEX idx_order_items_running ON order_items(tenant_id, provider, order_id) WHERE status IN ('claimed', 'submitted', 'generating');
CREATE INDEX idx_order_items_attempted ON order_items(tenant_id, provider, attempted_at) WHERE attempted_at IS NOT NULL;
CREATE INDEX idx_order_items_lease ON order_items(lease_until) WHERE lease_until IS NOT NULL;
CREATE UNIQUE INDEX idx_order_items_idempotency ON order_items(tenant_id, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX idx_order_items_provider_request ON order_items(provider, provider_request_id) WHERE provider_request_id IS NOT NULL;

CREATE TABLE products (
    search_row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    order_item_id TEXT REFERENCES order_items(id) ON DELETE SET NULL,
    project_id TEXT REFERENCES projects(id) ON DELETE CASCADE,
    type TEXT NOT NULL CHECK (type IN ('image', 'video', 'audio')),
    file_path TEXT NOT NULL,
    file_size INTEGER CHECK (file_size >= 0),
    file_hash TEXT CHECK (length(file_hash) <= 64),
    thumbnail_paths TEXT CHECK (json_valid(thumbnail_paths)),
    width INTEGER,
    height INTEGER,
    duration REAL,
    mime_type TEXT CHECK (length(mime_type) <= 100),
    metadata TEXT CHECK (json_valid(metadata)),
    liked INTEGER NOT NULL DEFAULT 0 CHECK (liked IN (0, 1)),
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    notes TEXT,
    thumbhash BLOB,
    perceptual_hash INTEGER,
    has_content_credentials INTEGER NOT NULL DEFAULT 0 CHECK (has_content_credentials IN (0, 1)),
    search_text TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    deleted_at INTEGER
) STRICT;

CREATE INDEX idx_products_project_id ON products(project_id);
CREATE INDEX idx_products_order_item_id ON products(order_item_id);
CREATE INDEX idx_products_type ON products(type);
CREATE INDEX idx_products_liked ON products(liked);
CREATE INDEX idx_products_file_hash ON products(file_hash);
CREATE INDEX idx_products_created_at ON products(created_at);
CREATE INDEX idx_products_gallery ON products(tenant_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_products_project_gallery ON products(tenant_id, project_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_products_rating ON products(tenant_id, rating, created_at DESC, id DESC) WHERE rating IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX idx_products_deleted_at ON products(deleted_at) WHERE deleted_at IS NOT NULL;
-- One product a file and project, whatever made it how often: see product_provenance.
CREATE UNIQUE INDEX idx_products_dedupe ON products(tenant_id, project_id, file_hash) WHERE file_hash IS NOT NULL AND project_id IS NOT NULL;
CREATE UNIQUE INDEX idx_products_dedupe_unfiled ON products(tenant_id, file_hash) WHERE file_hash IS NOT NULL AND project_id IS NULL;

-- Every item that made the file. It outlives the item, so that a purged order takes no history away.
CREATE TABLE product_provenance (
    product_id TEXT NOT NULL REFERENCES products(id) ON DELETE CASCADE,
    order_item_id TEXT NOT NULL,
    output_index INTEGER NOT NULL DEFAULT 0,
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    order_id TEXT NOT NULL,
    provider TEXT NOT NULL CHECK (length(provider) <= 100),
    model TEXT NOT NULL CHECK (length(model) <= 200),
    parameter_set TEXT CHECK (json_valid(parameter_set)),
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    PRIMARY KEY (product_id, order_item_id, output_index)
) STRICT;

CREATE INDEX idx_product_provenance_order_item_id ON product_provenance(order_item_id);
CREATE INDEX idx_product_provenance_order_id ON product_provenance(order_id);

-- How many products there are of each day since 1970 (UTC) and project; the id of zeros is that of no project.
-- Counting a million rows for each page that is opened would be slow.
CREATE TABLE product_days (
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    project_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    product_count INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, project_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE collections (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    name TEXT NOT NULL CHECK (length(name) <= 255),
    description TEXT,
    cover_product_id TEXT REFERENCES products(id) ON DELETE SET NULL,
    product_count INTEGER NOT NULL DEFAULT 0,
    is_public INTEGER NOT NULL DEFAULT 0 CHECK (is_public IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    deleted_at INTEGER
) STRICT;

CREATE INDEX idx_collections_created_at ON collections(created_at);
CREATE INDEX idx_collections_tenant ON collections(tenant_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_collections_cover_product_id ON collections(cover_product_id) WHERE cover_product_id IS NOT NULL;

-- `is_live` says that the product is not in the bin; triggers keep it, and only live ones are counted.
CREATE TABLE collection_products (
    collection_id TEXT NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
    product_id TEXT NOT NULL REFERENCES products(id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    added_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1)),
    PRIMARY KEY (collection_id, product_id)
) STRICT;

CREATE INDEX idx_collection_products_product_id ON collection_products(product_id);
CREATE INDEX idx_collection_products_position ON collection_products(collection_id, position, product_id) WHERE is_live;

CREATE TABLE lookups (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    key TEXT NOT NULL CHECK (length(key) <= 100),
    "values" TEXT NOT NULL CHECK (json_valid("values")),
    description TEXT,
    category TEXT CHECK (length(category) <= 100),
    is_system INTEGER NOT NULL DEFAULT 0 CHECK (is_system IN (0, 1)),
    project_id TEXT REFERENCES projects(id) ON DELETE CASCADE,
    usage_count INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER))
) STRICT;

-- A project has words of its own beside those of its tenant.
CREATE UNIQUE INDEX idx_lookups_tenant_key ON lookups(tenant_id, key) WHERE project_id IS NULL;
CREATE UNIQUE INDEX idx_lookups_project_key ON lookups(tenant_id, project_id, key) WHERE project_id IS NOT NULL;
CREATE INDEX idx_lookups_key ON lookups(key);
CREATE INDEX idx_lookups_category ON lookups(category);

CREATE TABLE tags (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    name TEXT NOT NULL CHECK (length(name) <= 100),
    color TEXT CHECK (length(color) = 7 AND color GLOB '#[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]'),
    description TEXT,
    usage_count INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    UNIQUE (tenant_id, name)
) STRICT;

CREATE INDEX idx_tags_name ON tags(name);

-- An entity is in one of four tables, so that no foreign key can name it: triggers do its work.
CREATE TABLE tag_associations (
    tag_id TEXT NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    entity_type TEXT NOT NULL CHECK (entity_type IN ('project', 'product', 'collection', 'order')),
    entity_id TEXT NOT NULL,
    created_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1)),
    PRIMARY KEY (tag_id, entity_type, entity_id)
) STRICT;

CREATE INDEX idx_tag_associations_entity ON tag_associations(entity_type, entity_id);

CREATE TABLE generation_logs (
    id TEXT PRIMARY KEY NOT NULL DEFAULT (lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    order_item_id TEXT REFERENCES order_items(id) ON DELETE CASCADE,
    timestamp INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    level TEXT CHECK (level IN ('INFO', 'WARNING', 'ERROR')),
    message TEXT,
    details TEXT CHECK (json_valid(details)),
    attempt INTEGER
) STRICT;

CREATE INDEX idx_generation_logs_order_item_id ON generation_logs(order_item_id);
CREATE INDEX idx_generation_logs_timestamp ON generation_logs(timestamp);
CREATE INDEX idx_generation_logs_level ON generation_logs(level);

CREATE TABLE system_settings (
    key TEXT NOT NULL CHECK (length(key) <= 255),
    tenant_id TEXT NOT NULL CHECK (length(tenant_id) <= 40),
    value TEXT NOT NULL CHECK (json_valid(value)),
    description TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    updated_at INTEGER NOT NULL DEFAULT (CAST(unixepoch('subsec') * 1000 AS INTEGER)),
    PRIMARY KEY (tenant_id, key)
) STRICT;
