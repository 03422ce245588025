// Texts made to be slow, or odd by accident: each shape is a piece said over and over, or a line that differs a
// little each time. A new kind of slowness gets its line here; growth.test.ts and the bench run them all.

export type Shape = {
  readonly name: string;
  /** Piece number `n`, from 0 on; a shape that does not look at `n` repeats itself. */
  readonly piece: (n: number) => string;
  /** The pieces of the second half, counted anew. */
  readonly later?: (n: number) => string;
  /** What stands once above all pieces, and below. */
  readonly top?: string;
  readonly bottom?: string;
};

/** The shape as a text of so many UTF-16 units. */
export function textOf({ piece, later, top = '', bottom = '' }: Shape, length: number): string {
  const room = Math.max(0, length - top.length - bottom.length);
  const half = later === undefined ? room : room >> 1;
  const body = fill(piece, half) + (later === undefined ? '' : fill(later, room - half));
  return `${top}${body}${bottom}`;
}

function fill(piece: (n: number) => string, length: number): string {
  const parts: string[] = [];
  for (let n = 0, filled = 0; filled < length; n += 1) {
    const next = piece(n);
    parts.push(next);
    filled += next.length;
  }
  return parts.join('').slice(0, length);
}

const said = (name: string, text: string, around: Pick<Shape, 'top' | 'bottom'> = {}): Shape => ({
  name,
  piece: () => text,
  ...around,
});

const WORDS =
  'harbour ferry council engine winter timber ladder bridge village market station salt meadow lamp paper river'.split(
    ' ',
  );
/** The same words for the same numbers, without a pattern that a text would repeat soon. */
const words = (n: number, count: number): string =>
  Array.from({ length: count }, (_, i) => WORDS[(n * 7 + i * i + (n >> 4) * (i + 3)) % 16]).join(' ');
const sentence = (n: number): string => `The ${words(n, 9)} was number ${n}.`;
const headline = (n: number): string => `Ten ${words(n, 4)} for ${n}`;

const OPENING =
  'A Quiet Harbour\n\nThe council of the harbour met on Monday and spoke of the ferry for an hour.\n\n';
const CLOSING = '\n\nThe ferry leaves at noon, and nobody in the harbour was surprised by that.\n';
const story = { top: OPENING, bottom: CLOSING };

const MARKDOWN: readonly Shape[] = [
  said('emphasis that opens and never closes', '*a **b _c __d '),
  said('nothing but stars', '*'),
  said(
    'emphasis in a paragraph',
    'The *ferry* left the **harbour** at _noon_ and nobody was hurt there. ',
    story,
  ),
  said('links', '[a](http://b.c/d) '),
  {
    name: 'a paragraph of links',
    piece: (n) => `the [${words(n, 2)}](https://b.example/${n}) and `,
    ...story,
  },
  said('links with endless addresses', '[a](http://'),
  said('labels that never end', '[aaaa '),
  said('brackets nested', '['),
  { name: 'headings of Markdown with passages', piece: (n) => `## ${headline(n)}\n\n${sentence(n)}\n\n` },
  { name: 'quotes of mail, ever deeper', piece: (n) => `${'>'.repeat((n % 60) + 1)} ${sentence(n)}\n` },
];

const QUESTIONS: readonly Shape[] = [
  said('questions on one line below their title', 'FAQ What is it? It is. '),
  {
    name: 'questions on one line, each another',
    piece: (n) => `${n === 0 ? 'FAQ ' : ''}Who pays ${n}? The county ${n}. `,
  },
  {
    name: 'questions on lines, each with its title',
    piece: (n) => `FAQ Who pays for ${n}? The county. Who else? Nobody in the ${words(n, 4)}.\n`,
  },
  said('labels of questions on one line', 'Q: Who pays for it? A: The county does. '),
  said('labels of questions, glued', 'Q: Who pays for it?A: The county does.'),
  said('titles of questions, glued to what is before', 'Nobody knew.FAQsWho pays for it?The county'),
  said('names with a capital inside', 'OpenAI and remoteStorage of Yum!Brands and E.ON '),
  said('titles of questions apart', 'FAQ\n\n', story),
  said('one line of questions below their title', 'Who pays for it? And who else? ', { top: 'FAQs\n' }),
  said('one line of long questions below their title', `${'a '.repeat(30)}? `, { top: 'FAQs\n' }),
  said('titles above quoted questions', 'FAQ\n“Who pays?”\n'),
  {
    name: 'questions and answers, each another',
    top: 'FAQs\n',
    piece: (n) => `Who pays for ${n}?\nThe ${words(n, 6)} pays.\n`,
  },
  {
    name: 'questions with long answers',
    top: `${OPENING}FAQs\n`,
    piece: (n) => `Who pays for ${n}?\n${sentence(n)}\n${sentence(n + 9)}\n${sentence(n + 99)}\n`,
  },
  said('glued questions', 'Who pays?Yes.'),
  {
    name: 'numbered questions',
    piece: (n) => `Q${(n % 90) + 1}. Who pays for ${n}? A${(n % 90) + 1}. The county of ${n}.\n`,
  },
  said('question marks and blanks', '? '),
  {
    name: 'the same pair again and again',
    piece: (n) => `${n % 9 === 0 ? `${sentence(n)}\n` : ''}Who pays?\nThe county.\n`,
    ...story,
  },
  {
    name: 'blocks of questions',
    piece: (n) => `FAQs\nWho pays for ${n}?\nThe county of ${n}.\n\n${sentence(n)}\n\n`,
  },
  {
    name: 'questions told twice',
    piece: (n) => `Who pays for ${n % 400}?\nThe county of ${n % 400} pays for it.\n`,
    top: `${OPENING}FAQs\n`,
  },
];

const REPEATS: readonly Shape[] = [
  said('one sentence', 'The ferry left at noon. '),
  said('one paragraph', 'The ferry left the harbour at noon, and nobody was hurt.\n\n', story),
  { name: 'distinct lines', piece: (n) => `Line no ${n}.\n` },
  { name: 'distinct paragraphs', piece: (n) => `${sentence(n)}\n\n` },
  {
    name: 'paragraphs of sentences said before',
    piece: (n) => `${sentence(n % 300)} ${sentence((n * 7) % 300)}\n\n`,
  },
  {
    name: 'sentences told again at the end',
    piece: (n) =>
      `${sentence(n)}${n % 5 === 4 ? '\n\n' : ' '}${n % 5 === 4 ? `${sentence(n >> 1)} And the mill has ${n} wheels.\n\n` : ''}`,
  },
  {
    name: 'one paragraph told again in pieces',
    piece: (n) =>
      n % 2 === 0 ? `${sentence(n)} ` : `\n\n${sentence(n >> 1)} The mill of the town has ${n} wheels.\n\n`,
  },
  { name: 'near duplicates', piece: (n) => `The ${'long '.repeat(18)}sentence number ${n} was seen.\n` },
  {
    name: 'variants of a paragraph',
    piece: (n) =>
      `The ferry of the harbour left the town with ${n} people, said the council of the harbour. Nobody was hurt there on Monday.\n\n`,
  },
  {
    name: 'teasers of what follows',
    piece: (n) => (n % 2 === 0 ? `${sentence(n).slice(0, 40)}…\n\n` : `${sentence(n - 1)} It was ${n}.\n\n`),
  },
  { name: 'refrains', piece: (n) => `${sentence(n)}\n\nAnd still the bog was there.\n\n` },
  { name: 'an interview', piece: (n) => `Reporter: Who pays for ${n}?\nMayor: The ${words(n, 5)} does.\n` },
  {
    name: 'pull quotes',
    piece: (n) =>
      `The clerk said: “We had ${n} of the ${words(n, 4)} here” on Monday.\n\n“We had ${n} of the ${words(n, 4)} here”\n\n`,
  },
  { name: 'pull quotes first', piece: (n) => `“We had ${n} of the ${words(n, 8)} here”\n\n` },
  {
    name: 'buttons behind quotes',
    piece: (n) => `“We had ${n} of the ${words(n, 4)}” Tweet this\n${sentence(n)}\n`,
  },
  { name: 'the title again and again', piece: (n) => `A Quiet Harbour\n${sentence(n)}\n`, ...story },
  {
    name: 'the title with its site again and again',
    piece: (n) => `A Quiet Harbour | The Herald\n${sentence(n)}\n`,
    ...story,
  },
];

const FURNITURE: readonly Shape[] = [
  { name: 'promos between paragraphs', piece: (n) => `${sentence(n)}\nALSO READ: ${headline(n)}\n` },
  { name: 'promos glued', piece: (n) => `${sentence(n)}ALSO READ: ${headline(n)}` },
  {
    name: 'promos in brackets',
    piece: (n) => `The ferry left (ALSO READ: ${headline(n)}) the harbour at ${n}. `,
  },
  said('labels alone', 'Also read:\n', story),
  said('labels of lists', 'Most read\n', story),
  {
    name: 'lists of other stories',
    piece: (n) => `Most read\n${headline(n)}\n${headline(n + 7)}\n${headline(n + 9)}\n\n${sentence(n)}\n`,
  },
  {
    name: 'one list of other stories',
    top: `${OPENING}Most read\n`,
    piece: (n) => `${headline(n)}\n`,
    bottom: CLOSING,
  },
  {
    name: 'bylines',
    piece: (n) => `By Jane ${WORDS[n % 16]?.replace(/^./, (c) => c.toUpperCase())}\n`,
    ...story,
  },
  { name: 'bylines glued', piece: (n) => `By Jane Doe08 Apr 2026The ferry number ${n} left the harbour.` },
  {
    name: 'names',
    piece: (n) => `Jane ${WORDS[n % 16]?.replace(/^./, (c) => c.toUpperCase())} Doe\n`,
    bottom: CLOSING,
  },
  { name: 'dates in a row', piece: (n) => `${(n % 28) + 1}.03.2026 ` },
  { name: 'a live blog', top: 'Live\n', piece: (n) => `${23 - (n % 24)}:${10 + (n % 50)} ${sentence(n)}\n` },
  { name: 'entries between plus signs', piece: (n) => `+++ 18:22 Cut ${n} grows +++\n` },
  {
    name: 'credits at the end of lines',
    piece: (n) => `The ${words(n, 6)} in 1994. Picture: FAMILY ARCHIVE\n`,
  },
  said('a path of sections', 'HomeLocalEnvironmentNews'),
  said('key points', 'Key points\n', story),
  { name: 'press tails', piece: (n) => `About the company\n${sentence(n)}\nContact: Jane Doe\n`, ...story },
  { name: 'loose headlines at the end', top: `${OPENING}${CLOSING}`, piece: (n) => `${headline(n)}\n` },
  { name: 'loose headlines above', piece: (n) => `${headline(n)}\n`, bottom: CLOSING },
];

const MARKUP: readonly Shape[] = [
  said('open tags', '<a '),
  said('tags and words', '<b>a</b> '),
  said('tags in words', 'a<b>b</b>c<i>d</i>'),
  {
    name: 'paragraphs with links',
    piece: (n) =>
      `<p>The <a href="https://b.example/${n}">${words(n, 3)}</a> left <em>at noon</em> on ${n}.</p>\n`,
  },
  {
    name: 'one paragraph with tags',
    piece: (n) => `the <a href="/${n}">${words(n, 2)}</a> of <strong>${n}</strong> and `,
    ...story,
  },
  said('open scripts', '<script>'),
  said('nested lists of tags', '<ul><li>a'),
  { name: 'cells of tags', piece: (n) => `<tr><td>a${n}</td><td>${n}</td></tr>` },
  said('names that are no tags', '<x-y a="'),
  { name: 'words that look like our placeholder', piece: (n) => `COPYDESK-TOKEN-${n + 1}- ` },
  said('front matter that never ends', 'title: A\n', { top: '---\n' }),
  { name: 'front matter of long values', top: '---\ntitle: ', piece: (n) => `${words(n, 3)} ` },
];

const LISTS: readonly Shape[] = [
  { name: 'bullets ever deeper', piece: (n) => `${' '.repeat((n % 40) * 2)}- ${words(n, 3)}\n` },
  said('pipes', 'a | '),
  { name: 'a table of Markdown', top: '| a | b |\n|---|---|\n', piece: (n) => `| ${words(n, 1)} | ${n} |\n` },
  { name: 'a table of tabs', piece: (n) => `${words(n, 1)}\t${n}\t${n * 3}\n` },
  { name: 'a table of cells on lines', piece: (n) => `${words(n, 1)}\n${n}\n` },
  said('tabs and words', 'a\t'),
];

const GLUE: readonly Shape[] = [
  { name: 'glued sentences', piece: (n) => `The ferry number ${n} left the harbour.` },
  said('camel case', 'aBcDeFgHi'),
  { name: 'capitals behind small letters', piece: (n) => (n % 100 === 99 ? '\n' : 'aBC') },
  { name: 'long words and pleas', piece: (n) => `${'a'.repeat(500)}: newsletter ${words(n, 3)}\n` },
  said('full stops', '.'),
  said('abbreviations glued', 'Mr.Smith '),
  said('addresses of the web', 'https://www.example.com/a?b=c.Dd '),
  said('one endless address', 'a.com/b?c=d&e='),
  said('straight quotes', '."A'),
  said('nested quotes', '“‘«"'),
  said('brackets of labels opened', '(ALSO READ: '),
  {
    name: 'sources',
    piece: (n) =>
      `The ferry ${n} left, according to the Centre for ${words(n, 1).replace(/^./, (c) => c.toUpperCase())} Research. `,
  },
];

const CHARACTERS: readonly Shape[] = [
  said('one letter', 'a'),
  said('new lines of Windows', 'a\r\n'),
  said('words and wide gaps', 'a          '),
  said('invisible', '\u200b', { top: 'a', bottom: 'b' }),
  said('halves of surrogates', '\ud83d'),
  said('marks of direction opened', '\u2066a '),
  said('combining marks', 'e\u0301'),
  said('one letter with its marks', '\u0301', {
    top: 'The ferry le',
    bottom: 'ft at noon, nobody was hurt.',
  }),
  said('ideographs and commas', '文、、、、'),
  said('Japanese', 'これは文です。'),
  said('Greek questions', 'Ποιος πληρώνει; Ο δήμος. '),
];

/** One label of each kind, as each language has it. */
const TONGUES: readonly (readonly [string, string, string])[] = [
  ['German', 'Lesen Sie auch: Zehn Wege\n', 'Häufige Fragen\nWer zahlt?\nDer Kreis.\n'],
  ['French', 'Lire aussi : Dix chemins\n', 'Questions fréquentes\nQui paie ?\nLe comté.\n'],
  ['Spanish', 'Lea también: Diez caminos\n', 'Preguntas frecuentes\n¿Quién paga?\nEl condado.\n'],
  ['Italian', 'Leggi anche: Dieci strade\n', 'Domande frequenti\nChi paga?\nLa contea.\n'],
  ['Portuguese', 'Leia também: Dez caminhos\n', 'Perguntas frequentes\nQuem paga?\nO condado.\n'],
  ['Dutch', 'Lees ook: Tien wegen\n', 'Veelgestelde vragen\nWie betaalt?\nDe provincie.\n'],
  ['Swedish', 'Läs också: Tio vägar\n', 'Vanliga frågor\nVem betalar?\nLänet.\n'],
  ['Polish', 'Czytaj także: Dziesięć dróg\n', 'Najczęstsze pytania\nKto płaci?\nPowiat.\n'],
  ['Ukrainian', 'Читайте також: Десять шляхів\n', 'Поширені запитання\nХто платить?\nОкруг.\n'],
  ['Russian', 'Читайте также: Десять дорог\n', 'Частые вопросы\nКто платит?\nОкруг.\n'],
  ['Turkish', 'Ayrıca okuyun: On yol\n', 'Sıkça sorulan sorular\nKim ödüyor?\nİlçe.\n'],
  ['Hindi', 'यह भी पढ़ें: दस रास्ते\n', 'अक्सर पूछे जाने वाले सवाल\nकौन देता है?\nजिला।\n'],
  ['Arabic', 'اقرأ أيضا: عشرة طرق\n', 'الأسئلة الشائعة\nمن يدفع؟\nالمقاطعة.\n'],
  ['Japanese', '関連記事：十の道\n', 'よくある質問\n誰が払う？\n郡です。\n'],
  ['Chinese', '相关阅读：十条路\n', '常见问题\n谁付钱？\n县。\n'],
  ['Korean', '관련기사: 열 길\n', '자주 묻는 질문\n누가 내나?\n군이 낸다.\n'],
];
const LABELS: readonly Shape[] = TONGUES.map(([tongue, promo, questions]) =>
  said(`labels in ${tongue}`, `${promo}${questions}`),
);

/** Halves of a text that speak to each other. */
const HALVES: readonly Shape[] = [
  {
    name: 'one paragraph, then its sentences',
    piece: (n) => `${sentence(n)} `,
    later: (n) => `\n\n${sentence(n)}`,
  },
  {
    name: 'paragraphs, then one that tells every other sentence again',
    piece: (n) => `${sentence(n)} ${words(n, 5)}.\n\n`,
    later: (n) => `${sentence(n)} The mill of the ${words(n, 3)} has ${n} wheels. `,
  },
  {
    name: 'long paragraphs, then their beginnings',
    piece: (n) => (n % 99 === 0 ? `\n\nThe council of the harbour in the ${n}` : ` ${words(n, 6)}`),
    later: (n) => `\n\nThe council of the harbour met ${n}…`,
  },
  {
    name: 'one long paragraph, then quotations of it',
    piece: (n) => `The clerk of ${n} said “we had ${n} of the ${words(n, 3)} here”. `,
    later: (n) => `\n\n“we had ${n} of the ${words(n, 3)} here”`,
  },
  {
    name: 'questions, then the same in the body',
    top: `${OPENING}FAQs\n`,
    piece: (n) => `Who pays for ${n}?\nThe ${words(n, 6)} pays.\n`,
    later: (n) => `${n === 0 ? '\n## A Part\n\n' : ''}The ${words(n, 6)} pays.\n`,
  },
];

/** Between words, a sign over and over: no blank says where a word ends. */
const RUNS: readonly Shape[] = ['.', '(', '"', '|', '、', ' '].map((sign) =>
  said(`a run of ${sign === ' ' ? 'blanks' : sign} in a title and a sentence`, sign, {
    top: `A Quiet${sign === ' ' ? '' : ' '}`,
    bottom: ` Harbour\n\nThe ferry left the harbour at noon${sign.repeat(400)} and nobody was hurt…\n`,
  }),
);
const JOINED: readonly Shape[] = [',', '|', '.', '/', '@', '?'].map((sign) => ({
  name: `words joined by ${sign}`,
  piece: (n) => `${n % 9 === 0 ? `A${n % 7}` : 'Ab'}${sign}`,
  bottom: CLOSING,
}));

/** Two kinds in turns: what is quick alone may be slow beside another. */
const MIXTURES: readonly Shape[] = [
  said('marks and questions', '**FAQ** What is it? *It is.* '),
  said('marks and tags', '<b>**a</b> _b '),
  {
    name: 'links and questions',
    piece: (n) => `Who pays for [${words(n, 1)}](/${n})? The **county** of ${n}.\n`,
    top: 'FAQs\n',
  },
  {
    name: 'promos and questions',
    piece: (n) => `ALSO READ: ${headline(n)}\nWho pays for ${n}?\nThe county.\n`,
    ...story,
  },
  { name: 'entities and glue', piece: (n) => `The ferry&nbsp;number ${n} left.&quot;Yes&quot;The ` },
  { name: 'titles of questions and paragraphs', piece: (n) => `FAQ\n${sentence(n)}\n` },
  {
    name: 'stars in sentences said twice',
    piece: (n) => `The *ferry* number ${n >> 1} left the **harbour** at noon.\n\n`,
  },
  { name: 'tags in words said before', piece: (n) => `${sentence(n % 50)} <b>${sentence(n % 70)}</b>\n` },
  {
    name: 'a paragraph of one line and many tiny ones',
    piece: (n) => (n % 40 === 0 ? `${sentence(n)} ${sentence(n + 1)}\n` : 'a\n'),
  },
  { name: 'lines wrapped at a width', piece: (n) => `${words(n, 11)}${n % 9 === 8 ? '.\n\n' : '\n'}` },
  {
    name: 'lines wrapped and promos',
    piece: (n) => (n % 5 === 4 ? `ALSO READ: ${headline(n)}\n` : `${words(n, 11)}\n`),
  },
  {
    name: 'a report as it comes',
    piece: (n) =>
      `What the ${words(n, 3)} found\n${sentence(n)}${sentence(n + 1)} “We had ${n},” a clerk said.\nALSO READ: ${headline(n)}\n${sentence(n)}\n`,
    ...story,
  },
  {
    name: 'headings with one short line each',
    piece: (n) => `## ${headline(n)}\n\n(${words(n, 2)})\n\nSource: ${words(n, 2)}\n\n`,
  },
  {
    name: 'a report with its questions',
    piece: (n) =>
      `${n % 6 === 0 ? 'FAQs\n' : ''}Who pays for ${n}?${sentence(n)}\n${n % 6 === 5 ? `${sentence(n)}\n\n` : ''}`,
  },
];

export const SHAPES: readonly Shape[] = [
  ...MARKDOWN,
  ...QUESTIONS,
  ...REPEATS,
  ...FURNITURE,
  ...MARKUP,
  ...LISTS,
  ...GLUE,
  ...CHARACTERS,
  ...HALVES,
  ...RUNS,
  ...JOINED,
  ...LABELS,
  ...MIXTURES,
];
