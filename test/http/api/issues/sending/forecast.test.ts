// Who approves an issue while the domain is warming up is told how many days it takes.

import { expect, it } from 'vitest';
import type { Deps } from '../../../../../src/http/deps.ts';
import { asEditor, EDITOR, postText } from '../../../../support/client.ts';
import { createSite } from '../../../../support/site.ts';

const TEXT = 'The council decided on schools this Tuesday.\n\nIt was a long debate, and it ended late.\n';

async function approve(forecast: () => Promise<unknown>): Promise<{ status: number; json: unknown }> {
  const report = ((await (await postText('/api/reports', TEXT)).json()) as { id: string }).id;
  const made = await asEditor('/api/issues', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reports: [report] }),
  });
  const { id } = (await made.json()) as { id: string };
  const etag = (await asEditor(`/api/issues/${id}/preview`)).headers.get('ETag') ?? '';
  const site = await createSite({
    postmaster: () => ({ forecast }) as unknown as ReturnType<Deps['postmaster']>,
  });
  const { response } = await site(`/api/issues/${id}/approve`, {
    method: 'POST',
    headers: { ...EDITOR, 'If-Match': etag },
  });
  return { status: response.status, json: await response.json() };
}

it('approving tells how many days it takes, and until when', async () => {
  const endsAt = Date.UTC(2026, 11, 5, 9);
  expect(await approve(async () => ({ days: 4, endsAt }))).toMatchObject({
    status: 200,
    json: {
      state: 'approved',
      warmUp: {
        days: 4,
        until: '2026-12-05T09:00:00.000Z',
        text: expect.stringContaining('about 4 days, until 5 December 2026.'),
      },
    },
  });
});

it('approving works without a cap, and when the Postmaster does not answer', async () => {
  expect(await approve(async () => null)).toMatchObject({ status: 200, json: { warmUp: null } });
  const down = async () => {
    throw new Error('The Postmaster does not answer.');
  };
  expect(await approve(down)).toMatchObject({ status: 200, json: { warmUp: null } });
});
