// What stands above and below a report: what goes of it, and the sentences beside it that stay.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Gold } from '../score/gold.ts';
import { cleaned, printed } from './cleaned.ts';

const texts = (raw: string): string[] => printed(cleaned(raw)).map((line) => line.replace(/^[\w-]+: /, ''));
const TITLE = 'A council talks about bread for three hours';
const LEDE = 'The council met on Monday and talked about the price of bread for three hours.';
const NEXT = 'Bakers had asked for a decision before the end of the week.';
const page = (head: string[], middle: string[], foot: string[]): string =>
  [...head, 'By Jane Doe', 'Monday 3 March 2025, 10:15', ...middle, ...foot, '© 2026 Harrow Herald'].join(
    '\n',
  );

describe('above a report', () => {
  it.each([
    'Trouble reading this mail? View it in your browser.',
    'This story is free to read. Log in or register for more.',
    'Probleme mit der Anzeige? Im Browser ansehen.',
    '¿No ves este correo? Ábrelo en tu navegador.',
  ])('a notice does not hide the title: %s', (notice) => {
    expect(texts(page([notice, TITLE], [LEDE, NEXT], []))).toEqual([TITLE, LEDE, NEXT]);
  });
  it.each([
    'Reviewed by our consumer team · Last checked 3 days ago',
    'The Herald | vor 2 Tagen',
    'Words by Weekend Staff | Pictures by the Photo Desk',
    'By Jane Doe, Harrow | Photographs by Eva Lind',
    'Texto: Ana Ruiz · Fotos: Luis Gil',
    'Updated on: July 5, 2026 / 8:12 AM CDT / By the travel desk',
    'This transcript was generated automatically and may contain errors.',
    'This live blog is now closed.',
  ])('goes: %s', (line) => {
    expect(texts(page([TITLE], [line, LEDE, NEXT], []))).toEqual([TITLE, LEDE, NEXT]);
  });
  it.each([
    ['The interview was edited by the network before it was broadcast, a court heard on Monday.'],
    ['Ministers promise a public register of landlords in every town by spring'],
    ['Wages rise by three per cent | The bank keeps its rate'],
    ['Inflation falls to two per cent', 'Wages rise by three per cent', 'The bank keeps its rate'],
    ['Inflation falls to two per cent', 'Advertisement', 'The bank keeps its main rate'],
  ])('stays: %s', (...lines) => {
    const told = lines.filter((line) => line !== 'Advertisement');
    expect(texts(page([TITLE], [...lines, LEDE, NEXT], []))).toEqual([TITLE, ...told, LEDE, NEXT]);
  });
});

describe('inside a report', () => {
  it.each([
    ['Sign up to Night Sky\nFree monthly newsletter\nWhat to look for overhead\nEnter your email address'],
    ['Follow the Herald\nWhatsApp Channel'],
    ['Advert\nRemove ads with a Herald subscription'],
    ['Skip advertisement'],
    ['Follow us: Facebook Instagram YouTube'],
  ])('a box goes: %s', (box) => {
    expect(texts(page([TITLE], [LEDE, box, NEXT], []))).toEqual([TITLE, LEDE, NEXT]);
  });
  it.each(['Follow the money', 'Subscription prices double', 'Map of the mill'])(
    'a heading beside an advertisement stays: %s',
    (heading) => {
      expect(texts(page([TITLE], [LEDE, 'Advertisement', heading, NEXT], []))).toEqual([
        TITLE,
        LEDE,
        heading,
        NEXT,
      ]);
    },
  );
  it('an aside that begins like a label stays', () => {
    const aside = 'The scheme is ambitious (read: expensive) and it is late, said the mayor.';
    expect(texts(page([TITLE], [LEDE, aside], []))).toEqual([TITLE, LEDE, aside]);
  });
  it('a quotation of which a paragraph tells every word goes, and its button', () => {
    const said = 'The mayor said that a loaf is a promise that somebody makes to a town, and sat down.';
    const quote = '“A loaf is a promise that somebody makes to a town” Tweet this quote';
    expect(texts(page([TITLE], [LEDE, said, quote, NEXT], []))).toEqual([TITLE, LEDE, said, NEXT]);
  });
  it('a paragraph that was told before in two glued pieces goes', () => {
    const twice = [
      'The box cannot be opened at all today.He has called.',
      'The box cannot be opened at all today. He has called.',
    ];
    expect(texts(page([TITLE], [LEDE, ...twice, NEXT], []))).toEqual([
      TITLE,
      LEDE,
      'The box cannot be opened at all today.',
      'He has called.',
      NEXT,
    ]);
  });
});

describe('below a report', () => {
  it.each([
    'What do you think? Tell us in the comments.',
    'This interview has been edited for length and clarity.',
    'We may earn a small commission when you buy through links on our site.',
    '--\nYou are receiving this e-mail because you subscribed at the fair. Unsubscribe',
    'Support independent local journalism. Become a member today.',
    'Comments are closed on this article.',
    'Die Kommentarfunktion ist geschlossen.',
    'Los comentarios están cerrados.',
    '评论功能已关闭',
    '← Previous article | Next article →',
    'Follow us: Facebook Instagram YouTube',
    'Folgen Sie uns: Facebook, Instagram, YouTube',
    'This article is for subscribers only. Start your free trial to continue reading.',
  ])('goes: %s', (line) => {
    expect(texts(page([TITLE], [LEDE, NEXT], [line]))).toEqual([TITLE, LEDE, NEXT]);
  });
  it.each([
    'The commission will report on the links between the two firms in May, and our town will read it.',
    'I deleted Facebook in March, and you should too, because our children are watching.',
    'The council did not answer our questions, and its comments came too late for this edition of ours.',
    'Le club compte trois cents abonnés du quartier, et nous en sommes fiers depuis longtemps.',
    'Наш президент подписал соглашение о хлебе, и город ждёт, что будет дальше с ценами.',
    'Doors: Noon. Tickets: Town Hall.',
    'The Deed is presented by Lena Brisk. Producer: Hal Munro. Sound: P. Ito.',
    'Jane Doe writes about bread and customs. She joined the paper in 2009.',
    'The bakers wrote to our town hall and asked us to follow them on the way to work.',
    'The comments are closed to nobody, and this article of the rules will stay.',
  ])('a last sentence stays: %s', (line) => {
    expect(texts(page([TITLE], [LEDE, NEXT], [line]))).toEqual([TITLE, LEDE, NEXT, line]);
  });
  it('the list that a colon led in stays, without its bullets too', () => {
    const list = [
      'These are the conditions that the council set on Monday after three hours of talk about bread:',
      'Bread at noon',
      'Salt at night',
      'Ovens for all',
    ];
    expect(texts(page([TITLE], [LEDE, NEXT], list))).toEqual([TITLE, LEDE, NEXT, ...list]);
  });
  it('nothing below the copyright notice answers a question', () => {
    const foot = [
      '© 2026 Harrow Herald',
      'Likes 12',
      'What others read today',
      'The last coffee',
      'Snow waits',
    ];
    const raw = ['Q: Who pays?', 'A: The county.', 'Q: When?', 'A: In May.', ...foot];
    expect(texts([TITLE, LEDE, NEXT, ...raw].join('\n'))).toEqual([
      TITLE,
      LEDE,
      NEXT,
      'Who pays?',
      'The county.',
      'When?',
      'In May.',
    ]);
  });
  it('a section behind two dashes stays', () => {
    expect(texts(page([TITLE], [LEDE, '--', NEXT], []))).toContain(NEXT);
  });
});

describe('the text of a report, with nothing around it', () => {
  const folder = fileURLToPath(new URL('../fixtures/clean', import.meta.url));
  const names = ['', 'leave-alone'].flatMap((set) =>
    readdirSync(join(folder, set))
      .filter((name) => name.includes('--'))
      .map((name) => join(set, name)),
  );
  it.each(names)('stays whole: %s', (name) => {
    const { title, kept } = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')) as Gold;
    const body = kept.filter(({ kind }) => kind !== 'question' && kind !== 'answer').map(({ text }) => text);
    const { ledger } = cleaned([...(title === null ? [] : [title]), ...body].join('\n'));
    expect(ledger.filter(({ reason }) => reason !== undefined && reason !== 'markup')).toEqual([]);
  });
});
