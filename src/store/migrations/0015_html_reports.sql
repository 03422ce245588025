-- A report may be an HTML page of up to 5 MB. What a row does not hold of its source is in pieces, from piece 1 on.
ALTER TABLE reports ADD COLUMN format TEXT NOT NULL DEFAULT 'text' CHECK (format IN ('text', 'html', 'mail'));

CREATE TABLE report_pieces (
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  piece INTEGER NOT NULL CHECK (piece > 0),
  content TEXT NOT NULL,
  PRIMARY KEY (report_id, piece)
) STRICT, WITHOUT ROWID;

-- A new text has other pieces. The version before knows of none.
CREATE TRIGGER reports_change_whole AFTER UPDATE OF raw ON reports BEGIN DELETE FROM report_pieces WHERE report_id = NEW.id; END;

CREATE INDEX reports_with_page ON reports (id) WHERE format = 'html' AND raw <> '';
