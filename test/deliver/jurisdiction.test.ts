import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { findMove, openPostmaster, POSTMASTER_NAME, PostmasterObject } from '../../src/deliver/index.ts';

const DEPLOYED = { local: false, jurisdiction: null };
const IN_EU = { local: false, jurisdiction: 'eu' } as const;

beforeEach(() => env.DB.exec('DELETE FROM fixed_settings'));

describe('the jurisdiction', () => {
  it('is written down at the first start, and holds from then on', async () => {
    expect(await findMove(env.DB, IN_EU, 1)).toBeNull();
    expect(await findMove(env.DB, IN_EU, 2)).toBeNull();
    expect(await findMove(env.DB, DEPLOYED, 3)).toMatch(/JURISDICTION is changed: it is "", and was "eu"/);
    expect(await env.DB.prepare('SELECT value, set_at FROM fixed_settings').first()).toEqual({
      value: 'eu',
      set_at: 1,
    });
  });

  it('cannot be given later either', async () => {
    expect(await findMove(env.DB, DEPLOYED, 1)).toBeNull();
    expect(await findMove(env.DB, IN_EU, 2)).toMatch(
      /it is "eu", and was "" at the first start.*Set it back/,
    );
  });

  it('says nothing in a local copy', async () => {
    expect(await findMove(env.DB, { local: true, jurisdiction: 'eu' }, 1)).toBeNull();
    expect(await env.DB.prepare('SELECT count(*) AS n FROM fixed_settings').first('n')).toBe(0);
    const stub = openPostmaster(env.POSTMASTER, { local: true, jurisdiction: 'eu' });
    expect(stub.name).toBe(POSTMASTER_NAME);
  });

  // workerd has no jurisdictions, and throws when it is asked for one.
  it('is where the Postmaster is looked for', () => {
    const asked: string[] = [];
    const namespace = (place: string): DurableObjectNamespace<PostmasterObject> =>
      ({
        getByName: (name: string) => asked.push(`${place}/${name}`),
        jurisdiction: (name: string) => namespace(name),
      }) as never;
    openPostmaster(namespace('anywhere'), DEPLOYED);
    openPostmaster(namespace('anywhere'), IN_EU);
    expect(asked).toEqual(['anywhere/postmaster', 'eu/postmaster']);
  });

  it('stops the Postmaster of a copy that was moved, whichever of the two it is', async () => {
    const deployed = {
      ...env,
      LOCAL: '',
      SITE_URL: 'https://news.second-read.org',
      EDITOR_TOKEN: 'a-long-editor-token',
      RESEND_API_KEY: 're_test',
      // Nothing answers there, should it be asked against all expectation.
      RESEND_BASE_URL: 'https://resend.invalid',
    };
    await findMove(env.DB, DEPLOYED, 1);
    const id = env.POSTMASTER.idFromName('moved');
    await runInDurableObject(env.POSTMASTER.get(id), async (_, state) => {
      // With nothing to do, one that is in its place sets no alarm; one that was moved asks again in a minute.
      const alarmAfter = async (JURISDICTION: string): Promise<number | null> => {
        const postmaster = new PostmasterObject(state, { ...deployed, JURISDICTION } as unknown as Env);
        await state.blockConcurrencyWhile(() => state.storage.deleteAlarm());
        await postmaster.alarm();
        return state.storage.getAlarm();
      };
      expect(await alarmAfter('')).toBeNull();
      expect(await alarmAfter('eu')).toBeGreaterThan(Date.now() + 30_000);
      await state.storage.deleteAll();
    });
  });
});
