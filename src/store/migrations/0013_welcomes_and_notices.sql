-- Mails that are owed: a welcome to each new reader, notices to the editors.

-- NULL: none is due. Where it is owed still, the clock hands it over.
ALTER TABLE consents ADD COLUMN welcome TEXT CHECK (welcome IN ('owed', 'handed'));

CREATE INDEX consents_unwelcomed ON consents (id) WHERE welcome = 'owed';

-- How often it was paused: each pause is a change of state of its own.
ALTER TABLE issues ADD COLUMN pauses INTEGER NOT NULL DEFAULT 0;

CREATE INDEX issues_paused ON issues (number) WHERE state = 'paused';

-- A mail to the editors, which tells one thing or several.
CREATE TABLE notice_mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  state TEXT NOT NULL CHECK (state IN ('planned', 'handed', 'late')),
  planned_at INTEGER NOT NULL
) STRICT;

CREATE INDEX notice_mails_by_time ON notice_mails (planned_at);

-- Something to tell, once for each change of state. Kept for ever, since its key is what keeps it from being told twice.
CREATE TABLE notices (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  change TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  state TEXT NOT NULL CHECK (state IN ('open', 'mailed', 'over', 'late')),
  mail_id INTEGER REFERENCES notice_mails (id),
  noticed_at INTEGER NOT NULL,
  UNIQUE (kind, subject, change),
  CHECK ((state = 'mailed') = (mail_id IS NOT NULL))
) STRICT;

CREATE INDEX notices_open ON notices (id) WHERE state = 'open';

CREATE INDEX notices_by_mail ON notices (mail_id) WHERE mail_id IS NOT NULL;
