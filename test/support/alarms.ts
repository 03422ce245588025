// Runs the alarms of the Postmaster in the Worker under test, so that no test waits by the clock.

import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';

/** Runs the alarm that is set, whatever its time. @returns false when none is set. */
export const runAlarm = (): Promise<boolean> =>
  runDurableObjectAlarm(env.POSTMASTER.getByName(POSTMASTER_NAME));

/** Runs one alarm after another until the condition is true. The time-out of the test is the only limit. */
export async function runAlarmsUntil(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) {
    // While an alarm is running, no other can be run by hand, and the send queue waits for its turn by the clock.
    if (!(await runAlarm())) await scheduler.wait(5);
  }
}
