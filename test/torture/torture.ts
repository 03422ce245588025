// npm run torture [-- --kills N] [-- --seed N]
//
// A real `npm start` sends to a stand-in of the Resend API, and its whole process group is killed with SIGKILL at
// random moments, again and again. A kill counts when that life had made a request and the tables that it left on
// its disk hold a batch that is frozen and not settled. In the end the stand-in's journal is audited: each
// subscriber exactly once.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeStateFolder } from '../support/local-copy.ts';
import { startStandIn } from '../support/resend-process.ts';
import { drawTable, isMissed, type Row, withThousands } from '../support/table.ts';
import { auditJournal } from './audit.ts';
import { countRecipients, PHASES } from './leftovers.ts';
import { type Tally, torment } from './torment.ts';

const { values: flags } = parseArgs({
  options: { kills: { type: 'string', default: '30' }, seed: { type: 'string' } },
});
const kills = Number(flags.kills);
const seed = Number(flags.seed ?? Math.floor(Math.random() * 1_000_000));
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error('Usage: npm run torture -- [--kills N] [--seed N]');
  process.exit(2);
}

const state = makeStateFolder();
const desk = makeStateFolder();
process.once('exit', () => {
  state.remove();
  desk.remove();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const began = Date.now();
const journal = join(desk.path, 'journal.jsonl');
const standIn = await startStandIn({ journal, settings: { storesBodies: false } });
console.log(`Seed ${seed}: ${kills} kills, each with a batch frozen and not settled.`);
const tally = await torment({ kills, seed, stateFolder: state.path, standIn });
const { answers } = await standIn.record();
await standIn.stop();

const rows = await judge(tally);
console.log(`\n${drawTable(rows)}\n`);
console.log('Where the open batches were at those kills:');
for (const phase of PHASES) console.log(`  ${String(tally.phases[phase]).padStart(5)}  ${phase}`);
console.log('How the stand-in answered:');
for (const [name, times] of Object.entries(answers)) console.log(`  ${String(times).padStart(5)}  ${name}`);
process.exitCode = isMissed(rows) ? 1 : 0;

async function judge({ addresses, progress, counted, uncounted }: Tally): Promise<Row[]> {
  const audit = await auditJournal(journal, addresses);
  for (const [name, list] of Object.entries({
    lost: audit.lost,
    twice: audit.twice,
    strangers: audit.strangers,
  }))
    if (list.length > 0)
      console.log(`${name}: ${list.slice(0, 5).join(', ')}${list.length > 5 ? ', …' : ''}`);
  const exactly = (what: string, measured: number, target: number): Row => ({
    what,
    measured: withThousands(measured),
    target: withThousands(target),
    ok: measured === target,
  });
  const total = addresses.length;
  const byState = countRecipients(state.path);
  return [
    { what: 'kills that count', measured: String(counted), target: `${kills}`, ok: counted >= kills },
    { what: 'other kills', measured: String(uncounted), target: '', ok: null },
    exactly('mails taken', audit.mails, total),
    exactly('subscribers who got none', audit.lost.length, 0),
    exactly('subscribers who got two', audit.twice.length, 0),
    exactly('mails to strangers', audit.strangers.length, 0),
    exactly('progress: total', progress.total, total),
    exactly('progress: sent', progress.sent, total),
    exactly('progress: failed or unknown', progress.failed + progress.unknown, 0),
    exactly('in settled batches on disk', byState['sent'] ?? 0, total),
    {
      what: 'state of the issue',
      measured: progress.state,
      target: 'sent',
      ok: progress.state === 'sent',
    },
    { what: 'minutes', measured: ((Date.now() - began) / 60_000).toFixed(1), target: '', ok: null },
  ];
}
