-- Every issue, or the weekly round-up: what readers chose, whom an issue is for, and what a round-up is made of.

ALTER TABLE subscribers ADD COLUMN frequency TEXT NOT NULL DEFAULT 'every'
  CHECK (frequency IN ('every', 'weekly'));

-- What was asked for on the form. NULL: nothing, so what they chose before stays.
ALTER TABLE consents ADD COLUMN frequency TEXT CHECK (frequency IN ('every', 'weekly'));

ALTER TABLE issues ADD COLUMN audience TEXT NOT NULL DEFAULT 'every'
  CHECK (audience IN ('every', 'weekly'));

-- The two calendars may meet at one time, and the slot of an issue is unique. It stays as it is: SQLite changes such a
-- column only by making the table anew, and with the old one its pages would go.
ALTER TABLE issues ADD COLUMN weekly_slot INTEGER;
CREATE UNIQUE INDEX issues_by_weekly_slot ON issues (weekly_slot) WHERE weekly_slot IS NOT NULL;

-- An issue in a round-up, in its place.
CREATE TABLE issue_parts (
  issue_id TEXT NOT NULL REFERENCES issues (id),
  position INTEGER NOT NULL,
  part_id TEXT NOT NULL REFERENCES issues (id),
  PRIMARY KEY (issue_id, position),
  UNIQUE (issue_id, part_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX issue_parts_by_part ON issue_parts (part_id);

-- What readers of the round-up were told, or will be: an issue stands in one round-up only, unless that was
-- stopped before any mail left.
CREATE VIEW rounded_up AS
SELECT issue_parts.part_id, issue_parts.issue_id FROM issue_parts
JOIN issues ON issues.id = issue_parts.issue_id
WHERE issues.state NOT IN ('cancelled', 'failed') OR issues.run_id IS NOT NULL;

CREATE TABLE slots_of_both (
  audience TEXT NOT NULL CHECK (audience IN ('every', 'weekly')),
  starts_at INTEGER NOT NULL,
  outcome TEXT NOT NULL
    CHECK (outcome IN ('scheduled', 'drafted', 'nothing-new', 'same-content', 'no-readers', 'too-late')),
  note TEXT,
  issue_id TEXT REFERENCES issues (id),
  decided_at INTEGER NOT NULL,
  PRIMARY KEY (audience, starts_at)
) STRICT, WITHOUT ROWID;

INSERT INTO slots_of_both (audience, starts_at, outcome, note, issue_id, decided_at)
SELECT 'every', starts_at, outcome, note, issue_id, decided_at FROM slots;

DROP TABLE slots;
ALTER TABLE slots_of_both RENAME TO slots;
