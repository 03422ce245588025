-- What ticks of the clock have made of reports, so that no other tick makes it again: a report that was cleaned, an
-- issue that was composed or rendered. A row without content is being made, or the tick that made it was killed.

-- key: a hash of all that it is made of. tries: how often it was begun. note: why it cannot be used.
CREATE TABLE work (
  key TEXT NOT NULL,
  piece INTEGER NOT NULL,
  report_id INTEGER REFERENCES reports (id) ON DELETE CASCADE,
  tries INTEGER NOT NULL,
  content TEXT,
  note TEXT,
  touched_at INTEGER NOT NULL,
  PRIMARY KEY (key, piece)
) STRICT, WITHOUT ROWID;

CREATE INDEX work_by_report ON work (report_id) WHERE report_id IS NOT NULL;
