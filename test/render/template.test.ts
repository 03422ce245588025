import { describe, expect, it } from 'vitest';
import { fillTemplate, hashTemplate } from '../../src/render/index.ts';
import { reportFrom } from '../digest/report-from.ts';
import { seedReport } from '../digest/seed.ts';
import { issueOf, options } from './issue.ts';

const { template } = await issueOf([seedReport], { issueId: 'issue-7' });

describe('a request template', () => {
  it('holds all that the request needs but the recipient', () => {
    expect(template).toMatchObject({
      from: 'The Second Read <editor@second-read.example>',
      replyTo: 'editor@second-read.example',
      subject: 'Pokrovsk is “Hottest Spot” in Ukraine',
      tags: [{ name: 'issue', value: 'issue-7' }],
      linkBase: 'https://second-read.example',
      keyId: '0a1b2c3d',
    });
  });

  it('names the headers of RFC 8058, 2919, 2369 and 3834 as they are written there', () => {
    expect(template.headers).toEqual({
      'List-Unsubscribe': `<https://second-read.example/unsubscribe/${template.placeholder}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': '<digest.second-read.example>',
      'List-Help': '<https://second-read.example/>',
      'Auto-Submitted': 'auto-generated',
    });
  });

  it('sends answers where the publication says', async () => {
    const publication = { ...options.publication, replyTo: 'Letters <letters@second-read.example>' };
    const { replyTo } = (await issueOf([seedReport], { publication })).template;
    expect(replyTo).toBe('Letters <letters@second-read.example>');
  });

  it('names a mailbox for leaving behind the https address, when there is one that is read', async () => {
    const publication = { ...options.publication, leaveMailbox: 'leave@second-read.example' };
    const issue = await issueOf([seedReport], { publication });
    expect(issue.template.headers['List-Unsubscribe']).toBe(
      `<https://second-read.example/unsubscribe/${issue.template.placeholder}>, <mailto:leave@second-read.example?subject=unsubscribe>`,
    );
    expect(issue.preflight.ok).toBe(true);
  });

  it('keeps every header on one line', async () => {
    const publication = {
      ...options.publication,
      from: 'A\r\nBcc: b@c.example <a@b.example>',
      listId: 'x\r\ny',
      leaveMailbox: 'a@b.example>\r\nBcc: <c@d.example',
      replyTo: 'a@b.example\r\nBcc: c@d.example',
    };
    const forged = (await issueOf([seedReport], { publication })).template;
    for (const value of [forged.from, forged.replyTo, ...Object.values(forged.headers)])
      expect(value).not.toMatch(/[\r\n]/);
  });

  it('uses a placeholder that no report holds', async () => {
    const text = `COPYDESK-TOKEN and ${template.placeholder}-1- and COPYDESK-TOKEN-1-`;
    const issue = await issueOf([reportFrom({ title: 'T', kept: [{ kind: 'paragraph', text }] })]);
    const mail = fillTemplate(issue.template, 'abc.def');
    expect(mail.html).toContain(text);
    expect(mail.text).toContain('COPYDESK-TOKEN and COPYDESK-TOKEN-1-');
    expect(mail.html).toContain('https://second-read.example/unsubscribe/abc.def"');
  });
});

describe('fillTemplate', () => {
  it('puts the token into the html, the text part and the header, and changes nothing else', () => {
    const mail = fillTemplate(template, 'MTIz.c2ln');
    const link = 'https://second-read.example/unsubscribe/MTIz.c2ln';
    expect(mail.html).toContain(`href="${link}"`);
    expect(mail.text).toContain(` ${link}\n`);
    expect(mail.headers['List-Unsubscribe']).toBe(`<${link}>`);
    expect(mail.html.replaceAll('MTIz.c2ln', template.placeholder)).toBe(template.html);
    expect(JSON.stringify(mail)).not.toContain(template.placeholder);
  });

  it('takes a token with signs that mean something to `replace` as it is', () => {
    expect(fillTemplate(template, '$&$1').headers['List-Unsubscribe']).toContain('/unsubscribe/$&$1>');
  });
});

describe('hashTemplate', () => {
  it('does not depend on the order of keys', async () => {
    const turned = Object.fromEntries(Object.entries(template).reverse()) as typeof template;
    expect(await hashTemplate(turned)).toBe(await hashTemplate(template));
  });

  it('survives being stored as JSON', async () => {
    expect(await hashTemplate(JSON.parse(JSON.stringify(template)))).toBe(await hashTemplate(template));
  });

  it('changes with a byte of the mail, the link base or the key', async () => {
    const hash = await hashTemplate(template);
    for (const change of [
      { html: `${template.html} ` },
      { linkBase: 'https://other.example' },
      { keyId: 'ffffffff' },
      { replyTo: 'a@b.example' },
    ])
      expect(await hashTemplate({ ...template, ...change })).not.toBe(hash);
  });
});
