ALTER TABLE providers DROP COLUMN waits_because;
