// How a text is read: glue, entities, tags, white space, front matter, language, and what is refused.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clean, toMarkdown } from '../../src/clean/index.ts';
import { cleaned, printed } from './cleaned.ts';

const texts = (raw: string): string[] => printed(cleaned(raw)).map((line) => line.replace(/^[\w-]+: /, ''));
const LEDE = 'The council met on Monday and talked about the price of bread for three hours.';

describe('glue', () => {
  it.each([
    [
      'a sentence without a blank',
      'It rained all day.The river rose.',
      ['It rained all day.', 'The river rose.'],
    ],
    [
      'initials before a sentence',
      'It came from the U.S.The rest did not.',
      ['It came from the U.S.', 'The rest did not.'],
    ],
    [
      'a company before a sentence',
      'It was sold to Norlink Corp.Homes will pay.',
      ['It was sold to Norlink Corp.', 'Homes will pay.'],
    ],
    [
      'a time before a sentence',
      'It ends at 2 p.m.Together they left.',
      ['It ends at 2 p.m.', 'Together they left.'],
    ],
    ['a quotation after a quotation', '“We know.”“We do not.”', ['“We know.”', '“We do not.”']],
    [
      'straight quotes',
      '"We know," he said."We do not," she said.',
      ['"We know," he said.', '"We do not," she said.'],
    ],
    [
      'per cent before a sentence',
      'Prices rose by 13 %.The bank was silent.',
      ['Prices rose by 13 %.', 'The bank was silent.'],
    ],
    [
      'a number before a sentence',
      'The oldest of them is now 58.Holders have to wait.',
      ['The oldest of them is now 58.', 'Holders have to wait.'],
    ],
    [
      'a date and a time before a word of one letter',
      'Thu 12 Mar 2026 06.40 GMTA bakery must let its oven go out in the USA and in Peru.',
      ['A bakery must let its oven go out in the USA and in Peru.'],
    ],
    ['Devanagari', 'नाव सात बजे चलेगी।टिकट का पैसा मिलेगा।', ['नाव सात बजे चलेगी।', 'टिकट का पैसा मिलेगा।']],
    ['Arabic', 'ألغيت الرحلة اليوم.وألغيت أخرى أمس.', ['ألغيت الرحلة اليوم.', 'وألغيت أخرى أمس.']],
    ['Cyrillic', 'Паром стоит.Команда ждёт.', ['Паром стоит.', 'Команда ждёт.']],
  ])('is parted: %s', (_, raw, want) => {
    expect(texts(`${LEDE}\n${raw}`).slice(1)).toEqual(want);
  });

  it.each([
    'The U.S.-led survey of Node.js and ASP.NET cost 3.5 million.',
    'J. R. R. Tolkien and J.K. Rowling met Mr. Brown in St. Albans at 10.30 a.m. on Monday.',
    'See www.lowen.example.org/index.html, or write to desk@example.org about v2.0.1 today.',
    'They waited... and the PlayStation, the iPhone and the McDonald family waited too.',
    'It stands at No. 5.Garden Lane, and it opens on the 14.July in section 3.B of the plan.',
    'Die Sache kostet z.B. 3.500 Euro, d.h. mehr als Dr.-Ing. Braun dachte.',
    'Il dott. Rossi vive in via Gramsci n.14 con l’avv. Bianchi e la S.p.A. di famiglia.',
    'Сделка на 5 млн руб. заключена в 2024 г. в ул. Садовой, т.е. вовремя.',
  ])('is not seen in %s', (sentence) => {
    expect(texts(`${LEDE}\n${sentence}`)).toEqual([LEDE, sentence]);
  });
});

describe('glue of other kinds', () => {
  it('is not seen behind an ordinal number', () => {
    const told = 'Das Spiel beginnt am 14.Juli, und die Sieger spielen in der 2.Bundesliga.';
    expect(texts(`${told}\nDer Rat hat darüber nicht gesprochen und geht nach Hause.`)[0]).toBe(told);
  });
  it.each([
    [
      'a promo in brackets inside a sentence',
      'The gate weighs three tonnes (ALSO READ: Five gates) and is listed.',
      ['The gate weighs three tonnes', 'and is listed.'],
    ],
    [
      'a sign before the next item',
      'The pool is 25 metres deep.■ The quiz was wrong.',
      ['The pool is 25 metres deep.', 'The quiz was wrong.'],
    ],
    [
      'a question that begins with its mark',
      'Recibió la suya en la cocina.«¿Y para esto han subido?», preguntó.',
      ['Recibió la suya en la cocina.', '«¿Y para esto han subido?», preguntó.'],
    ],
    [
      'labelled questions glued to their title',
      'FAQsQ1. Who pays for it?A1. The county does.Q2. When?A2. In May.',
      ['Who pays for it?', 'The county does.', 'When?', 'In May.'],
    ],
    [
      'questions and answers behind their title',
      'FAQ Does it open on St. Anne’s day? No. Who pays for it? The county does, e.g. in May.',
      ['Does it open on St. Anne’s day?', 'No.', 'Who pays for it?', 'The county does, e.g. in May.'],
    ],
  ])('is parted: %s', (_, raw, want) => {
    expect(texts(`${LEDE}\n${raw}`).slice(1)).toEqual(want);
  });

  it('is parted behind a Greek question mark', () => {
    const lede = 'Χωρίς πλοίο μένουν από τη Δευτέρα πέντε νησιά, ανακοίνωσε το λιμεναρχείο.';
    const pairs = 'Συχνές ερωτήσεις\nΠότε επιστρέφουν;Στις 19 του μήνα.\nΘα πάρω πίσω τα χρήματα; Ναι.';
    expect(printed(cleaned(`${lede}\n${pairs}`)).slice(1)).toEqual([
      'question: Πότε επιστρέφουν;',
      'answer: Στις 19 του μήνα.',
      'question: Θα πάρω πίσω τα χρήματα;',
      'answer: Ναι.',
    ]);
  });
});

describe('the text', () => {
  it('reads entities once, and keeps what they spell', () => {
    expect(
      texts(
        'The caf&eacute; &amp; the &lt;by hand&gt; sign cost &#8364;5, said &quot;A&amp;lt;B&quot; on Monday.',
      ),
    ).toEqual(['The café & the <by hand> sign cost €5, said "A&lt;B" on Monday.']);
  });

  it('keeps a paragraph whole around a tag, and accounts for the tag', () => {
    const report = cleaned(
      'The <b>net</b> held, said the crew of the boat.<br>Nobody <i>was</i> surprised at all.',
    );
    expect(report.dek).toBe('The net held, said the crew of the boat. Nobody was surprised at all.');
    expect(report.stats).toMatchObject({ printed: 1, markup: 5 });
  });

  it('takes away what nobody sees, but not what joins letters', () => {
    expect(
      texts('\ufeffThe har\u00adbour\u200b was \u202aquiet\u202c on the day\u00a0of the storm.'),
    ).toEqual(['The harbour was quiet on the day of the storm.']);
    expect(texts('शहर में क्\u200dया हुआ, यह किसी को नहीं पता था और किसी ने पूछा भी नहीं।')[0]).toContain(
      'क्\u200dया',
    );
  });

  it('reads front matter, and its title is the title', () => {
    const report = cleaned(
      `---\ntitle: "The price of bread"\nsource: Bay Courier\nurl: https://example.org/a\nsample: true\n---\n\n${LEDE}\n`,
    );
    expect(report.meta).toEqual({
      title: 'The price of bread',
      source: 'Bay Courier',
      url: 'https://example.org/a',
      sample: true,
    });
    expect(report).toMatchObject({
      title: 'The price of bread',
      dek: LEDE,
      stats: { passages: 2, printed: 2 },
    });
    expect(report.sources).toEqual(['Bay Courier', 'https://example.org/a']);
  });

  it.each([
    ['en', 'ltr', LEDE],
    ['ar', 'rtl', 'أعلنت البلدية يوم الخميس أن أعمال السوق ستبدأ في سبتمبر بعد تأخير طويل.'],
    ['uk', 'ltr', 'Міська рада оголосила в четвер, що роботи на ринку почнуться у вересні.'],
    [
      'pt',
      'ltr',
      'A câmara municipal anunciou na quinta-feira que as obras do mercado vão começar em setembro.',
    ],
    ['ja', 'ltr', '市は木曜日、市場の工事が9月に始まると発表した。'],
    [
      'ro',
      'ltr',
      'Primăria a anunțat joi că lucrările la piață vor începe în septembrie și vor dura doi ani.',
    ],
  ])('is told to be %s, %s', (lang, dir, raw) => {
    expect(cleaned(raw)).toMatchObject({ lang, dir });
  });

  it('names the sources it cites', () => {
    const raw = `The port is closed, as reported by the Bay Courier. The Institute for Tides (IFT) said on Monday that it will open. According to Jane Smith it will not. A BBC report agreed.`;
    expect(cleaned(raw).sources).toEqual(['Bay Courier', 'Institute for Tides (IFT)', 'BBC']);
  });
});

describe('a text that was wrapped at a width', () => {
  const wrapped = (...lines: string[]): string[] =>
    texts(
      [
        ...[
          'The council met on Monday and talked about the price of',
          'bread for three hours, until the caretaker came with',
        ],
        ...['his keys and asked the members of the committee to go.', '', ...lines, ''],
        ...[
          'Bakers had asked for a decision before the end of the',
          'week, and the county had promised one in the spring.',
        ],
      ].join('\n'),
    ).slice(1, -1);
  it.each([
    [
      'between two sentences',
      'The mill closed, said the oldest of the four bakers here.',
      'RELATED: Ten bakers and a mill that went under the sea',
      'The next one opens in May.',
    ],
    [
      'inside a sentence',
      'The mill closed, said the oldest of the four bakers and',
      'RELATED: Ten bakers and the mill by the sea',
      'owners, and will not open in May.',
    ],
  ])('loses no line below a promo %s', (_, first, promo, ...rest) => {
    expect(wrapped(first, promo, ...rest)).toEqual([first, ...rest]);
  });
  it('loses the whole headline of a promo that goes on on the next line', () => {
    expect(
      wrapped('ALSO READ: Ten bakers, seven mills and the winter of the', 'flood that closed them'),
    ).toEqual([]);
  });
});

describe('what is no report', () => {
  it.each([
    ['empty', ''],
    ['empty', ' \n\u200b\ufeff'],
    ['binary', 'PNG\u0000\u0001\u0002 and so on'],
    ['binary', '\ufffd'.repeat(200)],
    ['nothing-left', 'Advertisement\nShare this story\nAll rights reserved.'],
    ['too-long', 'a'.repeat(1_048_577)],
    ['too-long', 'ok\n'.repeat(110_000)],
  ])('is refused as %s', (reason, raw) => {
    const result = clean(raw);
    expect(result.ok ? null : result.error.reason).toBe(reason);
  });
});

describe('a report printed as Markdown and cleaned again loses nothing', () => {
  const folder = fileURLToPath(new URL('../fixtures/clean', import.meta.url));
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('--'))
    .map(({ name }) => name);
  it.each(names)('%s', (name) => {
    const report = cleaned(readFileSync(join(folder, name, 'raw.txt'), 'utf8'));
    const again = cleaned(toMarkdown(report), { lang: report.lang });
    const lines = (text: string[]): string[] => text.map((line) => line.replace(/^[\w-]+: /, '')).sort();
    expect(lines(printed(again))).toEqual(lines(printed(report)));
    expect(again.ledger.filter(({ reason }) => reason !== undefined && reason !== 'markup')).toEqual([]);
  });
});
