// Questions and answers in the shapes in which pages hold them, in many languages: a block on one line below its label or
// behind it, glued to each other or to what is before, with labels and with numbers.

import { describe, expect, it } from 'vitest';
import { textOf } from '../score/score-pages.ts';
import { cleaned } from './cleaned.ts';

type Sample = {
  readonly title: string;
  readonly lede: string;
  readonly body: string;
  readonly label: string;
  /** Before a question and before an answer. */
  readonly ask: string;
  readonly answer: string;
  readonly pairs: readonly (readonly [string, string])[];
  /** Written without blanks between sentences, so that glue cannot be seen. */
  readonly isUnspaced?: boolean;
};

const SAMPLES: Record<string, Sample> = {
  en: {
    title: 'Two mills to open again',
    lede: 'Two mills at the river open again in May, the county said on Monday. They were closed for nine years.',
    body: 'The grain comes from farms nearby. A miller was found in April.',
    label: 'FAQs',
    ask: 'Q',
    answer: 'A',
    pairs: [
      ['How many mills open?', 'Two mills open at the river in May.'],
      ['Who pays for them?', 'The county pays for both.'],
      ['When can people visit?', 'They can visit on Saturdays from June.'],
    ],
  },
  en2: {
    title: 'Swimming pool gets a new roof',
    lede: 'The pool in Harlow gets a new roof this summer, the town said on Tuesday. The old one leaked.',
    body: 'Work starts in June and takes ten weeks. Swimmers can use the lake.',
    label: 'Questions and answers',
    ask: 'Ques',
    answer: 'Ans',
    pairs: [
      ['Is the pool closed?', 'Yes. It is closed until September.'],
      ['Can I get my money back?', 'No, but tickets stay valid. They can be used until Dec. 31.'],
      ['What about school classes?', 'Classes go to the pool in Ware.'],
    ],
  },
  de: {
    title: 'Zwei Mühlen öffnen wieder',
    lede: 'Zwei Mühlen am Fluss öffnen im Mai wieder, sagte der Kreis am Montag. Sie waren neun Jahre zu.',
    body: 'Das Korn kommt von Höfen in der Nähe. Ein Müller wurde im April gefunden.',
    label: 'Häufige Fragen',
    ask: 'Frage',
    answer: 'Antwort',
    pairs: [
      ['Wie viele Mühlen öffnen?', 'Zwei Mühlen öffnen im Mai am Fluss.'],
      ['Wer bezahlt das?', 'Der Kreis bezahlt beide.'],
      ['Wann kann man sie besuchen?', 'Ab Juni immer samstags.'],
    ],
  },
  fr: {
    title: 'Deux moulins vont rouvrir',
    lede: 'Deux moulins au bord de la rivière rouvrent en mai, a dit le département lundi. Ils étaient fermés depuis neuf ans.',
    body: 'Le grain vient des fermes voisines. Un meunier a été trouvé en avril.',
    label: 'Questions fréquentes',
    ask: 'Q',
    answer: 'R',
    pairs: [
      ['Combien de moulins rouvrent ?', 'Deux moulins rouvrent en mai.'],
      ['Qui paie ?', 'Le département paie pour les deux.'],
      ['Quand peut-on les visiter ?', 'Le samedi, à partir de juin.'],
    ],
  },
  es: {
    title: 'Dos molinos vuelven a abrir',
    lede: 'Dos molinos junto al río abren en mayo, dijo la diputación el lunes. Estaban cerrados desde hace nueve años.',
    body: 'El grano viene de las granjas cercanas. En abril se encontró un molinero.',
    label: 'Preguntas frecuentes',
    ask: 'P',
    answer: 'R',
    pairs: [
      ['¿Cuántos molinos abren?', 'Abren dos molinos en mayo.'],
      ['¿Quién paga las obras?', 'La diputación paga las dos.'],
      ['¿Cuándo se pueden visitar?', 'Los sábados, desde junio.'],
    ],
  },
  pt: {
    title: 'Dois moinhos voltam a abrir',
    lede: 'Dois moinhos junto ao rio abrem em maio, disse a câmara na segunda-feira. Estavam fechados há nove anos.',
    body: 'O grão vem das quintas vizinhas. Em abril foi encontrado um moleiro.',
    label: 'Perguntas frequentes',
    ask: 'P',
    answer: 'R',
    pairs: [
      ['Quantos moinhos abrem?', 'Abrem dois moinhos em maio.'],
      ['Quem paga as obras?', 'A câmara paga as duas.'],
      ['Quando se podem visitar?', 'Aos sábados, a partir de junho.'],
    ],
  },
  it: {
    title: 'Due mulini riaprono',
    lede: 'Due mulini sul fiume riaprono a maggio, ha detto la provincia lunedì. Erano chiusi da nove anni.',
    body: 'Il grano viene dalle fattorie vicine. In aprile è stato trovato un mugnaio.',
    label: 'Domande frequenti',
    ask: 'D',
    answer: 'R',
    pairs: [
      ['Quanti mulini riaprono?', 'Riaprono due mulini a maggio.'],
      ['Chi paga i lavori?', 'La provincia paga per entrambi.'],
      ['Quando si possono visitare?', 'Il sabato, da giugno.'],
    ],
  },
  nl: {
    title: 'Twee molens gaan weer open',
    lede: 'Twee molens aan de rivier gaan in mei weer open, zei de provincie maandag. Ze waren negen jaar dicht.',
    body: 'Het graan komt van boerderijen in de buurt. In april is er een molenaar gevonden.',
    label: 'Veelgestelde vragen',
    ask: 'Vraag',
    answer: 'Antwoord',
    pairs: [
      ['Hoeveel molens gaan open?', 'Er gaan twee molens open in mei.'],
      ['Wie betaalt dat?', 'De provincie betaalt voor beide.'],
      ['Wanneer kun je ze bezoeken?', 'Op zaterdag, vanaf juni.'],
    ],
  },
  pl: {
    title: 'Dwa młyny znów otwarte',
    lede: 'Dwa młyny nad rzeką otwierają się w maju, powiedział w poniedziałek powiat. Były zamknięte przez dziewięć lat.',
    body: 'Zboże pochodzi z pobliskich gospodarstw. W kwietniu znaleziono młynarza.',
    label: 'Najczęściej zadawane pytania',
    ask: 'P',
    answer: 'O',
    pairs: [
      ['Ile młynów się otwiera?', 'W maju otwierają się dwa młyny.'],
      ['Kto za to płaci?', 'Powiat płaci za oba.'],
      ['Kiedy można je zwiedzać?', 'W soboty od czerwca.'],
    ],
  },
  sv: {
    title: 'Två kvarnar öppnar igen',
    lede: 'Två kvarnar vid ån öppnar i maj, sade kommunen i måndags. De var stängda i nio år.',
    body: 'Säden kommer från gårdar i närheten. En mjölnare hittades i april.',
    label: 'Vanliga frågor',
    ask: 'Fråga',
    answer: 'Svar',
    pairs: [
      ['Hur många kvarnar öppnar?', 'Två kvarnar öppnar i maj.'],
      ['Vem betalar?', 'Kommunen betalar för båda.'],
      ['När kan man besöka dem?', 'På lördagar från juni.'],
    ],
  },
  ru: {
    title: 'Две мельницы снова откроют',
    lede: 'Две мельницы у реки откроют в мае, сообщил округ в понедельник. Они были закрыты девять лет.',
    body: 'Зерно привезут с соседних ферм. Мельника нашли в апреле.',
    label: 'Частые вопросы',
    ask: 'Вопрос',
    answer: 'Ответ',
    pairs: [
      ['Сколько мельниц откроют?', 'В мае откроют две мельницы.'],
      ['Кто за это платит?', 'Округ платит за обе.'],
      ['Когда их можно посетить?', 'По субботам с июня.'],
    ],
  },
  uk: {
    title: 'Два млини знову відкриють',
    lede: 'Два млини біля річки відкриють у травні, повідомив округ у понеділок. Вони були закриті дев’ять років.',
    body: 'Зерно привезуть із сусідніх ферм. Мельника знайшли у квітні.',
    label: 'Поширені запитання',
    ask: 'Запитання',
    answer: 'Відповідь',
    pairs: [
      ['Скільки млинів відкриють?', 'У травні відкриють два млини.'],
      ['Хто за це платить?', 'Округ платить за обидва.'],
      ['Коли їх можна відвідати?', 'Щосуботи з червня.'],
    ],
  },
  tr: {
    title: 'İki değirmen yeniden açılıyor',
    lede: 'Nehir kıyısındaki iki değirmen mayısta açılıyor, dedi valilik pazartesi günü. Dokuz yıldır kapalıydılar.',
    body: 'Tahıl yakındaki çiftliklerden geliyor. Nisanda bir değirmenci bulundu.',
    label: 'Sıkça Sorulan Sorular',
    ask: 'Soru',
    answer: 'Cevap',
    pairs: [
      ['Kaç değirmen açılıyor?', 'Mayısta iki değirmen açılıyor.'],
      ['Parasını kim ödüyor?', 'İkisini de valilik ödüyor.'],
      ['Ne zaman gezilebilir?', 'Haziran ayından sonra cumartesi günleri.'],
    ],
  },
  hi: {
    title: 'दो चक्कियाँ फिर खुलेंगी',
    lede: 'नदी के पास की दो चक्कियाँ मई में खुलेंगी, ज़िले ने सोमवार को कहा। वे नौ साल से बंद थीं।',
    body: 'अनाज पास के खेतों से आएगा। अप्रैल में एक चक्कीवाला मिला।',
    label: 'अक्सर पूछे जाने वाले सवाल',
    ask: 'सवाल',
    answer: 'जवाब',
    pairs: [
      ['कितनी चक्कियाँ खुलेंगी?', 'मई में दो चक्कियाँ खुलेंगी।'],
      ['पैसा कौन देगा?', 'दोनों का पैसा ज़िला देगा।'],
      ['लोग कब देख सकते हैं?', 'जून से हर शनिवार को।'],
    ],
  },
  ar: {
    title: 'مطحنتان تفتحان من جديد',
    lede: 'تفتح مطحنتان على النهر في مايو، قالت المحافظة يوم الاثنين. كانتا مغلقتين منذ تسع سنوات.',
    body: 'يأتي القمح من مزارع قريبة. وجد طحان في أبريل.',
    label: 'أسئلة شائعة',
    ask: 'س',
    answer: 'ج',
    pairs: [
      ['كم مطحنة تفتح؟', 'تفتح مطحنتان في مايو.'],
      ['من يدفع ثمنها؟', 'تدفع المحافظة ثمن الاثنتين.'],
      ['متى يمكن زيارتها؟', 'كل يوم سبت من يونيو.'],
    ],
  },
  el: {
    title: 'Δύο μύλοι ανοίγουν ξανά',
    lede: 'Δύο μύλοι δίπλα στο ποτάμι ανοίγουν τον Μάιο, είπε ο δήμος τη Δευτέρα. Ήταν κλειστοί εννέα χρόνια.',
    body: 'Το σιτάρι έρχεται από κοντινά κτήματα. Ένας μυλωνάς βρέθηκε τον Απρίλιο.',
    label: 'Συχνές ερωτήσεις',
    ask: 'Ερ',
    answer: 'Απ',
    pairs: [
      ['Πόσοι μύλοι ανοίγουν;', 'Ανοίγουν δύο μύλοι τον Μάιο.'],
      ['Ποιος πληρώνει;', 'Ο δήμος πληρώνει και για τους δύο.'],
      ['Πότε μπορεί κανείς να τους δει;', 'Τα Σάββατα από τον Ιούνιο.'],
    ],
  },
  ja: {
    title: '川沿いの水車小屋が再開へ',
    lede: '川沿いの二つの水車小屋が五月に再開すると県が月曜日に発表した。九年間閉まっていた。',
    body: '麦は近くの農家から届く。四月に職人が見つかった。',
    label: 'よくある質問',
    ask: 'Q',
    answer: 'A',
    isUnspaced: true,
    pairs: [
      ['いくつの水車小屋が開きますか？', '五月に二つ開きます。'],
      ['費用は誰が払いますか？', '県が両方の費用を払います。'],
      ['いつ見学できますか？', '六月から毎週土曜日です。'],
    ],
  },
  zh: {
    title: '两座水磨坊将重新开放',
    lede: '县里星期一说，河边的两座水磨坊五月重新开放。它们关了九年。',
    body: '粮食来自附近的农场。四月找到了磨坊工人。',
    label: '常见问题',
    ask: '问',
    answer: '答',
    isUnspaced: true,
    pairs: [
      ['有几座磨坊开放？', '五月有两座开放。'],
      ['费用由谁承担？', '两座的费用都由县里承担。'],
      ['什么时候可以参观？', '六月起每个星期六。'],
    ],
  },
  ko: {
    title: '물레방앗간 두 곳 다시 문 연다',
    lede: '강가의 물레방앗간 두 곳이 5월에 다시 문을 연다고 군이 월요일 밝혔다. 9년 동안 닫혀 있었다.',
    body: '곡식은 가까운 농장에서 온다. 4월에 방앗간지기를 찾았다.',
    label: '자주 묻는 질문',
    ask: '질문',
    answer: '답변',
    pairs: [
      ['몇 곳이 문을 여나요?', '5월에 두 곳이 문을 엽니다.'],
      ['비용은 누가 내나요?', '두 곳 모두 군이 냅니다.'],
      ['언제 볼 수 있나요?', '6월부터 토요일마다 볼 수 있습니다.'],
    ],
  },
};

const shapes: Record<string, (sample: Sample) => string> = {
  'on one line below their label': ({ body, label, pairs }) =>
    `${body}\n\n${label}\n${pairs.flat().join(' ')}`,
  'on the line of their label': ({ body, label, pairs }) => `${body}\n\n${label} ${pairs.flat().join(' ')}`,
  'behind their label and a colon': ({ body, label, pairs }) =>
    `${body}\n\n${label}: ${pairs.flat().join(' ')}`,
  'with labels': ({ body, label, ask, answer, pairs }) =>
    `${body}\n\n${label}\n\n${pairs.map(([q, a]) => `${ask}: ${q}\n${answer}: ${a}`).join('\n')}`,
  'with labels that count': ({ body, label, ask, answer, pairs }) =>
    `${body}\n\n${label}\n\n${pairs.map(([q, a], i) => `${ask} ${i + 1}: ${q}\n${answer}: ${a}`).join('\n')}`,
  'with labels on one line': ({ body, label, ask, answer, pairs }) =>
    `${body}\n\n${label}\n\n${pairs.map(([q, a]) => `${ask}: ${q} ${answer}: ${a}`).join(' ')}`,
  'with labels and no title': ({ body, ask, answer, pairs }) =>
    `${body}\n\n${pairs.map(([q, a]) => `${ask}: ${q} ${answer}: ${a}`).join('\n')}`,
  'with numbers': ({ body, label, pairs }) =>
    `${body}\n\n${label}\n\n${pairs.map(([q, a], i) => `${i + 1}. ${q}\n${a}`).join('\n')}`,
  'with numbers on one line': ({ body, label, pairs }) =>
    `${body}\n\n${label}\n\n${pairs.map(([q, a], i) => `${i + 1}. ${q} ${a}`).join(' ')}`,
};

const gluedShapes: Record<string, (sample: Sample) => string> = {
  'glued to each other': ({ body, label, pairs }) => `${body}\n\n${label}${pairs.flat().join('')}`,
  'glued to what is before': ({ body, label, pairs }) => `${body}${label}${pairs.flat().join('')}`,
  'glued to the answer before': ({ body, label, pairs }) =>
    `${body}\n\n${label}\n${pairs.map((pair) => pair.join('\n')).join('')}`,
  'glued, with labels': ({ body, label, ask, answer, pairs }) =>
    `${body}\n\n${label}\n\n${pairs.map(([q, a]) => `${ask}: ${q}${answer}: ${a}`).join('')}`,
  'glued, with numbers': ({ body, label, pairs }) =>
    `${body}\n\n${label}${pairs.map(([q, a], i) => `${i + 1}. ${q}${a}`).join('')}`,
};

const samples = Object.entries(SAMPLES);

describe.each(samples)('questions in %s', (_, sample) => {
  const isSplit = sample.isUnspaced === true;
  it.each(Object.entries(isSplit ? shapes : { ...shapes, ...gluedShapes }))('%s', (_name, shape) => {
    const report = cleaned(`${sample.title}\n\n${sample.lede}\n\n${shape(sample)}`);
    expect(report.faq).toEqual(sample.pairs.map(([question, answer]) => ({ question, answer: [answer] })));
    const text = textOf(report);
    for (const passage of [sample.title, sample.lede]) expect(text).toContain(passage);
  });
});

describe('what is below a line of questions', () => {
  it('is of the body again', () => {
    const { title, lede, body, label, pairs } = SAMPLES['en'] as Sample;
    const report = cleaned([title, lede, `${label}\n${pairs.flat().join(' ')}`, body].join('\n\n'));
    expect(report.faq).toHaveLength(pairs.length);
    expect(report.sections.at(-1)?.blocks.at(-1)?.text).toBe(body);
  });
});

describe('what only looks like questions and answers', () => {
  const title = 'Bread becomes dearer';
  const lede = 'The council met on Monday and talked about the price of bread for three hours.';
  it.each([
    'Who pays for the mill? The county does, said the mayor. And who pays the miller? Nobody knew.',
    'FAQ pages are read more than any other, the study found. Why? Nobody asked.',
    'A. Smith and Q. Jones signed the letter. It was read twice, and was it heard? It was.',
    'Q1 results rose by 4 percent. Why did they rise? Bread became dearer.',
  ])('stays a paragraph: %s', (paragraph) => {
    const report = cleaned([title, lede, paragraph].join('\n\n'));
    expect(report.faq).toEqual([]);
    expect(textOf(report)).toContain(paragraph);
  });
});
