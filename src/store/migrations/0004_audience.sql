-- How people join: what each was asked, with which words, and when they said yes.

-- One row is one asking. Its id stands in the link of the confirmation mail and is never given out again, so a
-- link belongs to one asking and dies with it. Answered ones stay as the proof of consent.
CREATE TABLE consents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subscriber_id INTEGER NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  wording TEXT NOT NULL,
  -- A change of address: who leaves when this one confirms.
  replaces INTEGER REFERENCES subscribers (id) ON DELETE SET NULL,
  asked_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  confirmed_at INTEGER
) STRICT;

CREATE INDEX consents_by_subscriber ON consents (subscriber_id);
CREATE INDEX consents_by_replaced ON consents (replaces) WHERE replaces IS NOT NULL;

-- At most one open asking per person: asking again renews it.
CREATE UNIQUE INDEX consents_open ON consents (subscriber_id) WHERE confirmed_at IS NULL;

-- A link to the data of its reader, mailed to the address: for one act, within an hour. The row goes with the act.
CREATE TABLE visits (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subscriber_id INTEGER NOT NULL UNIQUE REFERENCES subscribers (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT;

-- The counter of erasures grows with every erasure, so that an import sees one that happens while it reads.
INSERT INTO counters (name, value) VALUES ('erasures', 0);

-- Under which key people were erased: names the key, does not tell it. An import under another one would bring
-- them back, and is refused.
CREATE TABLE erasure_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  fingerprint TEXT NOT NULL
) STRICT;
