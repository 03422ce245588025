import { describe, expect, it } from 'vitest';
import { publication } from '../../../content/publication.ts';
import { fillTemplate, renderConfirmation, renderNotice, renderWelcome } from '../../../src/render/index.ts';
import { widthOf } from '../../../src/render/text/wrap.ts';
import { letters } from '../../emails/letters.ts';
import { options } from '../issue.ts';

const TOKEN = 'MTIz.c2ln';
const issueUrl = 'https://second-read.example/issues/example';

describe('a confirmation', () => {
  const mail = fillTemplate(renderConfirmation({ ...options, lang: 'de' }), TOKEN);

  it('asks in the language that is wanted, with one link that confirms', () => {
    expect(mail.subject).toBe('Bitte bestätigen: Anmeldung für The Second Read');
    expect(mail.html).toContain(`href="https://second-read.example/confirm/${TOKEN}"`);
    expect(mail.text).toContain(`[1] https://second-read.example/confirm/${TOKEN}\n`);
    expect(mail.html.match(/href="/g)).toHaveLength(1);
  });

  it('says nothing of leaving: whoever gets it is on no list yet', () => {
    expect(mail.headers).not.toHaveProperty('List-Unsubscribe');
    expect(mail.html + mail.text).not.toContain('/unsubscribe/');
    expect(mail.html + mail.text).not.toContain(publication.why);
  });

  it('lets a mail program’s own button say no, when it is given the address', () => {
    const unsubscribeUrl = 'https://second-read.example/unsubscribe/x';
    expect(renderConfirmation({ ...options, unsubscribeUrl }).headers).toMatchObject({
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
  });
});

describe('a welcome', () => {
  it('leads to the newest issue and to the way out', () => {
    const mail = fillTemplate(renderWelcome({ ...options, issueUrl }), TOKEN);
    const leave = `https://second-read.example/unsubscribe/${TOKEN}`;
    for (const url of [issueUrl, leave]) {
      expect(mail.html).toContain(`href="${url}"`);
      expect(mail.text).toContain(`] ${url}\n`);
    }
    expect(mail.headers['List-Unsubscribe']).toBe(`<${leave}>`);
    expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  });

  it('says when the round-up comes to whoever chose one mail a week', () => {
    const mail = (frequency: 'every' | 'weekly') =>
      fillTemplate(renderWelcome({ ...options, lang: 'de', frequency, issueUrl: null }), TOKEN);
    for (const part of ['html', 'text'] as const) {
      expect(mail('weekly')[part].replace(/\s+/g, ' ')).toContain('Die nächste kommt am Samstag.');
      expect(mail('every')[part].replace(/\s+/g, ' ')).toContain('die nächste Ausgabe kommt zu Ihnen.');
    }
  });

  it('names no issue when there is none yet', () => {
    expect(renderWelcome({ ...options, issueUrl: null }).html).not.toContain('/issues/');
  });
});

describe('a notice to the editors', () => {
  const notice = (title: string) =>
    renderNotice({ ...options, title, paragraphs: ['<b>Nothing</b> is lost.'], action: null });

  it('says what happened, and cannot be made to say more in a header', () => {
    const mail = notice('Issue 12 is paused\r\nBcc: all@example.com');
    expect(mail.subject).toBe('Issue 12 is paused Bcc: all@example.com');
    expect(mail.html).toContain('&lt;b&gt;Nothing&lt;/b&gt; is lost.');
    expect(mail.text).toContain('<b>Nothing</b> is lost.');
  });

  it('has nothing to unsubscribe from', () => {
    expect(notice('T').headers).toEqual({
      'List-Id': '<digest.second-read.example>',
      'List-Help': '<https://second-read.example/>',
      'Auto-Submitted': 'auto-generated',
    });
  });
});

it.each(letters)(
  '%s answers to an address, has a text part, and lines of at most 72 columns',
  (_, template) => {
    expect(template.replyTo).toBe('editor@second-read.example');
    expect(template.text).toContain(publication.postalAddress);
    for (const line of template.text.split('\n'))
      if (!line.startsWith('[')) expect(widthOf(line)).toBeLessThanOrEqual(72);
  },
);
