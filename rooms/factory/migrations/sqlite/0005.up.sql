-- Orders that were moved by hand within their priority, and lanes that stand still because somebody wants it.
-- An order that nobody moved has the place of its age; `order/line.rs` has the same words for it.
ALTER TABLE orders ADD COLUMN line_place INTEGER;
ALTER TABLE providers ADD COLUMN paused_at INTEGER;
DROP INDEX idx_orders_active;
CREATE INDEX idx_orders_active ON orders(tenant_id, provider, priority DESC, (coalesce(line_place, created_at * 1024)), created_at) WHERE status IN ('pending', 'processing');
