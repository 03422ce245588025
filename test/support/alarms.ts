// The Postmaster of the Worker under test works as long as it takes, not as long as somebody waits.

import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { POSTMASTER_NAME } from '../../src/deliver/index.ts';

/** More than any run of these tests takes, also while an alarm is under way and none can be run by hand. */
const MAX_ALARMS = 5000;

/** Runs the alarm that is set, whatever its time. @returns false when none is. */
export const runAlarm = (): Promise<boolean> =>
  runDurableObjectAlarm(env.POSTMASTER.getByName(POSTMASTER_NAME));

/** Runs one alarm after the other until the fact holds. */
export async function runAlarmsUntil(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let alarms = 0; !(await holds()); alarms += 1) {
    if (alarms === MAX_ALARMS) throw new Error(`${MAX_ALARMS} alarms were not enough for ${what}`);
    await runAlarm();
  }
}
