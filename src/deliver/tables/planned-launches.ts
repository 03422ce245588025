// Issues to launch at an exact second, which the ticks of the clock, minutes apart, cannot do. The tick is the fallback:
// it launches every issue that is due, whether it is listed here or not.

import type { Storage } from './storage.ts';

/** An issue has one time; asking again with another one moves it. */
export function planLaunch({ sql }: Storage, issueId: string, at: number): void {
  sql.exec('INSERT OR REPLACE INTO launches (issue_id, launch_at) VALUES (?, ?)', issueId, at);
}

export const nextPlannedLaunch = ({ sql }: Storage): { issueId: string; at: number } | null =>
  sql
    .exec<{ issueId: string; at: number }>(
      'SELECT issue_id AS issueId, launch_at AS at FROM launches ORDER BY launch_at, issue_id LIMIT 1',
    )
    .toArray()[0] ?? null;

/** It was launched, or there is nothing to launch any more. */
export function dropPlannedLaunch({ sql }: Storage, issueId: string): void {
  sql.exec('DELETE FROM launches WHERE issue_id = ?', issueId);
}
