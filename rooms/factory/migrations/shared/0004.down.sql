-- Copies that tenants have stay: they are theirs.
DELETE FROM lookups WHERE tenant_id = 'house';
DELETE FROM system_settings WHERE tenant_id = 'house';
DELETE FROM models WHERE tenant_id = 'house';
DELETE FROM providers WHERE tenant_id = 'house';
