-- What the pages of an issue on the web show, frozen with its mail: the digest and the ledgers of its reports, as JSON.
-- In pieces, since a row holds 2 MB and a long report with its ledger is more.
CREATE TABLE issue_pages (
  issue_id TEXT NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
  piece INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (issue_id, piece)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER issue_pages_stay_frozen BEFORE UPDATE ON issue_pages BEGIN SELECT RAISE(ABORT, 'an approved issue is frozen'); END;
