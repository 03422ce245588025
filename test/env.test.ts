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

  it('knows one jurisdiction, and none', () => {
    expect(readConfig({ ...DEPLOYED, JURISDICTION: '' })).toMatchObject({ value: { jurisdiction: null } });
    expect(readConfig({ ...DEPLOYED, JURISDICTION: 'eu' })).toMatchObject({ value: { jurisdiction: 'eu' } });
    expect(problemsOf({ ...DEPLOYED, JURISDICTION: 'us' })).toEqual([
      expect.stringContaining('JURISDICTION'),
    ]);
  });

  it('begins each problem with the name of what is wrong, from which /health takes it', () => {
    const wrong = {
      MAILER: 'x',
      SITE_URL: 'x',
      EDITOR_TOKEN: 'x',
      ERASURE_KEY: 'x',
      PLAN: 'x',
      JURISDICTION: 'x',
    };
    for (const problem of [
      ...problemsOf({}),
      ...problemsOf(wrong),
      ...problemsOf({ ...DEPLOYED, RESEND_API_KEY: 'x' }),
    ])
      expect(problem).toMatch(/^[A-Z][A-Z_]+\b/);
  });

  it('has no silent outbox', () => {
    expect(problemsOf({ ...DEPLOYED, MAILER: 'outbox' })).toEqual([expect.stringContaining('only locally')]);
  });

  it('is on the free plan unless PLAN says paid, and takes no other word', () => {
    for (const [PLAN, plan] of [
      [undefined, 'free'],
      ['', 'free'],
      ['free', 'free'],
      ['paid', 'paid'],
    ])
      expect(readConfig({ ...DEPLOYED, PLAN })).toMatchObject({ value: { plan } });
    expect(problemsOf({ ...DEPLOYED, PLAN: 'Paid' })).toEqual([
      'PLAN is "Paid": it must be free or paid, like your Cloudflare account.',
    ]);
  });

  it('erases nobody without ERASURE_KEY, and takes no short one', () => {
    expect(readConfig(DEPLOYED)).toMatchObject({ ok: true, value: { erasureKey: null } });
    const key = 'a-long-erasure-key';
    expect(readConfig({ ...DEPLOYED, ERASURE_KEY: key })).toMatchObject({ value: { erasureKey: key } });
    expect(problemsOf({ ...DEPLOYED, ERASURE_KEY: 'tiny' })).toEqual([
      expect.stringContaining('ERASURE_KEY'),
    ]);
  });

  it.each([
    'https://news.example.com/letter',
    'https:news.example.com',
    'https:\\\\news.example.com',
    'https://ed:secret@news.example.com',
    'https://news.example.com/?a=b',
    'https://news.example.com/#top',
    'https://news example.com',
    'ftp://news.example.com',
    'news.example.com',
  ])('does not begin its links with %s', (SITE_URL) => {
    expect(problemsOf({ ...DEPLOYED, SITE_URL })).toEqual([expect.stringContaining('SITE_URL')]);
  });

  it('writes the base of its links as browsers do', () => {
    const config = readConfig({ ...DEPLOYED, SITE_URL: 'HTTPS://News.Bücher.example:443//' });
    expect(config).toMatchObject({ ok: false });
    expect(readConfig({ ...DEPLOYED, SITE_URL: 'HTTPS://News.Bücher.example:443/' })).toMatchObject({
      value: { siteUrl: 'https://news.xn--bcher-kva.example' },
    });
  });

  it.each(['http://api.example.com', 'http://127.0.0.1:9', 'api.example.com', 'https://a:b@api.example.com'])(
    'does not carry its API key to %s',
    (RESEND_BASE_URL) => {
      expect(problemsOf({ ...DEPLOYED, RESEND_BASE_URL })).toEqual([
        expect.stringContaining('RESEND_BASE_URL'),
      ]);
    },
  );

  it.each(['sk_live_123', 'whsec_123', 'Bearer re_123', 'your-key'])(
    'takes no API key that cannot be one of Resend, and does not tell it: %s',
    (RESEND_API_KEY) => {
      const problems = problemsOf({ ...DEPLOYED, RESEND_API_KEY });
      expect(problems).toEqual([expect.stringMatching(/^RESEND_API_KEY .*begin with re_/)]);
      expect(problems.join()).not.toContain(RESEND_API_KEY);
      const RESEND_BASE_URL = 'https://eu.example.com/resend';
      expect(problemsOf({ ...DEPLOYED, RESEND_API_KEY, RESEND_BASE_URL })).toEqual([]);
    },
  );

  it('may reach the API through another https address', () => {
    const RESEND_BASE_URL = 'https://eu.example.com/resend/';
    expect(readConfig({ ...DEPLOYED, RESEND_BASE_URL })).toMatchObject({
      value: { mailer: { baseUrl: 'https://eu.example.com/resend' } },
    });
  });

  it.each(['an editor token with spaces', 'ein-langes-schlüsselwort'])(
    'takes no editor token that no header can bring: %s',
    (EDITOR_TOKEN) => {
      expect(problemsOf({ ...DEPLOYED, EDITOR_TOKEN })).toEqual([expect.stringContaining('EDITOR_TOKEN')]);
    },
  );

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

  it.each(['ftp://127.0.0.1', 'http://127.0.0.1:8787/app'])('is not served at %s', (SITE_URL) => {
    expect(problemsOf({ ...LOCAL, SITE_URL })).toEqual([expect.stringContaining('SITE_URL')]);
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
