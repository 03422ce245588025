import { describe, expect, it } from 'vitest';
import { importSigningKeys, signToken } from '../../src/crypto/tokens.ts';
import { compose } from '../../src/digest/index.ts';
import { fillTemplate, preflight } from '../../src/render/index.ts';
import type { RequestTemplate } from '../../src/render/template.ts';
import { reportFrom } from '../digest/report-from.ts';
import { seedReport } from '../digest/seed.ts';
import { issueOf, options } from './issue.ts';

const digest = compose([seedReport], { lang: 'en' });
const { template } = await issueOf([seedReport]);
const UNSUBSCRIBE = `/unsubscribe/${template.placeholder}`;
const codes = (given: RequestTemplate, more: Partial<Parameters<typeof preflight>[1]> = {}) =>
  preflight(given, { digest, publication: options.publication, local: false, ...more }).problems.map(
    ({ code }) => code,
  );

describe('preflight', () => {
  it('finds nothing wrong with the seed', async () => {
    const { preflight: report } = await issueOf([seedReport]);
    expect(report).toMatchObject({ ok: true, problems: [], warnings: [] });
  });

  it.each<[string, Partial<RequestTemplate>]>([
    ['subject-empty', { subject: ' ' }],
    ['text-empty', { text: '' }],
    ['unsubscribe-link', { html: template.html.replaceAll('/unsubscribe/', '/elsewhere/') }],
    ['unsubscribe-link', { text: template.text.replaceAll('/unsubscribe/', '/elsewhere/') }],
    ['unsubscribe-link', { text: template.text.replace(UNSUBSCRIBE, `${UNSUBSCRIBE}.`) }],
    ['unsubscribe-header', { headers: { ...template.headers, 'List-Unsubscribe-Post': '' } }],
    ['unsubscribe-header', { headers: { ...template.headers, 'List-Unsubscribe': '<mailto:a@b.example>' } }],
    ['link-not-https', { html: `${template.html}<a href="http://a.example">a</a>` }],
    ['link-not-https', { html: `${template.html}<a href="javascript:alert(1)">a</a>` }],
    ['link-not-https', { html: `${template.html}<a href="/path">a</a>` }],
    ['image-without-alt', { html: `${template.html}<img src="https://a.example/a.png">` }],
    ['placeholder-left', { subject: 'Hello {{first_name}}' }],
    ['placeholder-left', { subject: 'Hello *|FNAME|*' }],
    ['header-invalid', { headers: { ...template.headers, 'List-Id': '<Zeitung für alle>' } }],
  ])('refuses: %s', (code, change) => {
    expect(codes({ ...template, ...change })).toContain(code);
  });

  it('counts the bytes of the longest mail that could leave', async () => {
    const [key] = await importSigningKeys('a-signing-key-for-tests');
    const token = await signToken(key!, 'unsubscribe', String(2n ** 63n - 1n));
    const { html } = fillTemplate(template, token);
    const { htmlBytes } = (await issueOf([seedReport])).preflight;
    expect(htmlBytes).toBe(new TextEncoder().encode(html).length);
  });

  it('refuses over 90 KB', () => {
    const room =
      90_000 - preflight(template, { digest, publication: options.publication, local: false }).htmlBytes;
    expect(
      codes({ ...template, html: template.html + 'x\n'.repeat(room / 2) + 'x'.repeat(room % 2) }),
    ).toEqual([]);
    expect(codes({ ...template, html: template.html + 'x\n'.repeat(room / 2 + 1) })).toEqual([
      'html-too-long',
    ]);
  });

  it('refuses without a postal address', () => {
    expect(codes(template, { publication: { ...options.publication, postalAddress: '' } })).toEqual([
      'postal-address',
    ]);
  });

  it('refuses an empty digest', async () => {
    const { preflight: report } = await issueOf([]);
    expect(report.problems.map(({ code }) => code)).toContain('subject-empty');
  });

  it('lets http links and samples pass locally only', async () => {
    const sample = reportFrom({ title: 'T', kept: [] }, { meta: { sample: true, url: 'http://a.example/' } });
    const linkBase = 'http://127.0.0.1:8787';
    expect((await issueOf([sample], { local: true, linkBase })).preflight.problems).toEqual([]);
    const refused = (await issueOf([sample], { linkBase })).preflight.problems.map(({ code }) => code);
    expect(new Set(refused)).toEqual(new Set(['link-not-https', 'sample']));
  });

  it('says in each message what is wrong, in words for an editor', () => {
    const { problems } = preflight(
      { ...template, html: `${template.html}<a href="http://a.example/b">` },
      { digest, publication: options.publication, local: false },
    );
    expect(problems[0]?.message).toBe(
      'This link is not https: http://a.example/b. Correct it, or take it out.',
    );
  });

  it('only warns of a long subject, a missing preheader, and braces in a report', async () => {
    const odd = reportFrom({ title: 'x'.repeat(79), kept: [{ kind: 'list-item', text: 'Dear {{name}}' }] });
    const empty = reportFrom({ title: 'T', kept: [] });
    const warnings = [
      ...(await issueOf([odd])).preflight.warnings,
      ...(await issueOf([empty])).preflight.warnings,
    ];
    expect(warnings.map(({ code }) => code)).toEqual(['subject-long', 'placeholder-like', 'preheader-empty']);
    expect((await issueOf([empty])).preflight.ok).toBe(true);
  });
});
