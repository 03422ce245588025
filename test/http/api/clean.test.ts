import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/clean/report.ts';
import { postText } from '../../support/client.ts';

const RAW =
  '\ufeffThe council passed the budget on Tuesday.\r\nALSO READ: Ten walks\r\nThe council passed the budget on Tuesday.\r\nIt holds 84 million crowns for schools.\r\n';

async function cleaned(raw: string): Promise<Report> {
  const response = await postText('/api/clean', raw);
  expect(response.status).toBe(200);
  return response.json();
}

describe('POST /api/clean', () => {
  it('accounts for every character of the body, byte order mark and line ends included', async () => {
    const { ledger } = await cleaned(RAW);
    expect(ledger[0]?.start).toBe(0);
    expect(ledger.at(-1)?.end).toBe(RAW.length);
    for (const [index, passage] of ledger.slice(1).entries()) expect(passage.start).toBe(ledger[index]?.end);
  });

  it('says of every cut passage why it was cut and by which rule', async () => {
    const { ledger, stats } = await cleaned(RAW);
    const cut = ledger.filter((passage) => passage.role === 'dropped');
    expect(cut.map((passage) => passage.reason).sort()).toEqual(['duplicate', 'promo']);
    for (const passage of cut) expect(passage.rule).not.toBe('');
    expect(stats).toMatchObject({ passages: 4, printed: 2, duplicate: 1, promo: 1, boilerplate: 0 });
  });
});
