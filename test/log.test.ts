import { afterEach, expect, it, vi } from 'vitest';
import { type Events, formatEvent, hideAddresses, log } from '../src/log.ts';

const run = { issue: 'issue-1', run: 'run-1' };
const TOKEN = `eyJhbm4.${'x'.repeat(43)}`;
const counts = { rows: 3, added: 1, activated: 0, withdrawn: 1, unchanged: 0, erased: 0, bad: 1 };

const EVENTS: Events = {
  tick: { outcome: 'No slot is due.' },
  'run-started': { ...run, mails: 3 },
  'run-paused': { ...run, reason: 'Resend says: ann@example.com is no address.' },
  'run-resumed': run,
  'run-ended': { ...run, state: 'failed', reason: 'ann%40example.com', mails: 3, sent: 0, failed: 3 },
  'batch-outcome': { run: 'run-1', batch: 1, mails: 3, outcome: 'ambiguous', name: 'no_reply' },
  refusal: {
    purpose: 'test',
    scope: 'address',
    name: 'validation_error',
    message: `<ann@example.com> ${TOKEN}`,
  },
  import: { list: 'subscribers', dryRun: false, ...counts },
  fault: { where: 'a test', error: new Error(`GET /confirm/${TOKEN}\nfor "ann@example.com"`) },
};

afterEach(() => {
  vi.restoreAllMocks();
});

it('each event is one line of JSON on the console, without an address and without a token', () => {
  const lines = (['log', 'warn', 'error'] as const).flatMap((level) => {
    const spy = vi.spyOn(console, level).mockReturnValue();
    return [{ level, spy }];
  });
  for (const [event, fields] of Object.entries(EVENTS)) log(event as keyof Events, fields);
  const written = lines.flatMap(({ level, spy }) => spy.mock.calls.map(([line]) => ({ level, line })));
  expect(written).toHaveLength(Object.keys(EVENTS).length);
  for (const { line } of written) {
    expect(EVENTS).toHaveProperty(JSON.parse(line).event);
    expect(line).not.toMatch(/\n|ann|example\.com|x{43}/);
  }
  const levelOf = (event: string) => written.find(({ line }) => JSON.parse(line).event === event)?.level;
  expect(['tick', 'run-paused', 'refusal', 'fault'].map(levelOf)).toEqual(['log', 'warn', 'warn', 'error']);
});

it('a fault has its message and where it was thrown; what a parser quotes is left out', () => {
  const read = (error: unknown) => JSON.parse(formatEvent('fault', { where: 'a test', error }));
  expect(read(new TypeError('no such thing'))).toMatchObject({
    event: 'fault',
    where: 'a test',
    message: 'TypeError: no such thing',
    stack: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
  });
  expect(read('D1 is away')).toEqual({ event: 'fault', where: 'a test', message: 'D1 is away' });
  const quoted = () => JSON.parse('secret words');
  expect(quoted).toThrow('secret');
  let error: unknown;
  try {
    quoted();
  } catch (thrown) {
    error = thrown;
  }
  expect(read(error).message).toBe('SyntaxError');
});

it('addresses are hidden however they are quoted, in time that grows with the text alone', () => {
  expect(hideAddresses('To "ann@example.com", <bo%40example.com> and c@d.')).toBe(
    'To "(an address)", <(an address)> and (an address)',
  );
  const started = performance.now();
  expect(hideAddresses('x'.repeat(200_000))).toHaveLength(200_000);
  expect(performance.now() - started).toBeLessThan(1_000);
});
