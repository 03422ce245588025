-- A change of address that was confirmed: the row of the old address, as long as a mail to it is owed. Where it is owed
-- still, the clock hands it over.
ALTER TABLE consents ADD COLUMN tells INTEGER REFERENCES subscribers (id) ON DELETE SET NULL;

CREATE INDEX consents_untold ON consents (id) WHERE tells IS NOT NULL;
