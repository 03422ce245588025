import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/env.ts';

const DEPLOYED = {
  SITE_URL: 'https://news.example.com/',
  EDITOR_TOKEN: 'a-long-editor-token',
  SIGNING_KEY: 'a-long-signing-key',
  RESEND_API_KEY: 're_123',
};
const LOCAL = { LOCAL: 'true', SITE_URL: 'http://127.0.0.1:8787', SIGNING_KEY: 'a-long-signing-key' };

const problemsOf = (env: object): readonly string[] => {
  const config = readConfig(env);
  return config.ok ? [] : config.error;
};

describe('a deployed Worker', () => {
  it('starts with its four settings, and links without a doubled slash', () => {
    expect(readConfig(DEPLOYED)).toMatchObject({
      ok: true,
      value: {
        local: false,
        siteUrl: 'https://news.example.com',
        mailer: { kind: 'resend', apiKey: 're_123' },
      },
    });
  });

  it.each(Object.keys(DEPLOYED))('refuses to start without %s, and says how to set it', (name) => {
    const problems = problemsOf({ ...DEPLOYED, [name]: undefined });
    expect(problems).toEqual([expect.stringContaining(`${name} is missing`)]);
    expect(problems[0]).toContain('Set it');
  });

  it('names everything that is missing at once', () => {
    expect(problemsOf({})).toHaveLength(4);
  });

  it('never tells a secret in a problem', () => {
    expect(
      problemsOf({ ...DEPLOYED, EDITOR_TOKEN: 'short', SIGNING_KEY: 'tiny,a-long-signing-key' }).join(),
    ).not.toMatch(/short,|tiny/);
  });

  it('has no silent outbox', () => {
    expect(problemsOf({ ...DEPLOYED, MAILER: 'outbox' })).toEqual([expect.stringContaining('only locally')]);
  });

  it('erases nobody without ERASURE_KEY, and takes no short one', () => {
    expect(readConfig(DEPLOYED)).toMatchObject({ ok: true, value: { erasureKey: null } });
    const key = 'a-long-erasure-key';
    expect(readConfig({ ...DEPLOYED, ERASURE_KEY: key })).toMatchObject({ value: { erasureKey: key } });
    expect(problemsOf({ ...DEPLOYED, ERASURE_KEY: 'tiny' })).toEqual([
      expect.stringContaining('ERASURE_KEY'),
    ]);
  });

  it('takes no http address', () => {
    expect(problemsOf({ ...DEPLOYED, SITE_URL: 'http://news.example.com' })).toHaveLength(1);
  });
});

describe('a local copy', () => {
  it('needs no editor token and no API key, and writes to the outbox', () => {
    expect(readConfig(LOCAL)).toMatchObject({
      ok: true,
      value: { local: true, editorToken: 'dev', mailer: { kind: 'outbox' } },
    });
  });

  it('is refused together with an https address', () => {
    expect(problemsOf({ ...LOCAL, SITE_URL: 'https://news.example.com' })).toEqual([
      expect.stringContaining('LOCAL=true is refused'),
    ]);
  });

  it('can send through a stand-in of the API', () => {
    expect(
      readConfig({
        ...LOCAL,
        MAILER: 'resend',
        RESEND_API_KEY: 're_x',
        RESEND_BASE_URL: 'http://127.0.0.1:9999',
      }),
    ).toMatchObject({ ok: true, value: { mailer: { kind: 'resend', baseUrl: 'http://127.0.0.1:9999' } } });
  });
});
