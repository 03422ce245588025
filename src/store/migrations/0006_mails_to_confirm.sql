-- The asking (its asked_at) whose mail the Postmaster has. Where it is behind, the clock hands the mail over.

ALTER TABLE consents ADD COLUMN mailed_for INTEGER;

UPDATE consents SET mailed_for = asked_at WHERE confirmed_at IS NULL;

CREATE INDEX consents_unmailed ON consents (id)
WHERE confirmed_at IS NULL AND (mailed_for IS NULL OR mailed_for < asked_at);
