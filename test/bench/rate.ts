// How fast a real `npm start` sends beside the limit of the provider, when every answer takes 400 ms. The stand-in
// counts requests in any one second, as strictly as can be, and says when it took each.

import { ALLOWANCES } from '../../src/deliver/policy/allowance.ts';
import type { Plan } from '../../src/env.ts';
import { createEditor, MESSY_REPORT } from '../support/editor.ts';
import { findFreePort, makeStateFolder, startLocalCopy, until } from '../support/local-copy.ts';
import { startStandIn } from '../support/resend-process.ts';
import type { StandInEvent } from '../support/resend-stand-in.ts';
import type { Row } from '../support/table.ts';
import { atMost, runAlone, told, withUnit } from './part.ts';

const LIMIT = 10;
const LATENCY_MS = 400;
/** Requests are what the limit counts; on the free plan each alarm makes one, which is told without a target. */
const REQUESTS = { paid: 400, free: 100 } as const;

export const measureRate = async (): Promise<Row[]> => [
  ...(await measureOn('paid')),
  ...(await measureOn('free')),
];

async function measureOn(plan: Plan): Promise<Row[]> {
  const wanted = REQUESTS[plan];
  const { recipients } = ALLOWANCES[plan];
  const state = makeStateFolder();
  process.once('exit', state.remove);
  const standIn = await startStandIn({
    settings: { rateLimit: LIMIT, latencyMs: LATENCY_MS, storesBodies: false },
  });
  const copy = await startLocalCopy({
    stateFolder: state.path,
    port: await findFreePort(),
    args: [
      '--no-demo',
      ...['--var', `PLAN:${plan}`],
      ...['--var', 'MAILER:resend', '--var', 'RESEND_API_KEY:re_stand_in'],
      ...['--var', `RESEND_BASE_URL:${standIn.url}`],
    ],
  });
  const editor = createEditor(copy);
  await editor.subscribe(wanted * recipients);
  const issue = await editor.draft([await editor.storeReport(MESSY_REPORT)]);
  const arrivals: number[] = [];
  await standIn.listen(({ what, at }: StandInEvent) => {
    if (what === 'arrived') arrivals.push(at);
  });
  await editor.send(issue);
  const patience = Date.now() + (wanted / LIMIT) * 1000 * 2;
  while (arrivals.length < wanted && Date.now() < patience)
    await until(
      () => arrivals.length >= wanted || Date.now() >= patience,
      () => 'the requests',
    );
  const { answers } = await standIn.record();
  await copy.kill();
  await standIn.stop();

  const seconds = ((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)) / 1000;
  const rate = (arrivals.length - 1) / seconds;
  const measured = `${withUnit(rate, '')}, ${((100 * rate) / LIMIT).toFixed(1)} % (${arrivals.length} requests)`;
  if (plan === 'free')
    return [
      told('requests a second on free, as above', `${measured}, ${withUnit(rate * recipients, 'mails')}`),
    ];
  const tooMany = answers['429 rate_limit_exceeded'] ?? 0;
  const answered = Object.values(answers).reduce((sum, times) => sum + times, 0);
  return [
    {
      what: `requests a second, limit ${LIMIT}, answers take ${LATENCY_MS} ms`,
      measured,
      target: '>= 95 % of the limit',
      ok: rate >= 0.95 * LIMIT,
    },
    atMost('answered with 429', (100 * tooMany) / answered, 1, '%'),
  ];
}

if (import.meta.main) await runAlone(measureRate);
