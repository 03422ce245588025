// What a reader sees who joins, leaves and asks what is kept: on a phone, in a real browser, without a script.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from '../../support/axe.ts';
import { type Launched, launchBrowser, press } from '../../support/browser.ts';
import {
  type LocalCopy,
  makeStateFolder,
  type StateFolder,
  startLocalCopy,
  until,
} from '../../support/local-copy.ts';

const PHONE = { width: 390, height: 844 };

let state: StateFolder;
let copy: LocalCopy;
let launched: Launched | null;

beforeAll(async () => {
  state = makeStateFolder();
  [copy, launched] = await Promise.all([
    startLocalCopy({ stateFolder: state.path, args: ['--no-demo'] }),
    launchBrowser(),
  ]);
}, 120_000);
afterAll(async () => {
  await launched?.close();
  await copy.kill();
  state.remove();
});
beforeEach(({ skip }) => {
  if (launched === null) skip();
});

async function openPage(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  if (launched === null) throw new Error('there is no browser');
  const context = await launched.browser.newContext({ viewport: PHONE, colorScheme });
  return context.newPage();
}

/** On this page: nothing that axe-core finds, nothing to scroll sideways, nothing too small to touch. LOOK=folder keeps a picture. */
async function expectSound(page: Page, name: string): Promise<void> {
  if (process.env['LOOK'])
    await page.screenshot({ path: `${process.env['LOOK']}/${name}.png`, fullPage: true });
  expect(await findViolations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
  const heights = await page
    .locator('button:visible, input:not([type=radio]):visible, label:has([type=radio]):visible')
    .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height));
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(40);
}

/** Waits for a mail to this address with such a link in it, as mails of several kinds come. */
async function untilLinked(
  to: string,
  kind: 'confirm' | 'preferences' | 'unsubscribe',
  about = /./,
): Promise<string> {
  let link: string | undefined;
  await until(
    async () => {
      const outbox = await (await copy.fetch('/api/outbox?limit=500')).json();
      for (const mail of (outbox as { mails: { id: string; to: string; subject: string }[] }).mails) {
        if (mail.to !== to || !about.test(mail.subject) || link !== undefined) continue;
        const text = await (await copy.fetch(`/desk/outbox/${mail.id}/text`)).text();
        link = new RegExp(`http:\\S+/${kind}/[^\\s>]+`).exec(text)?.[0];
      }
      return link !== undefined;
    },
    () => `a mail to ${to} with a link to ${kind}`,
  );
  return link ?? '';
}

async function addReader(email: string): Promise<void> {
  await copy.fetch('/api/subscribers/import?confirmed=true', {
    method: 'POST',
    body: `email,name\n${email},Reader\n`,
    headers: { 'Content-Type': 'text/csv' },
  });
}

describe('on a phone', () => {
  it.each(['light', 'dark'] as const)('a reader joins on the front page, in %s', async (scheme) => {
    const email = `ann-${scheme}@x.org`;
    const page = await openPage(scheme);
    await page.goto(copy.url);
    await expectSound(page, `front-${scheme}`);
    await page.getByLabel('Your email address').fill(email);
    await press(page.getByRole('button', { name: 'Subscribe' }));
    await expectSound(page, `asked-${scheme}`);
    await page.goto(await untilLinked(email, 'confirm'));
    await expectSound(page, `confirm-${scheme}`);
    await press(page.getByRole('button', { name: 'Confirm' }));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are subscribed');
    await expectSound(page, `confirmed-${scheme}`);
  });

  it('an address that is none is shown again, with the reason', async () => {
    const page = await openPage();
    await page.goto(`${copy.url}/subscribe`);
    await page.getByLabel('Your email address').fill('ann@localhost');
    await press(page.getByRole('button', { name: 'Subscribe' }));
    expect(await page.getByRole('alert').textContent()).toMatch(/email address/);
    expect(await page.getByLabel('Your email address').inputValue()).toBe('ann@localhost');
    await expectSound(page, 'refused');
  });

  it('a dead link leads to the form', async () => {
    const page = await openPage();
    await page.goto(`${copy.url}/confirm/nonsense`);
    expect(await page.getByRole('button', { name: 'Subscribe' }).count()).toBe(1);
    await expectSound(page, 'dead');
  });

  it('a reader asks what is kept, by the link in the mail, and has it erased', async () => {
    await addReader('bo@x.org');
    const page = await openPage();
    const inIssue = await readerLink('bo@x.org');
    await page.goto(inIssue);
    await expectSound(page, 'leave');
    await press(page.getByRole('link', { name: 'What is kept' }));
    await expectSound(page, 'preferences');
    await press(page.getByRole('button', { name: 'Mail me a link' }));
    await expectSound(page, 'link-sent');
    const link = await untilLinked('bo@x.org', 'preferences', /^Your link/);
    await page.goto(link);
    await expectSound(page, 'visit');
    await press(page.getByRole('button', { name: 'Erase everything' }));
    await expectSound(page, 'erase-sure');
    await press(page.getByRole('button', { name: 'Yes, erase everything' }));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Everything is erased');
    await expectSound(page, 'erased');
    await page.goto(link);
    await expectSound(page, 'visit-dead');
    await page.goto(inIssue.replace('/unsubscribe/', '/preferences/'));
    expect(await page.getByRole('button').count()).toBe(0);
    await expectSound(page, 'preferences-erased');
  });

  it('a reader switches to one mail a week and back, by the link in the mail', async () => {
    const email = 'weekly@readers.example';
    const page = await openPage();
    await addReader(email);
    await page.goto(await readerLink(email, 'preferences'));
    await expectSound(page, 'preferences-choice');
    expect(await page.getByRole('radio', { name: /^Every issue/ }).isChecked()).toBe(true);
    for (const [choice, says] of [
      [/^Once a week.*Saturday$/, 'one mail a week, the next one on Saturday'],
      [/^Every issue/, 'From the next issue on'],
    ] as const) {
      await page.getByRole('radio', { name: choice }).check();
      await press(page.getByRole('button', { name: 'Save' }));
      expect(await page.getByRole('status').innerText()).toContain(says);
      expect(await page.getByRole('radio', { name: choice }).isChecked()).toBe(true);
      await expectSound(page, `preferences-saved-${says.length}`);
    }
    await press(page.getByRole('link', { name: 'Unsubscribe' }));
    await expectSound(page, 'leave-or-weekly');
    await press(page.getByRole('button', { name: 'Rather one mail a week' }));
    expect(await page.getByRole('status').innerText()).toContain('one mail a week');
    const found = await (await copy.fetch(`/api/subscribers?email=${email}`)).json();
    expect(found).toMatchObject({ subscribers: [{ state: 'active', frequency: 'weekly' }] });
  });

  it('a reader takes the file with all that is kept', async () => {
    await addReader('cy@x.org');
    const page = await openPage();
    await page.goto((await readerLink('cy@x.org')).replace('/unsubscribe/', '/preferences/'));
    await press(page.getByRole('button', { name: 'Mail me a link' }));
    await page.goto(await untilLinked('cy@x.org', 'preferences', /^Your link/));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('my-data.json');
  });
});

it('the form works on another site, as plain html', async () => {
  const page = await openPage();
  const form = `<!doctype html><title>A blog</title><form method="post" action="${copy.url}/subscribe">
    <label>Mail <input name="email" type="email" required></label><button>Go</button></form>`;
  await page.route('http://a-blog.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: form }),
  );
  await page.goto('http://a-blog.example/');
  await page.getByLabel('Mail').fill('dan@x.org');
  await press(page.getByRole('button', { name: 'Go' }));
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/inbox/);
  expect(await untilLinked('dan@x.org', 'confirm')).toContain(copy.url);
});

/** What stands at the end of an issue: the reader's link, as a browser would open it. */
async function readerLink(
  email: string,
  kind: 'preferences' | 'unsubscribe' = 'unsubscribe',
): Promise<string> {
  const post = (path: string, type: string, body: string, more: object = {}) =>
    copy.fetch(path, { method: 'POST', body, headers: { 'Content-Type': type, ...more } });
  const text = `The council decided on ${email} this Tuesday.\n\nIt was a long debate, and it ended late.\n`;
  const { id: report } = (await (await post('/api/reports', 'text/plain', text)).json()) as { id: string };
  const made = await post('/api/issues', 'application/json', JSON.stringify({ reports: [report] }));
  const { id } = (await made.json()) as { id: string };
  const etag = (await copy.fetch(`/api/issues/${id}/preview`)).headers.get('ETag') ?? '';
  await post(`/api/issues/${id}/send`, 'application/json', '{}', { 'If-Match': etag });
  return untilLinked(email, kind);
}
