-- The tables of the factory on PostgreSQL: ../sqlite says what its columns are for.

CREATE TABLE projects (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    name VARCHAR(255) NOT NULL,
    description TEXT,
    status VARCHAR(50) NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived', 'completed')),
    product_count INTEGER NOT NULL DEFAULT 0,
    order_count INTEGER NOT NULL DEFAULT 0,
    featured_product_ids JSONB,
    settings JSONB,
    budget_micros BIGINT CHECK (budget_micros >= 0),
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    deleted_at BIGINT
);

CREATE INDEX idx_projects_status ON projects(status);
CREATE INDEX idx_projects_created_at ON projects(created_at);
CREATE INDEX idx_projects_deleted_at ON projects(deleted_at);
CREATE INDEX idx_projects_tenant ON projects(tenant_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;

CREATE TABLE providers (
    id VARCHAR(100) NOT NULL,
    tenant_id VARCHAR(40) NOT NULL,
    name VARCHAR(255) NOT NULL,
    api_base_url TEXT,
    api_key_encrypted TEXT,
    is_enabled BOOLEAN NOT NULL DEFAULT TRUE,
    rate_limit_requests INTEGER CHECK (rate_limit_requests > 0),
    rate_limit_tokens INTEGER CHECK (rate_limit_tokens > 0),
    concurrent_limit INTEGER CHECK (concurrent_limit > 0),
    waits_until BIGINT,
    settings JSONB,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE models (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    provider_id VARCHAR(100) NOT NULL,
    model_id VARCHAR(255) NOT NULL,
    name VARCHAR(255) NOT NULL,
    family VARCHAR(100),
    modality VARCHAR(100) NOT NULL,
    version VARCHAR(50),
    is_available BOOLEAN NOT NULL DEFAULT TRUE,
    sunset_at BIGINT,
    parameter_schema JSONB,
    capabilities JSONB,
    pricing JSONB,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    FOREIGN KEY (tenant_id, provider_id) REFERENCES providers(tenant_id, id),
    UNIQUE (tenant_id, provider_id, model_id)
);

CREATE INDEX idx_models_provider_id ON models(provider_id);
CREATE INDEX idx_models_family ON models(family);
CREATE INDEX idx_models_modality ON models(modality);

CREATE TABLE templates (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    name VARCHAR(255) NOT NULL,
    description TEXT,
    provider VARCHAR(100) NOT NULL,
    model VARCHAR(200) NOT NULL,
    parameter_set JSONB NOT NULL,
    project_id UUID REFERENCES projects(id) ON DELETE CASCADE,
    is_global BOOLEAN NOT NULL DEFAULT FALSE,
    usage_count INTEGER NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint
);

CREATE INDEX idx_templates_provider_model ON templates(provider, model);
CREATE INDEX idx_templates_project_id ON templates(project_id);
CREATE INDEX idx_templates_is_global ON templates(is_global);
CREATE INDEX idx_templates_tenant ON templates(tenant_id, name);

CREATE TABLE orders (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    project_id UUID REFERENCES projects(id) ON DELETE CASCADE,
    provider VARCHAR(100) NOT NULL,
    model VARCHAR(200) NOT NULL,
    model_family VARCHAR(100),
    model_modality VARCHAR(100),
    status VARCHAR(50) NOT NULL DEFAULT 'pending' CHECK (status IN ('draft', 'pending', 'processing', 'paused', 'fulfilled', 'partially_fulfilled', 'failed', 'cancelled')),
    base_parameter_set JSONB NOT NULL,
    expanded_count INTEGER NOT NULL DEFAULT 0,
    completed_count INTEGER NOT NULL DEFAULT 0,
    failed_count INTEGER NOT NULL DEFAULT 0,
    template_id UUID REFERENCES templates(id),
    idempotency_key VARCHAR(128),
    priority INTEGER NOT NULL DEFAULT 0,
    seed VARCHAR(40),
    paused_at BIGINT,
    cancelled_at BIGINT,
    budget_micros BIGINT CHECK (budget_micros >= 0),
    estimated_cost_micros BIGINT CHECK (estimated_cost_micros >= 0),
    reserved_cost_micros BIGINT NOT NULL DEFAULT 0 CHECK (reserved_cost_micros >= 0),
    settled_cost_micros BIGINT NOT NULL DEFAULT 0 CHECK (settled_cost_micros >= 0),
    currency VARCHAR(3) NOT NULL DEFAULT 'USD',
    axes JSONB,
    search_text TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    deleted_at BIGINT
);

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
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    order_id UUID NOT NULL REFERENCES orders(id) ON DELETE CASCADE,
    sequence_number INTEGER NOT NULL,
    status VARCHAR(50) NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'claimed', 'submitted', 'generating', 'complete', 'failed', 'cancelled')),
    generation_parameter_set JSONB,
    actual_parameter_set JSONB,
    return_parameter_set JSONB,
    provider_request_id VARCHAR(255),
    started_at BIGINT,
    completed_at BIGINT,
    error_message TEXT,
    retry_count INTEGER NOT NULL DEFAULT 0,
    provider VARCHAR(100) NOT NULL,
    idempotency_key VARCHAR(128),
    attempt INTEGER NOT NULL DEFAULT 0,
    max_attempts INTEGER NOT NULL DEFAULT 4 CHECK (max_attempts > 0),
    next_attempt_at BIGINT NOT NULL DEFAULT 0,
    lease_until BIGINT,
    worker_id VARCHAR(100),
    ticket JSONB,
    attempted_at BIGINT,
    error_category VARCHAR(50) CHECK (error_category IN ('transient', 'rate_limited', 'network', 'file_system', 'provider_outage', 'authentication', 'validation', 'content_policy', 'unknown')),
    is_exhausted BOOLEAN NOT NULL DEFAULT FALSE,
    reserved_cost_micros BIGINT NOT NULL DEFAULT 0 CHECK (reserved_cost_micros >= 0),
    settled_cost_micros BIGINT CHECK (settled_cost_micros >= 0),
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint
);

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
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    order_item_id UUID REFERENCES order_items(id) ON DELETE SET NULL,
    project_id UUID REFERENCES projects(id) ON DELETE CASCADE,
    type VARCHAR(50) NOT NULL CHECK (type IN ('image', 'video', 'audio')),
    file_path TEXT NOT NULL,
    file_size BIGINT CHECK (file_size >= 0),
    file_hash VARCHAR(64),
    thumbnail_paths JSONB,
    width INTEGER,
    height INTEGER,
    duration FLOAT,
    mime_type VARCHAR(100),
    metadata JSONB,
    liked BOOLEAN NOT NULL DEFAULT FALSE,
    rating INTEGER CHECK (rating BETWEEN 1 AND 5),
    notes TEXT,
    thumbhash BYTEA,
    perceptual_hash BIGINT,
    has_content_credentials BOOLEAN NOT NULL DEFAULT FALSE,
    search_text TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    deleted_at BIGINT
);

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
    product_id UUID NOT NULL REFERENCES products(id) ON DELETE CASCADE,
    order_item_id UUID NOT NULL,
    output_index INTEGER NOT NULL DEFAULT 0,
    tenant_id VARCHAR(40) NOT NULL,
    order_id UUID NOT NULL,
    provider VARCHAR(100) NOT NULL,
    model VARCHAR(200) NOT NULL,
    parameter_set JSONB,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    PRIMARY KEY (product_id, order_item_id, output_index)
);

CREATE INDEX idx_product_provenance_order_item_id ON product_provenance(order_item_id);
CREATE INDEX idx_product_provenance_order_id ON product_provenance(order_id);

-- How many products there are of each day since 1970 (UTC) and project; the id of zeros is that of no project.
-- Counting a million rows for each page that is opened would be slow.
CREATE TABLE product_days (
    tenant_id VARCHAR(40) NOT NULL,
    project_id UUID NOT NULL,
    day INTEGER NOT NULL,
    product_count INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, project_id, day)
);

CREATE TABLE collections (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    name VARCHAR(255) NOT NULL,
    description TEXT,
    cover_product_id UUID REFERENCES products(id) ON DELETE SET NULL,
    product_count INTEGER NOT NULL DEFAULT 0,
    is_public BOOLEAN NOT NULL DEFAULT FALSE,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    deleted_at BIGINT
);

CREATE INDEX idx_collections_created_at ON collections(created_at);
CREATE INDEX idx_collections_tenant ON collections(tenant_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_collections_cover_product_id ON collections(cover_product_id) WHERE cover_product_id IS NOT NULL;

-- `is_live` says that the product is not in the bin; triggers keep it, and only live ones are counted.
CREATE TABLE collection_products (
    collection_id UUID NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
    product_id UUID NOT NULL REFERENCES products(id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    added_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    tenant_id VARCHAR(40) NOT NULL,
    is_live BOOLEAN NOT NULL DEFAULT TRUE,
    PRIMARY KEY (collection_id, product_id)
);

CREATE INDEX idx_collection_products_product_id ON collection_products(product_id);
CREATE INDEX idx_collection_products_position ON collection_products(collection_id, position, product_id) WHERE is_live;

CREATE TABLE lookups (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    key VARCHAR(100) NOT NULL,
    "values" JSONB NOT NULL,
    description TEXT,
    category VARCHAR(100),
    is_system BOOLEAN NOT NULL DEFAULT FALSE,
    project_id UUID REFERENCES projects(id) ON DELETE CASCADE,
    usage_count INTEGER NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint
);

-- A project has words of its own beside those of its tenant.
CREATE UNIQUE INDEX idx_lookups_tenant_key ON lookups(tenant_id, key) WHERE project_id IS NULL;
CREATE UNIQUE INDEX idx_lookups_project_key ON lookups(tenant_id, project_id, key) WHERE project_id IS NOT NULL;
CREATE INDEX idx_lookups_key ON lookups(key);
CREATE INDEX idx_lookups_category ON lookups(category);

CREATE TABLE tags (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    name VARCHAR(100) NOT NULL,
    color VARCHAR(7) CHECK (color ~ '^#[0-9a-fA-F]{6}$'),
    description TEXT,
    usage_count INTEGER NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    UNIQUE (tenant_id, name)
);

CREATE INDEX idx_tags_name ON tags(name);

-- An entity is in one of four tables, so that no foreign key can name it: triggers do its work.
CREATE TABLE tag_associations (
    tag_id UUID NOT NULL REFERENCES tags(id) ON DELETE CASCADE,
    entity_type VARCHAR(50) NOT NULL CHECK (entity_type IN ('project', 'product', 'collection', 'order')),
    entity_id UUID NOT NULL,
    created_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    tenant_id VARCHAR(40) NOT NULL,
    is_live BOOLEAN NOT NULL DEFAULT TRUE,
    PRIMARY KEY (tag_id, entity_type, entity_id)
);

CREATE INDEX idx_tag_associations_entity ON tag_associations(entity_type, entity_id);

CREATE TABLE generation_logs (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id VARCHAR(40) NOT NULL,
    order_item_id UUID REFERENCES order_items(id) ON DELETE CASCADE,
    timestamp BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    level VARCHAR(20) CHECK (level IN ('INFO', 'WARNING', 'ERROR')),
    message TEXT,
    details JSONB,
    attempt INTEGER
);

CREATE INDEX idx_generation_logs_order_item_id ON generation_logs(order_item_id);
CREATE INDEX idx_generation_logs_timestamp ON generation_logs(timestamp);
CREATE INDEX idx_generation_logs_level ON generation_logs(level);

CREATE TABLE system_settings (
    key VARCHAR(255) NOT NULL,
    tenant_id VARCHAR(40) NOT NULL,
    value JSONB NOT NULL,
    description TEXT,
    version BIGINT NOT NULL DEFAULT 1,
    updated_at BIGINT NOT NULL DEFAULT (extract(epoch FROM CURRENT_TIMESTAMP) * 1000)::bigint,
    PRIMARY KEY (tenant_id, key)
);
