-- Why nothing is begun at a provider until `waits_until`, in its own words.

ALTER TABLE providers ADD COLUMN waits_because TEXT;
