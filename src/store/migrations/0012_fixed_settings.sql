-- Settings that hold from the first start on, each with the time at which it was written down: with another value
-- Copydesk would look for its mail in another place.

CREATE TABLE fixed_settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  set_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A copy that has sent by now has done so without a jurisdiction.
INSERT INTO fixed_settings (name, value, set_at)
SELECT 'jurisdiction', '', min(created_at) FROM issues WHERE run_id IS NOT NULL HAVING count(*) > 0;
