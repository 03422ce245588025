/** @jsxImportSource hono/jsx */
// The first page of the desk: the issues and their states.

import type { IssueSummary } from '../../store/index.ts';
import { Layout } from '../views/layout.tsx';
import { formatTime } from './format.ts';
import { DeskNav } from './nav.view.tsx';

type Props = {
  readonly issues: readonly IssueSummary[];
  /** Why the sending of an issue waits, by its id. */
  readonly waiting: ReadonlyMap<string, string>;
};

export function DeskHome({ issues, waiting }: Props) {
  return (
    <Layout title="Desk" kind="desk">
      <DeskNav />
      <h1>Issues</h1>
      {issues.length === 0 ? (
        <p>There are no issues yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Subject</th>
              <th scope="col">For</th>
              <th scope="col">State</th>
              <th scope="col">Made</th>
            </tr>
          </thead>
          <tbody>
            {issues.map((issue) => (
              <tr>
                <td>{issue.number}</td>
                <td>
                  <a href={`/desk/issues/${issue.id}/preview`}>
                    {issue.subject ?? (issue.audience === 'weekly' ? 'A draft of the week' : 'A draft')}
                  </a>
                </td>
                <td>{issue.audience === 'weekly' ? 'the weekly round-up' : 'every issue'}</td>
                <td>
                  {issue.state}
                  {issue.reason !== null && <span class="quiet"> ({issue.reason})</span>}
                  {waiting.has(issue.id) && <span class="quiet"> ({waiting.get(issue.id)})</span>}
                </td>
                <td>{formatTime(issue.createdAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  );
}
