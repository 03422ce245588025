// Runs the alarms of the Postmaster in the Worker under test, so that no test waits by the clock.

import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';

/** More than any run of these tests takes, also while an alarm is running and no other can be run by hand. */
const MAX_ALARMS = 5000;

/** Runs the alarm that is set, whatever its time. @returns false when none is set. */
export const runAlarm = (): Promise<boolean> =>
  runDurableObjectAlarm(env.POSTMASTER.getByName(POSTMASTER_NAME));

/** Runs one alarm after another until the condition is true. */
export async function runAlarmsUntil(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let alarms = 0; !(await holds()); alarms += 1) {
    if (alarms === MAX_ALARMS) throw new Error(`${MAX_ALARMS} alarms were not enough for ${what}`);
    await runAlarm();
  }
}
