-- An editor who is signed in to the desk. The browser holds a secret, and here stands a hash of it together with the
-- editor token: a copy of this table lets nobody in, and another token ends every session.
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Names the mailbox that an asking would reach, in whichever spelling, by a keyed hash. Empty for older askings.
ALTER TABLE consents ADD COLUMN mailbox TEXT;

CREATE INDEX consents_by_mailbox ON consents (mailbox)
WHERE confirmed_at IS NULL AND mailbox IS NOT NULL AND mailed_for IS NOT NULL;
