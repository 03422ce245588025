// The tables of the Postmaster, in its own SQLite storage. README.md says what they mean and what changes a row's state.

import type { Storage } from './storage.ts';

const VERSIONS: readonly string[] = [
  `
  CREATE TABLE runs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL UNIQUE,
    issue_id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    template TEXT NOT NULL CHECK (json_valid(template)),
    audience TEXT NOT NULL CHECK (audience IN ('all')),
    max_activation INTEGER NOT NULL,
    total INTEGER NOT NULL CHECK (total >= 0),
    state TEXT NOT NULL CHECK (state IN ('sending', 'paused', 'sent', 'cancelled', 'failed')),
    reason TEXT,
    cursor TEXT NOT NULL DEFAULT '0',
    is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),
    next_batch INTEGER NOT NULL DEFAULT 1,
    read_at INTEGER NOT NULL,
    sent INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    change INTEGER NOT NULL DEFAULT 1,
    told INTEGER NOT NULL DEFAULT 1,
    tell_at INTEGER NOT NULL,
    tell_failures INTEGER NOT NULL DEFAULT 0,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    CHECK ((state IN ('sending', 'paused')) = (ended_at IS NULL)),
    CHECK (state NOT IN ('paused', 'failed') OR reason IS NOT NULL)
  ) STRICT;

  CREATE INDEX runs_by_state ON runs (state);

  CREATE TABLE tombstones (
    issue_id TEXT PRIMARY KEY,
    cancelled_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE batches (
    run_id TEXT NOT NULL REFERENCES runs (run_id),
    number INTEGER NOT NULL,
    root INTEGER NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN
      ('waiting', 'calling', 'split', 'sent', 'refused', 'unknown', 'closed', 'empty', 'dropped')),
    is_ambiguous INTEGER NOT NULL DEFAULT 0 CHECK (is_ambiguous IN (0, 1)),
    was_reopened INTEGER NOT NULL DEFAULT 0 CHECK (was_reopened IN (0, 1)),
    size INTEGER NOT NULL CHECK (size BETWEEN 0 AND 100),
    ids TEXT NOT NULL CHECK (json_array_length(ids) = size),
    addresses TEXT CHECK (json_array_length(addresses) = size),
    digest TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    first_try_at INTEGER,
    next_at INTEGER NOT NULL,
    note TEXT,
    PRIMARY KEY (run_id, number),
    CHECK (state NOT IN ('waiting', 'calling', 'unknown') OR addresses IS NOT NULL),
    CHECK (state NOT IN ('sent', 'refused', 'closed', 'empty', 'dropped') OR addresses IS NULL),
    CHECK ((tries = 0) = (first_try_at IS NULL)),
    CHECK (tries = 0 OR digest IS NOT NULL)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX batches_by_state ON batches (run_id, state);
  CREATE INDEX batches_by_root ON batches (run_id, root) WHERE number <> root;

  CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT,
    batch INTEGER,
    message_id TEXT,
    generation INTEGER NOT NULL,
    idempotency_key TEXT NOT NULL,
    size INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    outcome TEXT CHECK (outcome IN ('sent', 'wait', 'refused', 'ambiguous')),
    name TEXT,
    status INTEGER,
    CHECK ((run_id IS NULL) = (batch IS NULL)),
    CHECK ((run_id IS NULL) <> (message_id IS NULL)),
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
  ) STRICT;

  CREATE INDEX attempts_open ON attempts (id) WHERE outcome IS NULL;

  CREATE TABLE messages (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('test', 'confirmation')),
    address_hash TEXT NOT NULL,
    address TEXT,
    template TEXT CHECK (json_valid(template)),
    token TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'calling', 'sent', 'refused', 'unknown')),
    is_ambiguous INTEGER NOT NULL DEFAULT 0 CHECK (is_ambiguous IN (0, 1)),
    generation INTEGER NOT NULL DEFAULT 0,
    digest TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    first_try_at INTEGER,
    next_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    note TEXT,
    CHECK ((state IN ('waiting', 'calling')) = (address IS NOT NULL)),
    CHECK ((address IS NULL) = (template IS NULL) AND (address IS NULL) = (token IS NULL)),
    CHECK ((tries = 0) = (first_try_at IS NULL)),
    CHECK (tries = 0 OR digest IS NOT NULL)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX messages_by_state ON messages (state, next_at);
  CREATE INDEX messages_by_address ON messages (address_hash, created_at);

  CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    per_window INTEGER NOT NULL,
    window_ms INTEGER NOT NULL,
    quota_day INTEGER NOT NULL,
    quota_used INTEGER,
    quota_limit INTEGER,
    quota_until INTEGER,
    quota_waits INTEGER NOT NULL
  ) STRICT;
  `,
  // Who a run is for: before this there was one audience, which got every issue.
  `
  ALTER TABLE runs DROP COLUMN audience;
  ALTER TABLE runs ADD COLUMN audience TEXT NOT NULL DEFAULT 'every' CHECK (audience IN ('every', 'weekly'));
  `,
  // A template is long, and SQLite rewrites a row whenever one of its columns changes.
  `
  CREATE TABLE templates (
    run_id TEXT PRIMARY KEY REFERENCES runs (run_id),
    template TEXT NOT NULL CHECK (json_valid(template))
  ) STRICT;
  INSERT INTO templates (run_id, template) SELECT run_id, template FROM runs;
  ALTER TABLE runs DROP COLUMN template;
  `,
  // A key means something to one account only. Null: from before this was written down.
  `
  ALTER TABLE batches ADD COLUMN account TEXT;
  ALTER TABLE messages ADD COLUMN account TEXT;
  `,
  // How many confirmations had their first call on a day.
  `
  CREATE INDEX messages_by_first_try ON messages (first_try_at) WHERE purpose = 'confirmation';
  `,
  // Issues to launch at a time.
  `
  CREATE TABLE launches (
    issue_id TEXT PRIMARY KEY,
    launch_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // What was dropped of a run that is over: when and how much.
  `
  ALTER TABLE runs ADD COLUMN attempts_dropped INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE runs ADD COLUMN tidied_at INTEGER;
  `,
  // Addresses are here only while a call is under way or in doubt; before this they stayed with everything open.
  `
  CREATE TABLE batches_anew (
    run_id TEXT NOT NULL REFERENCES runs (run_id),
    number INTEGER NOT NULL,
    root INTEGER NOT NULL,
    generation INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN
      ('waiting', 'calling', 'split', 'sent', 'refused', 'unknown', 'closed', 'empty', 'dropped')),
    is_ambiguous INTEGER NOT NULL DEFAULT 0 CHECK (is_ambiguous IN (0, 1)),
    was_reopened INTEGER NOT NULL DEFAULT 0 CHECK (was_reopened IN (0, 1)),
    size INTEGER NOT NULL CHECK (size BETWEEN 0 AND 100),
    ids TEXT NOT NULL CHECK (json_array_length(ids) = size),
    addresses TEXT CHECK (json_array_length(addresses) = size),
    digest TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    first_try_at INTEGER,
    next_at INTEGER NOT NULL,
    note TEXT,
    account TEXT,
    PRIMARY KEY (run_id, number),
    CHECK ((addresses IS NOT NULL) = (state = 'calling' OR (state = 'waiting' AND is_ambiguous = 1))),
    CHECK ((tries = 0) = (first_try_at IS NULL)),
    CHECK (tries = 0 OR digest IS NOT NULL)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO batches_anew (run_id, number, root, generation, state, is_ambiguous, was_reopened, size, ids,
      addresses, digest, tries, first_try_at, next_at, note, account)
    SELECT run_id, number, root, generation, state, is_ambiguous, was_reopened, size, ids,
      iif(state = 'calling' OR (state = 'waiting' AND is_ambiguous = 1), addresses, NULL), digest, tries,
      first_try_at, next_at, note, account
    FROM batches;
  DROP TABLE batches;
  ALTER TABLE batches_anew RENAME TO batches;
  CREATE INDEX batches_by_state ON batches (run_id, state);
  CREATE INDEX batches_by_root ON batches (run_id, root) WHERE number <> root;
  `,
  // What may be due, no matter how much is settled. SQLite would rather read all batches of a run, so queries for open ones
  // name the index.
  `
  CREATE INDEX batches_waiting ON batches (next_at) WHERE state = 'waiting';
  `,
  // Two more kinds of transactional mails: notices to editors and welcomes. What editors see of a test send, the last
  // refusal of each mail, and when a mail expires or its reader has unsubscribed.
  `
  CREATE TABLE messages_anew (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('test', 'confirmation', 'notice', 'welcome')),
    address_hash TEXT NOT NULL,
    address TEXT,
    template TEXT CHECK (json_valid(template)),
    token TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'calling', 'sent', 'refused', 'unknown', 'dropped')),
    is_ambiguous INTEGER NOT NULL DEFAULT 0 CHECK (is_ambiguous IN (0, 1)),
    generation INTEGER NOT NULL DEFAULT 0,
    digest TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    first_try_at INTEGER,
    next_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    note TEXT,
    account TEXT,
    issue_id TEXT,
    shown TEXT,
    sha256 TEXT,
    subscriber_id TEXT,
    expires_at INTEGER,
    refused_at INTEGER,
    settled_at INTEGER,
    CHECK ((state IN ('waiting', 'calling')) = (address IS NOT NULL)),
    CHECK ((address IS NULL) = (template IS NULL) AND (address IS NULL) = (token IS NULL)),
    CHECK ((tries = 0) = (first_try_at IS NULL)),
    CHECK (tries = 0 OR digest IS NOT NULL)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO messages_anew (id, purpose, address_hash, address, template, token, state, is_ambiguous, generation,
      digest, tries, first_try_at, next_at, created_at, note, account)
    SELECT id, purpose, address_hash, address, template, token, state, is_ambiguous, generation, digest, tries,
      first_try_at, next_at, created_at, note, account
    FROM messages;
  DROP TABLE messages;
  ALTER TABLE messages_anew RENAME TO messages;
  CREATE INDEX messages_by_state ON messages (state, next_at);
  CREATE INDEX messages_by_address ON messages (address_hash, created_at);
  CREATE INDEX messages_by_first_try ON messages (first_try_at) WHERE purpose <> 'test';
  CREATE INDEX messages_of_issue ON messages (issue_id, created_at) WHERE issue_id IS NOT NULL;
  CREATE INDEX messages_refused ON messages (refused_at) WHERE refused_at IS NOT NULL;
  `,
  // How often a batch became unknown: editors are notified once of each.
  `
  ALTER TABLE runs ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX batches_unknown ON batches (run_id) WHERE state = 'unknown';
  UPDATE runs SET doubts = (
    SELECT count(*) FROM batches INDEXED BY batches_unknown
    WHERE batches.run_id = runs.run_id AND batches.state = 'unknown'
  );
  `,
  // How many mails left when: the quota's day is the last 24 hours. `last_at` is when the last of them left.
  `
  CREATE TABLE sent_mails (
    quarter INTEGER PRIMARY KEY,
    mails INTEGER NOT NULL,
    last_at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO sent_mails (quarter, mails, last_at)
    SELECT ended_at / 900000, sum(size), max(ended_at) FROM attempts WHERE outcome = 'sent' GROUP BY 1;
  ALTER TABLE account ADD COLUMN quota_told_at INTEGER;
  ALTER TABLE account ADD COLUMN quota_others INTEGER NOT NULL DEFAULT 0;
  `,
  // What the provider said when it last refused the account; dropped when it takes a mail again.
  `
  CREATE TABLE account_refusal (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    status INTEGER,
    message TEXT NOT NULL,
    since INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  `,
  // A template that many transactional mails share is stored once. Mails that were queued before keep their own copy,
  // since SQLite cannot hash it.
  `
  CREATE TABLE mail_templates (
    sha256 TEXT PRIMARY KEY,
    template TEXT NOT NULL CHECK (json_valid(template))
  ) STRICT;
  CREATE TABLE messages_anew (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('test', 'confirmation', 'notice', 'welcome')),
    address_hash TEXT NOT NULL,
    address TEXT,
    template TEXT CHECK (json_valid(template)),
    template_sha256 TEXT,
    token TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'calling', 'sent', 'refused', 'unknown', 'dropped')),
    is_ambiguous INTEGER NOT NULL DEFAULT 0 CHECK (is_ambiguous IN (0, 1)),
    generation INTEGER NOT NULL DEFAULT 0,
    digest TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    first_try_at INTEGER,
    next_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    note TEXT,
    account TEXT,
    issue_id TEXT,
    shown TEXT,
    sha256 TEXT,
    subscriber_id TEXT,
    expires_at INTEGER,
    refused_at INTEGER,
    settled_at INTEGER,
    CHECK ((state IN ('waiting', 'calling')) = (address IS NOT NULL)),
    CHECK (address IS NULL OR (template IS NULL) <> (template_sha256 IS NULL)),
    CHECK ((address IS NULL) = (token IS NULL) AND (address IS NOT NULL OR template IS NULL)),
    CHECK ((tries = 0) = (first_try_at IS NULL)),
    CHECK (tries = 0 OR digest IS NOT NULL)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO messages_anew (id, purpose, address_hash, address, template, token, state, is_ambiguous, generation,
      digest, tries, first_try_at, next_at, created_at, note, account, issue_id, shown, sha256, subscriber_id,
      expires_at, refused_at, settled_at)
    SELECT id, purpose, address_hash, address, template, token, state, is_ambiguous, generation, digest, tries,
      first_try_at, next_at, created_at, note, account, issue_id, shown, sha256, subscriber_id, expires_at,
      refused_at, settled_at
    FROM messages;
  DROP TABLE messages;
  ALTER TABLE messages_anew RENAME TO messages;
  CREATE INDEX messages_by_state ON messages (state, next_at);
  CREATE INDEX messages_by_address ON messages (address_hash, created_at);
  CREATE INDEX messages_by_first_try ON messages (first_try_at) WHERE purpose <> 'test';
  CREATE INDEX messages_of_issue ON messages (issue_id, created_at) WHERE issue_id IS NOT NULL;
  CREATE INDEX messages_refused ON messages (refused_at) WHERE refused_at IS NOT NULL;
  `,
];

/** Brings the tables up to date, or to an older version for a test. Versions are only ever added at the end. */
export function migrate(storage: Storage, wanted = VERSIONS.length): void {
  const { sql } = storage;
  sql.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT');
  const [row] = sql.exec<{ version: number }>('SELECT version FROM schema_version').toArray();
  const version = row?.version ?? 0;
  if (version >= wanted) return;
  storage.transactionSync(() => {
    for (const statements of VERSIONS.slice(version, wanted)) sql.exec(statements);
    sql.exec('DELETE FROM schema_version');
    sql.exec('INSERT INTO schema_version (version) VALUES (?)', wanted);
  });
}
