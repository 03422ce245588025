-- An issue that went back to draft or was moved to another time is cancelled, and names the one that stands for it.
-- A draft that was discarded keeps its reports, until an editor says that they may be used again.

ALTER TABLE issues ADD COLUMN replaced_by TEXT;
ALTER TABLE issues ADD COLUMN discarded_at INTEGER;
ALTER TABLE issues ADD COLUMN reports_freed_at INTEGER;

-- Reports that no later issue of the clock takes.
CREATE VIEW used_reports AS
SELECT issue_reports.report_id, issue_reports.issue_id FROM issue_reports
JOIN issues ON issues.id = issue_reports.issue_id
WHERE issues.replaced_by IS NULL AND issues.reports_freed_at IS NULL;

-- As before, and a round-up that was discarded keeps its issues.
DROP VIEW rounded_up;
CREATE VIEW rounded_up AS
SELECT issue_parts.part_id, issue_parts.issue_id FROM issue_parts
JOIN issues ON issues.id = issue_parts.issue_id
WHERE issues.state NOT IN ('cancelled', 'failed') OR issues.run_id IS NOT NULL
  OR (issues.discarded_at IS NOT NULL AND issues.replaced_by IS NULL AND issues.reports_freed_at IS NULL);
