// What one alarm may do on each plan of Cloudflare: `free` gives an invocation 10 ms of CPU, 50 requests and 50
// queries of D1 (https://developers.cloudflare.com/workers/platform/limits/).

import type { Plan } from '../../env.ts';

export type Allowance = {
  readonly plan: Plan;
  /** Requests to the provider in one alarm. */
  readonly requests: number;
  /** Reads of D1 in one alarm. */
  readonly queries: number;
  /** Mails, and bytes of the body, in one request. */
  readonly recipients: number;
  readonly bytes: number;
};

export const ALLOWANCES: Readonly<Record<Plan, Allowance>> = {
  // Most of an alarm's CPU is used whatever it sends. The rest depends on the mails, which are signed, and the bytes, which
  // are copied, hashed and handed over. `npm run bench` measures both together.
  free: { plan: 'free', requests: 1, queries: 4, recipients: 10, bytes: 400_000 },
  paid: { plan: 'paid', requests: 40, queries: 44, recipients: 100, bytes: 2_500_000 },
};
