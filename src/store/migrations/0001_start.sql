-- Everything that Copydesk keeps in D1. Times are milliseconds since 1970 in UTC, hashes are lower-case hex.
-- What the tables mean, their states and what each operation costs: ../README.md.

-- One row per normalised address, for ever: leaving and returning keeps it, so an id means one address.
CREATE TABLE subscribers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT UNIQUE,
  name TEXT,
  state TEXT NOT NULL
    CHECK (state IN ('pending', 'active', 'unsubscribed', 'bounced', 'complained', 'suppressed', 'erased')),
  activation INTEGER,
  source TEXT NOT NULL,
  erasure_hash TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  CHECK ((state = 'erased') = (email IS NULL)),
  CHECK ((state = 'erased') = (erasure_hash IS NOT NULL)),
  CHECK (state <> 'active' OR activation IS NOT NULL)
) STRICT;

-- Partial, since a row that is not in an index costs nothing to write.
CREATE UNIQUE INDEX subscribers_by_erasure_hash ON subscribers (erasure_hash) WHERE erasure_hash IS NOT NULL;

-- Numbers that only grow. Every entry into the state active takes the next activation.
CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO counters (name, value) VALUES ('activation', 0);

-- The name is that of the file for a report from content/reports, NULL for one that came over HTTP.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  raw TEXT NOT NULL,
  raw_sha256 TEXT NOT NULL,
  overrides TEXT NOT NULL DEFAULT '[]' CHECK (json_type(overrides) = 'array'),
  title TEXT,
  is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX reports_by_raw ON reports (raw_sha256);

-- The frozen request template as JSON, sha256, fingerprint and preflight come with approval.
CREATE TABLE issues (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  slug TEXT UNIQUE,
  state TEXT NOT NULL
    CHECK (state IN ('draft', 'approved', 'scheduled', 'sending', 'paused', 'sent', 'cancelled', 'failed')),
  reason TEXT,
  origin TEXT NOT NULL CHECK (origin IN ('editor', 'clock')),
  slot INTEGER UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  subject TEXT,
  preheader TEXT,
  template TEXT CHECK (json_valid(template)),
  sha256 TEXT,
  fingerprint TEXT,
  preflight TEXT CHECK (json_valid(preflight)),
  run_id TEXT UNIQUE,
  scheduled_at INTEGER,
  hold_until INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  approved_at INTEGER,
  sent_at INTEGER,
  CHECK ((template IS NULL) = (sha256 IS NULL)),
  CHECK (state IN ('draft', 'cancelled') OR sha256 IS NOT NULL),
  CHECK (state <> 'draft' OR sha256 IS NULL),
  CHECK (state <> 'scheduled' OR scheduled_at IS NOT NULL),
  CHECK (state NOT IN ('sending', 'sent') OR run_id IS NOT NULL)
) STRICT;

CREATE INDEX issues_by_due_time ON issues (scheduled_at) WHERE state IN ('scheduled', 'sending');

CREATE TRIGGER issues_stay_frozen BEFORE UPDATE OF template, sha256 ON issues WHEN OLD.sha256 IS NOT NULL AND (NEW.template IS NOT OLD.template OR NEW.sha256 IS NOT OLD.sha256) BEGIN SELECT RAISE(ABORT, 'an approved issue is frozen'); END;

CREATE TABLE issue_reports (
  issue_id TEXT NOT NULL REFERENCES issues (id),
  position INTEGER NOT NULL,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  PRIMARY KEY (issue_id, position),
  UNIQUE (issue_id, report_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX issue_reports_by_report ON issue_reports (report_id);

-- A tick of the clock, by the time for which it was scheduled. Without an outcome it did not end.
CREATE TABLE ticks (
  scheduled_time INTEGER PRIMARY KEY,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT
) STRICT;

-- A time of sending by the calendar of the publication, decided once.
CREATE TABLE slots (
  starts_at INTEGER PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (outcome IN ('scheduled', 'drafted', 'nothing-new', 'same-content', 'too-late')),
  note TEXT,
  issue_id TEXT REFERENCES issues (id),
  decided_at INTEGER NOT NULL
) STRICT;

-- The local mailer: what would have been one request to Resend, by its idempotency key, and the mails in it.
CREATE TABLE outbox_batches (
  idempotency_key TEXT PRIMARY KEY,
  body_sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox_mails (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  idempotency_key TEXT NOT NULL REFERENCES outbox_batches (idempotency_key),
  position INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  sender TEXT NOT NULL,
  subject TEXT NOT NULL,
  html TEXT NOT NULL,
  text TEXT NOT NULL,
  headers TEXT NOT NULL CHECK (json_valid(headers)),
  tags TEXT NOT NULL CHECK (json_valid(tags)),
  created_at INTEGER NOT NULL,
  UNIQUE (idempotency_key, position)
) STRICT;
