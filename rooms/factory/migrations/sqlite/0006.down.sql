DROP INDEX idx_order_items_heard;
ALTER TABLE order_items DROP COLUMN heard_at;
ALTER TABLE order_items DROP COLUMN heard_of;
ALTER TABLE providers DROP COLUMN webhook_secret_encrypted;
