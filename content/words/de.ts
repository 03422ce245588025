// German.

import type { Copy } from '../copy.ts';

export const german: Copy = {
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
  preferences: 'Zwischen jeder Ausgabe und einer Mail pro Woche wählen',
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
  readOnWeb: 'Diese Ausgabe im Web lesen',
  whatWasCut: 'Nachsehen, was gestrichen wurde und warum',
  rest: {
    one: 'Damit sie ganz ankommt, endet diese Mail hier: {n} weiterer Absatz steht im Web.',
    other: 'Damit sie ganz ankommt, endet diese Mail hier: {n} weitere Absätze stehen im Web.',
  },
  readOn: 'Im Web weiterlesen',
  restOfFaq: {
    one: '{n} weitere Frage ist im Web beantwortet.',
    other: '{n} weitere Fragen sind im Web beantwortet.',
  },
  readOnFaq: 'Die übrigen Antworten im Web lesen',
  week: {
    subject: 'Die Woche: {titles}',
    contents: 'Die Woche in einer Mail',
    from: 'Aus Ausgabe {n}',
    fromTitled: 'Aus Ausgabe {n}: {title}',
    rest: {
      one: 'So fängt es an: {n} weiterer Absatz steht im Web.',
      other: 'So fängt es an: {n} weitere Absätze stehen im Web.',
    },
    forLength: {
      one: 'Ein Wochenüberblick bringt von jedem Bericht den Anfang; {n} Absatz steht deshalb nur im Web und im Textteil der Mail.',
      other:
        'Ein Wochenüberblick bringt von jedem Bericht den Anfang; {n} Absätze stehen deshalb nur im Web und im Textteil der Mail.',
    },
  },
  web: {
    frozen: 'Das ist die Ausgabe, wie sie verschickt wurde.',
    toIssue: 'Zurück zur Ausgabe',
    skip: 'Zum Text',
  },
  ledger: {
    title: 'Was gestrichen wurde und warum',
    intro:
      'Über jeden Absatz des Ausgangstextes wird hier Rechenschaft gegeben. Was nicht abgedruckt ist, steht hier so, wie es hereinkam, mit dem Grund.',
    nothingCut: 'Aus diesem Bericht wurde nichts gestrichen.',
    whole: 'Der ganze Bericht, Absatz für Absatz',
    stays: 'Stattdessen abgedruckt',
    seen: 'Woran es zu erkennen war',
    rule: 'Regel',
    reasons: {
      duplicate: {
        name: 'Wiederholung',
        why: 'Es wiederholt, was an anderer Stelle des Berichts abgedruckt ist.',
      },
      promo: { name: 'Hinweis auf einen anderen Artikel', why: 'Es führt weg, zu einem anderen Artikel.' },
      boilerplate: {
        name: 'Beiwerk',
        why: 'Es gehört zu der Seite, von der der Text kommt, nicht zum Bericht.',
      },
      markup: {
        name: 'Zeichen',
        why: 'Aufzählungszeichen, Etiketten und verirrte Auszeichnungen: Die Wörter um sie herum sind abgedruckt.',
      },
    },
    editor: {
      restored: 'Von der Redaktion zurückgeholt',
      dropped: 'Von der Redaktion gestrichen',
      changed: 'Von der Redaktion anders gesetzt',
      added: 'Von der Redaktion hinzugefügt',
    },
    forLength: {
      one: 'Mailprogramme schneiden lange Mails ab; {n} Absatz steht deshalb nur im Web und im Textteil der Mail.',
      other:
        'Mailprogramme schneiden lange Mails ab; {n} Absätze stehen deshalb nur im Web und im Textteil der Mail.',
    },
  },
  confirm: {
    subject: 'Bitte bestätigen: Anmeldung für {name}',
    title: 'Bitte bestätigen Sie die Anmeldung',
    text: 'Diese Adresse wurde für {name} eingetragen. Bestätigen Sie, dass es Ihre ist, und die nächste Ausgabe kommt zu Ihnen.',
    weekly:
      'Diese Adresse wurde eingetragen, um {name} einmal pro Woche zu bekommen. Bestätigen Sie, dass es Ihre ist, und die nächste Mail kommt am {day}.',
    action: 'Anmeldung bestätigen',
    otherwise:
      'Waren Sie das nicht? Dann brauchen Sie nichts zu tun: Ohne Bestätigung wird keine Ausgabe verschickt.',
  },
  welcome: {
    subject: 'Willkommen bei {name}',
    title: 'Willkommen',
    text: 'Ihre Anmeldung für {name} ist bestätigt, und die nächste Ausgabe kommt zu Ihnen.',
    weekly:
      'Ihre Anmeldung für {name} ist bestätigt. Sie haben eine Mail pro Woche gewählt: Die nächste kommt am {day}.',
    promise: 'Jede Ausgabe sagt am Ende, was aus den Berichten gestrichen wurde und warum.',
    action: 'Die neueste Ausgabe im Web lesen',
  },
  notice: 'Für die Redaktion von {name}',
};
