DROP INDEX idx_orders_active;
CREATE INDEX idx_orders_active ON orders(tenant_id, provider, priority DESC, created_at) WHERE status IN ('pending', 'processing');
ALTER TABLE providers DROP COLUMN paused_at;
ALTER TABLE orders DROP COLUMN line_place;
