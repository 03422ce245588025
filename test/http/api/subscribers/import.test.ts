// Files as other services export them, and what an import does beside storing: saying beforehand what it would do,
// what it costs, and where it stopped.

import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { importSubscribers } from '../../../../src/http/api/subscribers/import/index.ts';
import type { Importer } from '../../../../src/store/index.ts';
import { asEditor } from '../../../support/client.ts';
import { emptyDatabase } from '../../../support/empty-database.ts';

const send = async (csv: BodyInit, query = '?confirmed=true', to = 'import') => {
  const headers = { 'Content-Type': 'text/csv' };
  const response = await asEditor(`/api/subscribers/${to}${query}`, { method: 'POST', body: csv, headers });
  return (await response.json()) as Record<string, unknown>;
};
/** What nobody chose is left out of the lines. */
const exported = async () =>
  (await (await asEditor('/api/subscribers/export')).text())
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.replace(/,every$/, ''));

beforeEach(emptyDatabase);

describe('the export of', () => {
  it.each<[service: string, lines: string[], stored: string[]]>([
    [
      'Mailchimp: subscribed',
      [
        '"Email Address","First Name","Last Name",Address,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,LEID,EUID,TAGS',
        'ann@x.org,Ann,Lee,,2,"2024-01-02 03:04:05",,"2024-01-02 03:04:05",1,e1,"""vip"""',
      ],
      ['ann@x.org,Ann Lee,active'],
    ],
    [
      'Mailchimp: unsubscribed',
      [
        '"Email Address","First Name","Last Name",UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_REASON',
        'ann@x.org,Ann,,"2024-01-02 03:04:05",News,NORMAL',
      ],
      ['ann@x.org,Ann,unsubscribed'],
    ],
    [
      'Mailchimp: cleaned',
      [
        '"Email Address","First Name",CLEAN_TIME,CLEAN_CAMPAIGN_TITLE',
        'ann@x.org,Ann,"2024-01-02 03:04:05",News',
      ],
      ['ann@x.org,Ann,bounced'],
    ],
    [
      'Substack',
      [
        'email,active_subscription,expiry,plan,email_disabled,created_at,first_payment_at',
        'ann@x.org,false,,other,false,2024-01-02T03:04:05.000Z,',
        'bo@x.org,true,,other,true,2024-01-02T03:04:05.000Z,',
      ],
      ['ann@x.org,,active', 'bo@x.org,,unsubscribed'],
    ],
    [
      'Ghost',
      [
        'id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers',
        '65a,ann@x.org,Ann Lee,,true,false,,2024-01-02T03:04:05.000Z,,,',
        '65b,bo@x.org,Bo,,false,false,,2024-01-02T03:04:05.000Z,,,',
        '65c,cy@x.org,Cy,,true,false,,2024-01-02T03:04:05.000Z,2024-02-02T03:04:05.000Z,,',
      ],
      ['ann@x.org,Ann Lee,active', 'bo@x.org,Bo,unsubscribed', 'cy@x.org,Cy,unsubscribed'],
    ],
    [
      'Buttondown',
      [
        'email_address,notes,metadata,tags,type,creation_date,unsubscription_date',
        'ann@x.org,,{},,regular,2024-01-02,',
        'bo@x.org,,{},,unactivated,2024-01-02,',
        'cy@x.org,,{},,unsubscribed,2024-01-02,2024-03-04',
        'dan@x.org,,{},,undeliverable,2024-01-02,',
        'eve@x.org,,{},,complained,2024-01-02,',
        'fay@x.org,,{},,blocked,2024-01-02,',
      ],
      [
        'ann@x.org,,active',
        'bo@x.org,,pending',
        'cy@x.org,,unsubscribed',
        'dan@x.org,,bounced',
        'eve@x.org,,complained',
        'fay@x.org,,suppressed',
      ],
    ],
    [
      'listmonk',
      [
        'uuid,email,name,attributes,status,created_at,updated_at',
        'u1,ann@x.org,Ann Lee,"{""city"": ""Bonn""}",enabled,2024-01-02,2024-01-02',
        'u2,bo@x.org,Bo,{},blocklisted,2024-01-02,2024-01-02',
        'u3,cy@x.org,Cy,{},disabled,2024-01-02,2024-01-02',
      ],
      ['ann@x.org,Ann Lee,active', 'bo@x.org,Bo,suppressed', 'cy@x.org,Cy,unsubscribed'],
    ],
    [
      'Copydesk itself',
      ['email,name,state', 'ann@x.org,Ann,active', 'bo@x.org,Bo,complained'],
      ['ann@x.org,Ann,active', 'bo@x.org,Bo,complained'],
    ],
  ])('%s is understood', async (_, lines, stored) => {
    expect(await send(lines.join('\n'))).toMatchObject({
      rows: stored.length,
      added: stored.length,
      badRows: 0,
    });
    expect(await exported()).toEqual(stored);
  });

  it('another service is taken by its address column, whatever else stands there', async () => {
    await send('Type,E-Mail,Full Name\ncustomer,ann@x.org,Ann Lee\n');
    expect(await exported()).toEqual(['ann@x.org,Ann Lee,active']);
  });

  it('Buttondown with a word that is not known reports the row, and does not send to it', async () => {
    const header = 'email_address,notes,type,creation_date';
    const told = await send(`${header}\nann@x.org,,spammy,2024-01-02\nbo@x.org,,new-word,2024-01-02\n`);
    expect(told).toMatchObject({ added: 1, badRows: 1, bad: [{ line: 3, email: 'bo@x.org' }] });
    expect(await exported()).toEqual(['ann@x.org,,suppressed']);
  });

  it('Mailchimp that does not say who agreed comes with a warning', async () => {
    const { notes } = await send('Email Address,MEMBER_RATING\nann@x.org,2\n');
    expect(notes).toEqual([expect.stringContaining('subscribed_')]);
    const left = await send('Email Address,MEMBER_RATING,UNSUB_TIME\nbo@x.org,2,2024-01-02\n');
    expect(left).not.toHaveProperty('notes');
  });

  it('people who have not agreed keeps them pending, but those who left as they are', async () => {
    await send('email,status\nann@x.org,enabled\nbo@x.org,disabled\n', '');
    expect(await exported()).toEqual(['ann@x.org,,pending', 'bo@x.org,,unsubscribed']);
  });

  it('columns that differ counts what asks for less mail', async () => {
    await send('email,state,unsub_time\nann@x.org,active,2024-01-02\nbo@x.org,complained,2024-01-02\n');
    expect(await exported()).toEqual(['ann@x.org,,unsubscribed', 'bo@x.org,,complained']);
  });
});

describe('a column that may say who left', () => {
  const csv = 'email,Letters\nann@x.org,yes\nbo@x.org,no\n';

  it('and is not understood stops the import before its first row, with the ways to say what it means', async () => {
    for (const query of ['?confirmed=true', '', '?confirmed=true&dry_run=true']) {
      const told = await send(csv, query);
      expect(told).toMatchObject({
        status: 422,
        reason: 'unclear-columns',
        columns: [{ column: 'Letters', because: 'values', examples: ['yes', 'no'] }],
      });
      for (const hint of ['state', 'left', 'agreed', 'ignore'])
        expect(told['detail']).toContain(`?${hint}=Letters`);
    }
    expect(await exported()).toEqual([]);
  });

  it.each([
    ['left', ['ann@x.org,,unsubscribed', 'bo@x.org,,active']],
    ['agreed', ['ann@x.org,,active', 'bo@x.org,,unsubscribed']],
    ['ignore', ['ann@x.org,,active', 'bo@x.org,,active']],
  ])('means by ?%s= what the editor says', async (hint, stored) => {
    await send(csv, `?confirmed=true&${hint}=letters`);
    expect(await exported()).toEqual(stored);
  });

  it('may be one of several, each named', async () => {
    const several = 'email,Letters,Marketing\nann@x.org,yes,gold\n';
    expect(await send(several)).toMatchObject({ columns: [{ column: 'Letters' }, { column: 'Marketing' }] });
    await send(several, '?confirmed=true&ignore=Letters&ignore=Marketing');
    expect(await exported()).toEqual(['ann@x.org,,active']);
  });

  it.each([
    ['ignore=Lettres', 'no-such-column'],
    ['ignore=email', 'column-of-addresses'],
    ['ignore=Letters&left=Letters', 'said-twice'],
  ])('is refused as ?%s', async (query, reason) => {
    expect(await send(csv, `?confirmed=true&${query}`)).toMatchObject({ status: 422, reason });
    expect(await exported()).toEqual([]);
  });

  it('is shown as it was understood, with what its words told and those that nobody knows', async () => {
    const list =
      'email,name,state,city\nann@x.org,Ann,active,Bonn\nbo@x.org,Bo,cancelled,Bonn\ncy@x.org,Cy,gold,Bonn\n';
    const told = await send(list, '?confirmed=true&dry_run=true');
    expect(told).toMatchObject({
      added: 2,
      badRows: 1,
      columns: [
        { column: 'email', as: 'address' },
        { column: 'name', as: 'name' },
        {
          column: 'state',
          as: 'state',
          states: { active: 1, unsubscribed: 1 },
          unknown: [{ word: 'gold', rows: 1 }],
        },
        { column: 'city', as: 'nothing' },
      ],
    });
    expect(await send(list)).toEqual(told);
    expect(await exported()).toEqual(['ann@x.org,Ann,active', 'bo@x.org,Bo,unsubscribed']);
  });
});

describe('a file in UTF-16 with its mark', () => {
  const toUtf16 = (text: string, isLittle: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let n = 0; n < text.length; n += 1) view.setUint16(n * 2, text.charCodeAt(n), isLittle);
    return view.buffer;
  };

  it.each([
    ['little', true],
    ['big', false],
  ])('is read, %s end first, whatever the charset parameter says', async (_, isLittle) => {
    const file = toUtf16('\ufeffemail;name\nann@x.org;Zo\u00eb\n', isLittle);
    for (const type of ['text/csv', 'text/csv; charset=utf-8']) {
      const headers = { 'Content-Type': type };
      const path = '/api/subscribers/import?confirmed=true';
      expect((await asEditor(path, { method: 'POST', body: file, headers })).status).toBe(200);
    }
    expect(await exported()).toEqual(['ann@x.org,Zo\u00eb,active']);
    expect(await send(file, '', 'suppress')).toMatchObject({ rows: 1, suppressed: 1 });
  });
});

describe('the column frequency', () => {
  it('says who gets the weekly round-up; without a word it is every issue', async () => {
    await send('email,frequency\nann@x.org,Weekly\nbo@x.org,every\ncy@x.org,\n');
    expect(await exported()).toEqual(['ann@x.org,,active,weekly', 'bo@x.org,,active', 'cy@x.org,,active']);
  });

  it('survives the way out and in again, and changes nobody’s choice', async () => {
    await send('email,frequency\nann@x.org,weekly\n');
    const file = await (await asEditor('/api/subscribers/export')).text();
    await emptyDatabase();
    await send(file);
    expect(await exported()).toEqual(['ann@x.org,,active,weekly']);
    await send('email,frequency\nann@x.org,every\n');
    expect(await exported()).toEqual(['ann@x.org,,active,weekly']);
  });

  it('with a word that nobody knows makes the row a bad one, so that nobody gets more than they asked for', async () => {
    expect(await send('email,frequency\nann@x.org,fortnightly\nbo@x.org,weekly\n')).toMatchObject({
      added: 1,
      bad: [{ line: 2, email: 'ann@x.org', reason: 'the frequency "fortnightly" is not known' }],
    });
  });
});

describe('an import of who is in', () => {
  it('takes out who left elsewhere, and says how many', async () => {
    await send('email\nann@x.org\nbo@x.org\ncy@x.org\n');
    const csv = 'email,status\nann@x.org,disabled\nbo@x.org,blocklisted\ncy@x.org,enabled\n';
    const told = await send(csv, '?confirmed=true&dry_run=true');
    expect(told).toMatchObject({ rows: 3, added: 0, withdrawn: 2, unchanged: 1 });
    expect(await exported()).toContain('ann@x.org,,active');
    expect(await send(csv)).toEqual(told);
    expect(await exported()).toEqual(['ann@x.org,,unsubscribed', 'bo@x.org,,suppressed', 'cy@x.org,,active']);
    expect(await send(csv)).toMatchObject({ withdrawn: 0, unchanged: 3 });
  });

  it.each([
    ['enabled', 'disabled'],
    ['disabled', 'enabled'],
  ])('twice in one file, once %s and once %s, holds what asks for less mail', async (one, other) => {
    const told = await send(`email,name,status\nann@x.org,,${one}\nANN@x.org,Ann,${other}\n`);
    expect(told).toMatchObject({ rows: 2, added: 1, unchanged: 1 });
    expect(await exported()).toEqual(['ann@x.org,Ann,unsubscribed']);
  });
});

describe('a dry run', () => {
  it('counts what an import would do, and stores nothing', async () => {
    await send('email\nann@x.org\n');
    await send('email\nbo@x.org\n', '');
    const csv = 'email\nann@x.org\nbo@x.org\ncy@x.org\nnobody\n';
    const told = await send(csv, '?confirmed=true&dry_run=true');
    expect(told).toMatchObject({ rows: 4, added: 1, activated: 1, unchanged: 1, badRows: 1 });
    expect(await exported()).toEqual(['ann@x.org,,active', 'bo@x.org,,pending']);
    expect(await send(csv)).toEqual(told);
  });

  it('counts as the import does, also what a long file says again far below', async () => {
    const words = fc.constantFrom('enabled', 'disabled', 'blocklisted', 'unactivated');
    const rows = fc.array(fc.tuple(fc.nat(4), words), { maxLength: 12 });
    const filler = Array.from({ length: 9_995 }, (_, n) => `filler-${n}@x.org,disabled`).join('\n');
    await fc.assert(
      fc.asyncProperty(rows, rows, rows, async (before, first, second) => {
        await emptyDatabase();
        const lines = (some: [number, string][]) => some.map(([n, word]) => `p${n}@x.org,${word}`).join('\n');
        await send(`email,status\n${lines(before)}\n`);
        const csv = `email,status\n${lines(first)}\n${filler}\n${lines(second)}\n`;
        const told = await send(csv, '?confirmed=true&dry_run=true');
        expect(await send(csv)).toEqual(told);
      }),
      { numRuns: 8 },
    );
  });

  it('says that nothing is stored also of a file that ends in bad bytes', async () => {
    const bytes = new TextEncoder().encode('email\nann@x.org\nbo');
    const told = await send(Uint8Array.of(...bytes, 0xff, 0xfe), '?dry_run=true');
    expect(told).toMatchObject({ status: 422, detail: expect.stringContaining('Nothing is stored') });
    expect(await exported()).toEqual([]);
  });

  it.each(['dryrun=true', 'dry-run=true', 'DRY_RUN=true', 'dry_run=true&dry_run=false'])(
    'that is written ?%s is refused, and not taken for an import',
    async (query) => {
      for (const path of ['import', 'suppress']) {
        const told = await send('email\nann@x.org\n', `?${query}`, path);
        expect(told).toMatchObject({
          status: 400,
          detail: expect.stringMatching(/dry_run,|dry_run\.|twice/),
        });
      }
      expect((await asEditor(`/api/subscribers/export?${query}`)).status).toBe(400);
      expect(await exported()).toEqual([]);
    },
  );

  it('says when a day of the free plan is not enough', async () => {
    const rows = Array.from({ length: 50_001 }, (_, n) => `r${n}@x.org`).join('\n');
    const { added, notes } = await send(`email\n${rows}\n`, '?confirmed=true&dry_run=true');
    expect(added).toBe(50_001);
    expect(notes).toEqual([expect.stringContaining('takes 2 days')]);
    expect(await send('email\nann@x.org\n')).not.toHaveProperty('notes');
  });
});

describe('a long import', () => {
  /** As a network brings them: a chunk is made when it is asked for. */
  function stream(rows: number, onRow: (n: number) => void = () => {}): ReadableStream<string> {
    let n = 0;
    return new ReadableStream<string>(
      {
        pull(controller) {
          const from = n;
          n = Math.min(rows, n + 500);
          const lines = Array.from({ length: n - from }, (_, i) => `reader-${from + i}@example.org,Reader`);
          controller.enqueue(`${from === 0 ? 'email,name\n' : ''}${lines.join('\n')}\n`);
          onRow(n);
          if (n === rows) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
  }
  const options = { isConfirmed: true, isDryRun: false, now: () => 1 };

  it('holds a piece of the file at a time', async () => {
    let read = 0;
    let stored = 0;
    let mostHeld = 0;
    const store: Importer = async (rows) => {
      mostHeld = Math.max(mostHeld, read - stored);
      stored += rows.length;
      return { added: rows.length, activated: 0, withdrawn: 0, unchanged: 0, erased: 0 };
    };
    const open = () =>
      stream(300_000, (n) => {
        read = n;
      });
    expect(await importSubscribers(open, store, options)).toMatchObject({ rows: 300_000, added: 300_000 });
    expect(mostHeld).toBeLessThan(15_000);
  });

  it('that the database stops says up to which line it came, and goes on when it is repeated', async () => {
    const known = new Set<string>();
    let isBroken = true;
    const store: Importer = async (rows) => {
      if (known.size >= 20_000 && isBroken) throw new Error('D1_ERROR: no more today');
      const added = rows.filter(({ email }) => !known.has(email));
      for (const { email } of added) known.add(email);
      return {
        added: added.length,
        activated: 0,
        withdrawn: 0,
        unchanged: rows.length - added.length,
        erased: 0,
      };
    };
    await expect(importSubscribers(() => stream(50_000), store, options)).rejects.toMatchObject({
      status: 503,
      details: { reason: 'stopped', storedToLine: 20_001, added: 20_000 },
    });
    isBroken = false;
    expect(await importSubscribers(() => stream(50_000), store, options)).toMatchObject({
      added: 30_000,
      unchanged: 20_000,
    });
  });
});

it('an import leaves one line of counts in the log, and no address', async () => {
  const lines = vi.spyOn(console, 'log').mockReturnValue();
  await send('email,name\nann@x.org,Ann\nbo@x.org,Bo\nnobody,N\n');
  await send('email\nann@x.org\n', '', 'suppress');
  const written = lines.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('"import"'));
  lines.mockRestore();
  const none = { event: 'import', dryRun: false, activated: 0, unchanged: 0, erased: 0 };
  expect(written.map((line) => JSON.parse(line))).toEqual([
    { ...none, list: 'subscribers', rows: 3, added: 2, withdrawn: 0, bad: 1 },
    { ...none, list: 'suppressed', rows: 1, added: 0, withdrawn: 1, bad: 0 },
  ]);
  expect(written.join()).not.toMatch(/@|Ann|nobody/);
});
