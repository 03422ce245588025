-- Who changed their address: the row of the old one names that of the new one, so that erasing the new one erases
-- both. It does so no longer once somebody gets the mail under the old address again.

ALTER TABLE subscribers ADD COLUMN moved_to INTEGER REFERENCES subscribers (id) ON DELETE SET NULL;

CREATE INDEX subscribers_by_moved_to ON subscribers (moved_to) WHERE moved_to IS NOT NULL;

UPDATE subscribers SET moved_to =
  (SELECT subscriber_id FROM consents WHERE replaces = subscribers.id AND confirmed_at IS NOT NULL
   ORDER BY id DESC LIMIT 1)
WHERE state = 'unsubscribed' AND id IN
  (SELECT replaces FROM consents WHERE confirmed_at IS NOT NULL AND replaces <> subscriber_id);

UPDATE subscribers SET name = coalesce(name, (SELECT name FROM subscribers AS old WHERE old.moved_to = subscribers.id))
WHERE id IN (SELECT moved_to FROM subscribers WHERE moved_to IS NOT NULL);

UPDATE subscribers SET name = NULL WHERE moved_to IS NOT NULL;

UPDATE consents SET replaces = NULL WHERE confirmed_at IS NOT NULL;
