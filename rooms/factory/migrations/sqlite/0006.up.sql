-- News of providers: the sealed secret that they are signed with, and what was heard of an item.
-- heard_of is the id of the last news, so that the same is not heard twice; heard_at is set until a worker was told.

ALTER TABLE providers ADD COLUMN webhook_secret_encrypted TEXT;
ALTER TABLE order_items ADD COLUMN heard_of TEXT;
ALTER TABLE order_items ADD COLUMN heard_at INTEGER;
CREATE INDEX idx_order_items_heard ON order_items(worker_id) WHERE heard_at IS NOT NULL;
