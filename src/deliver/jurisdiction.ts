// Where the Postmaster lives. In another jurisdiction it is another object, which knows nothing of what this one has sent.
// So the choice is written to D1 at the first start, and with another one nothing is sent.

import type { Config } from '../env.ts';
import { fixSetting } from '../store/index.ts';

type Place = Pick<Config, 'local' | 'jurisdiction'>;

/** The name of the one instance. */
export const POSTMASTER_NAME = 'postmaster';

/** Local copies have no jurisdictions, so the setting has no effect there. */
export const openPostmaster = <T extends Rpc.DurableObjectBranded>(
  namespace: DurableObjectNamespace<T>,
  { local, jurisdiction }: Place,
): DurableObjectStub<T> =>
  local || jurisdiction === null
    ? namespace.getByName(POSTMASTER_NAME)
    : namespace.jurisdiction(jurisdiction).getByName(POSTMASTER_NAME);

/** @returns why nothing may be sent, or null. */
export async function findMove(
  db: D1Database,
  { local, jurisdiction }: Place,
  now: number,
): Promise<string | null> {
  if (local) return null;
  const wanted = jurisdiction ?? '';
  let fixed: string;
  try {
    fixed = await fixSetting(db, 'jurisdiction', wanted, now);
  } catch (error) {
    // A database without its tables is another problem, which /health names.
    if (String(error).includes('no such table')) return null;
    throw error;
  }
  return fixed === wanted
    ? null
    : `JURISDICTION is changed: it is "${wanted}", and was "${fixed}" at the first start. The Postmaster that knows what was sent is there, so nothing is sent. Set it back in wrangler.toml.`;
}
