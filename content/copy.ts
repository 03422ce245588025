// Every fixed word that a reader sees, per language. `{n}`, `{name}` and the like are filled in. A new language
// is one more entry below; a language that is not here reads the English words.

/** Plural forms by Intl.PluralRules; `other` serves for all that are not given. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export type Copy = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly inThisIssue: string;
  readonly faq: string;
  /** Labels of the text part's questions and answers: a letter each. */
  readonly question: string;
  readonly answer: string;
  readonly sources: string;
  readonly by: string;
  readonly from: string;
  readonly original: string;
  readonly originalAt: string;
  readonly editorsNote: string;
  readonly sample: string;
  readonly unsubscribe: string;
  readonly receiptTitle: string;
  readonly receipt: ReceiptWords;
};

/** "31 passages came in, 19 are printed; 7 were repeats, 4 pointers to other stories, 1 furniture" */
type ReceiptWords = {
  /** The sentence: `{came}`, `{printed}` and `{cut}`, the list of what was left out. */
  readonly sentence: string;
  /** The sentence when nothing was left out: `{came}`. */
  readonly whole: Forms;
  readonly came: Forms;
  readonly printed: Forms;
  readonly cut: Record<CutReason, Forms>;
  /** Where the first item of the list needs a verb that the others share. */
  readonly firstCut?: Record<CutReason, Forms>;
  readonly comma: string;
};

const CUT_REASONS = ['duplicate', 'promo', 'boilerplate'] as const;
type CutReason = (typeof CUT_REASONS)[number];

export type Counts = { readonly passages: number; readonly printed: number } & Readonly<
  Record<CutReason, number>
>;

/** @param lang a BCP 47 tag; `pt-BR` reads `pt`, an unknown language reads English. */
export function copyFor(lang: string): Copy {
  const tag = lang.toLowerCase();
  return copies.get(tag) ?? copies.get(tag.split(/[-_]/)[0] ?? '') ?? english;
}

/** Puts values into the words: `fill('From {name}', { name: 'Reuters' })`. */
export const fill = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** What came in and what became of it, in one sentence. */
export function receiptLine(copy: Copy, counts: Counts): string {
  const { sentence, whole, came, printed, cut, firstCut, comma } = copy.receipt;
  const say = (forms: Forms, n: number): string => {
    const rule = new Intl.PluralRules(copy.lang).select(n);
    return fill(forms[rule] ?? forms.other, { n: String(n) });
  };
  const items = CUT_REASONS.filter((reason) => counts[reason] > 0).map((reason, index) =>
    say((index === 0 && firstCut ? firstCut : cut)[reason], counts[reason]),
  );
  const values = { came: say(came, counts.passages), printed: say(printed, counts.printed) };
  return items.length === 0
    ? fill(say(whole, counts.passages), values)
    : fill(sentence, { ...values, cut: items.join(comma) });
}

const english: Copy = {
  lang: 'en',
  dir: 'ltr',
  inThisIssue: 'In this issue',
  faq: 'Questions and answers',
  question: 'Q',
  answer: 'A',
  sources: 'Sources named in the text',
  by: 'By {name}',
  from: 'From {name}',
  original: 'Read the original report',
  originalAt: 'Read the original at {name}',
  editorsNote: 'Editor’s note',
  sample: 'A sample, to show what an issue looks like',
  unsubscribe: 'Unsubscribe from {name}',
  receiptTitle: 'What was cut',
  receipt: {
    sentence: '{came}, {printed}; {cut}',
    whole: { one: '{came}, and it is printed', other: '{came}, and all are printed' },
    came: { one: '{n} passage came in', other: '{n} passages came in' },
    printed: { one: '{n} is printed', other: '{n} are printed' },
    firstCut: {
      duplicate: { one: '{n} was a repeat', other: '{n} were repeats' },
      promo: { one: '{n} was a pointer to another story', other: '{n} were pointers to other stories' },
      boilerplate: { one: '{n} was furniture', other: '{n} were furniture' },
    },
    cut: {
      duplicate: { one: '{n} repeat', other: '{n} repeats' },
      promo: { one: '{n} pointer to another story', other: '{n} pointers to other stories' },
      boilerplate: { other: '{n} furniture' },
    },
    comma: ', ',
  },
};

const spanish: Copy = {
  lang: 'es',
  dir: 'ltr',
  inThisIssue: 'En este número',
  faq: 'Preguntas y respuestas',
  question: 'P',
  answer: 'R',
  sources: 'Fuentes citadas en el texto',
  by: 'Por {name}',
  from: 'De {name}',
  original: 'Leer el texto original',
  originalAt: 'Leer el original en {name}',
  editorsNote: 'Nota de la redacción',
  sample: 'Una muestra, para enseñar cómo es un número',
  unsubscribe: 'Darse de baja de {name}',
  receiptTitle: 'Lo que se quitó',
  receipt: {
    sentence: '{came}, {printed}; quedaron fuera {cut}',
    whole: { one: '{came} y se publica', other: '{came} y se publican todos' },
    came: { one: 'Llegó {n} pasaje', other: 'Llegaron {n} pasajes' },
    printed: { one: 'se publica {n}', other: 'se publican {n}' },
    cut: {
      duplicate: { one: '{n} repetición', other: '{n} repeticiones' },
      promo: { one: '{n} aviso de otra noticia', other: '{n} avisos de otras noticias' },
      boilerplate: { one: '{n} elemento de relleno', other: '{n} elementos de relleno' },
    },
    comma: ', ',
  },
};

const german: Copy = {
  lang: 'de',
  dir: 'ltr',
  inThisIssue: 'In dieser Ausgabe',
  faq: 'Fragen und Antworten',
  question: 'F',
  answer: 'A',
  sources: 'Im Text genannte Quellen',
  by: 'Von {name}',
  from: 'Aus {name}',
  original: 'Zum Originalbericht',
  originalAt: 'Zum Original bei {name}',
  editorsNote: 'Anmerkung der Redaktion',
  sample: 'Ein Muster, das zeigt, wie eine Ausgabe aussieht',
  unsubscribe: '{name} abbestellen',
  receiptTitle: 'Was gestrichen wurde',
  receipt: {
    sentence: '{came}, {printed}; gestrichen: {cut}',
    whole: { one: '{came} und ist abgedruckt', other: '{came}, und alle sind abgedruckt' },
    came: { one: '{n} Absatz kam herein', other: '{n} Absätze kamen herein' },
    printed: { one: '{n} ist abgedruckt', other: '{n} sind abgedruckt' },
    cut: {
      duplicate: { one: '{n} Wiederholung', other: '{n} Wiederholungen' },
      promo: { one: '{n} Hinweis auf einen anderen Artikel', other: '{n} Hinweise auf andere Artikel' },
      boilerplate: { other: '{n}-mal Beiwerk' },
    },
    comma: ', ',
  },
};

const french: Copy = {
  lang: 'fr',
  dir: 'ltr',
  inThisIssue: 'Dans ce numéro',
  faq: 'Questions et réponses',
  question: 'Q',
  answer: 'R',
  sources: 'Sources citées dans le texte',
  by: 'Par {name}',
  from: 'Source : {name}',
  original: 'Lire l’article d’origine',
  originalAt: 'Lire l’original sur {name}',
  editorsNote: 'Note de la rédaction',
  sample: 'Un exemple, pour montrer à quoi ressemble un numéro',
  unsubscribe: 'Se désabonner de {name}',
  receiptTitle: 'Ce qui a été coupé',
  receipt: {
    sentence: '{came}, {printed} ; ont été écartés {cut}',
    whole: { one: '{came} et publié', other: '{came}, tous publiés' },
    came: { one: '{n} passage reçu', other: '{n} passages reçus' },
    printed: { one: '{n} publié', other: '{n} publiés' },
    cut: {
      duplicate: { one: '{n} répétition', other: '{n} répétitions' },
      promo: { one: '{n} renvoi vers un autre article', other: '{n} renvois vers d’autres articles' },
      boilerplate: { one: '{n} élément accessoire', other: '{n} éléments accessoires' },
    },
    comma: ', ',
  },
};

const italian: Copy = {
  lang: 'it',
  dir: 'ltr',
  inThisIssue: 'In questo numero',
  faq: 'Domande e risposte',
  question: 'D',
  answer: 'R',
  sources: 'Fonti citate nel testo',
  by: 'Di {name}',
  from: 'Fonte: {name}',
  original: 'Leggi l’articolo originale',
  originalAt: 'Leggi l’originale su {name}',
  editorsNote: 'Nota della redazione',
  sample: 'Un esempio, per mostrare com’è fatto un numero',
  unsubscribe: 'Annulla l’iscrizione a {name}',
  receiptTitle: 'Che cosa è stato tolto',
  receipt: {
    sentence: '{came}, {printed}; esclusi: {cut}',
    whole: { one: '{came} e pubblicato', other: '{came}, tutti pubblicati' },
    came: { one: '{n} brano ricevuto', other: '{n} brani ricevuti' },
    printed: { one: '{n} pubblicato', other: '{n} pubblicati' },
    cut: {
      duplicate: { one: '{n} ripetizione', other: '{n} ripetizioni' },
      promo: { one: '{n} rimando a un altro articolo', other: '{n} rimandi ad altri articoli' },
      boilerplate: { one: '{n} elemento di contorno', other: '{n} elementi di contorno' },
    },
    comma: ', ',
  },
};

const portuguese: Copy = {
  lang: 'pt',
  dir: 'ltr',
  inThisIssue: 'Nesta edição',
  faq: 'Perguntas e respostas',
  question: 'P',
  answer: 'R',
  sources: 'Fontes citadas no texto',
  by: 'Por {name}',
  from: 'Fonte: {name}',
  original: 'Ler a notícia original',
  originalAt: 'Ler o original em {name}',
  editorsNote: 'Nota da redação',
  sample: 'Um exemplo, para mostrar como é uma edição',
  unsubscribe: 'Cancelar a assinatura de {name}',
  receiptTitle: 'O que foi cortado',
  receipt: {
    sentence: '{came}, {printed}; ficaram de fora {cut}',
    whole: { one: '{came} e publicado', other: '{came}, todos publicados' },
    came: { one: '{n} trecho recebido', other: '{n} trechos recebidos' },
    printed: { one: '{n} publicado', other: '{n} publicados' },
    cut: {
      duplicate: { one: '{n} repetição', other: '{n} repetições' },
      promo: { one: '{n} chamada para outra notícia', other: '{n} chamadas para outras notícias' },
      boilerplate: { one: '{n} elemento acessório', other: '{n} elementos acessórios' },
    },
    comma: ', ',
  },
};

// Labels with a figure after them, since the Arabic noun changes with the figure in six ways.
const arabic: Copy = {
  lang: 'ar',
  dir: 'rtl',
  inThisIssue: 'في هذا العدد',
  faq: 'أسئلة وأجوبة',
  question: 'س',
  answer: 'ج',
  sources: 'المصادر المذكورة في النص',
  by: 'بقلم {name}',
  from: 'المصدر: {name}',
  original: 'اقرأ التقرير الأصلي',
  originalAt: 'اقرأ الأصل في {name}',
  editorsNote: 'ملاحظة المحرر',
  sample: 'نموذج يبيّن شكل العدد',
  unsubscribe: 'إلغاء الاشتراك في {name}',
  receiptTitle: 'ما الذي حُذف',
  receipt: {
    sentence: '{came}، {printed}؛ المحذوف: {cut}',
    whole: { other: '{came}، وقد نُشرت كلها' },
    came: { other: 'المقاطع الواردة: {n}' },
    printed: { other: 'المنشور منها: {n}' },
    cut: {
      duplicate: { other: 'مكرر ({n})' },
      promo: { other: 'إحالات إلى مقالات أخرى ({n})' },
      boilerplate: { other: 'حشو ({n})' },
    },
    comma: '، ',
  },
};

const japanese: Copy = {
  lang: 'ja',
  dir: 'ltr',
  inThisIssue: '今号の内容',
  faq: 'よくある質問',
  question: '問',
  answer: '答',
  sources: '本文中の情報源',
  by: '文:{name}',
  from: '出典:{name}',
  original: '元の記事を読む',
  originalAt: '元の記事を{name}で読む',
  editorsNote: '編集部より',
  sample: '見本です',
  unsubscribe: '{name}の配信を停止する',
  receiptTitle: '省いたもの',
  receipt: {
    sentence: '{came}、{printed}。{cut}を省きました',
    whole: { other: '{came}、すべて掲載しました' },
    came: { other: '{n}件の文章を受け取り' },
    printed: { other: '{n}件を掲載' },
    cut: {
      duplicate: { other: '重複{n}件' },
      promo: { other: '他の記事への案内{n}件' },
      boilerplate: { other: '定型文{n}件' },
    },
    comma: '、',
  },
};

const copies: ReadonlyMap<string, Copy> = new Map(
  [english, spanish, german, french, italian, portuguese, arabic, japanese].map((copy) => [copy.lang, copy]),
);

export const languages: readonly string[] = [...copies.keys()];
