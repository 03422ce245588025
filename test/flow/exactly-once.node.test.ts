// Every subscriber gets each issue exactly once: a real local copy sends to a stand-in of the Resend API, and its
// whole process group is killed in the middle.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEditor, MESSY_REPORT } from '../support/editor.ts';
import {
  findFreePort,
  type LocalCopy,
  makeStateFolder,
  type StateFolder,
  startLocalCopy,
  until,
} from '../support/local-copy.ts';
import type { Fault } from '../support/resend-faults.ts';
import { type StandIn, startStandIn } from '../support/resend-process.ts';

const READERS = 300;

/** What the stand-in does while the group dies: mails were taken without an answer, or not taken at all. */
const DEATHS: readonly Fault[][] = [
  [
    { kind: 'stall', ms: 600_000, when: 'after' },
    { kind: 'latency', ms: 2_000 },
    { kind: 'stall', ms: 600_000, when: 'after', times: 50 },
  ],
  [
    { kind: 'stall', ms: 600_000, when: 'before' },
    { kind: 'stall', ms: 600_000, when: 'after', times: 50 },
  ],
];

/** In the last life a gateway in between says that mails were refused although they were taken. */
const GATEWAY: readonly Fault[] = [
  { kind: 'error', status: 502, claims: 422, name: 'validation_error', when: 'after' },
  { kind: 'error', status: 200, claims: 422, name: 'validation_error', when: 'after' },
];

type SentMail = {
  to: string[] | string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: Record<string, string>;
};

describe('a run of 300 whose process group is killed', { timeout: 240_000 }, () => {
  let state: StateFolder;
  let standIn: StandIn;
  let copy: LocalCopy;

  const countRequests = async (): Promise<number> => (await standIn.record()).requests;

  const start = async (port: number): Promise<LocalCopy> =>
    startLocalCopy({
      stateFolder: state.path,
      port,
      args: [
        '--no-demo',
        ...['--var', 'PLAN:paid', '--var', 'MAILER:resend', '--var', 'RESEND_API_KEY:re_stand_in'],
        ...['--var', `RESEND_BASE_URL:${standIn.url}`],
      ],
    });

  beforeAll(async () => {
    state = makeStateFolder();
    standIn = await startStandIn();
  });
  afterAll(async () => {
    await copy?.kill();
    await standIn?.stop();
    state?.remove();
  });

  it('continues where it was, and each subscriber has the mail once', async () => {
    const port = await findFreePort();
    copy = await start(port);
    let editor = createEditor(copy);
    const addresses = await editor.subscribe(READERS);
    const id = await editor.draft([await editor.storeReport(MESSY_REPORT)]);

    for (const [death, faults] of DEATHS.entries()) {
      // Before the process starts again, since it takes up its batches at once.
      await standIn.control({ faults });
      const before = await countRequests();
      if (death === 0) expect((await editor.send(id)).status).toBe(202);
      else copy = await start(port);
      editor = createEditor(copy);
      await until(
        async () => (await countRequests()) > before,
        () => 'a request to reach the stand-in',
      );
      expect((await editor.readProgress(id)).sent).toBeLessThan(READERS);
      await copy.kill();
    }
    await standIn.control({ faults: [...GATEWAY] });
    copy = await start(port);
    editor = createEditor(copy);
    await editor.untilState(id, 'sent');

    const { addresses: received } = await standIn.record();
    expect(Object.keys(received).sort()).toEqual([...addresses].sort());
    expect(Object.values(received).filter((times) => times !== 1)).toEqual([]);
    expect(await editor.readProgress(id)).toMatchObject({
      state: 'sent',
      sent: READERS,
      failed: 0,
      unknown: 0,
    });
  });

  it('sends what mail programs need: one-click headers, tags, and links of its own for each reader', async () => {
    const mails = (await standIn.mails()) as { to: string; key: string; mail: SentMail }[];
    const links = new Set<string>();
    for (const { mail } of mails) {
      const link = /^<(http:\/\/127\.0\.0\.1:\d+\/unsubscribe\/[\w.-]+)>$/.exec(
        mail.headers['List-Unsubscribe'] ?? '',
      )?.[1];
      expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
      expect(mail.headers['List-Id']).toMatch(/<[\w.-]+>$/);
      expect(mail.text).toContain(link);
      expect(mail.html).toContain(link);
      expect(Object.keys(mail.tags).sort()).toEqual(['issue', 'subscriber']);
      links.add(link ?? '');
    }
    expect(links.size).toBe(READERS);
    expect(new Set(mails.map(({ key }) => key)).size).toBe(READERS / 100);
  });
});
