// German.

import type { Copy, PageWords } from './words.ts';

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
    counted: {
      boilerplate: {
        one: '{n} Zeile aus Menü oder Fuß der Seite',
        other: '{n} Zeilen aus Menü und Fuß der Seite',
      },
      markup: { one: '{n} Stück Auszeichnung', other: '{n} Stück Auszeichnung' },
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

export const germanPages: PageWords = {
  lang: 'de',
  join: {
    title: '{name} per Mail',
    address: 'Ihre E-Mail-Adresse',
    action: 'Abonnieren',
    consent: 'Sie sind einverstanden, {name} per Mail zu bekommen. Ein Klick in jeder Ausgabe beendet es.',
    leaveEmpty: 'Dieses Feld leer lassen',
    badAddress: 'Das sieht nicht wie eine E-Mail-Adresse aus. Bitte sehen Sie noch einmal nach.',
    askedTitle: 'Bitte sehen Sie in Ihr Postfach',
    askedText:
      'Wenn diese Adresse noch nicht abonniert ist, ist eine Mail mit einem Link an sie unterwegs. Solange Sie nicht damit bestätigen, wird nichts geschickt.',
    tooMany: 'Aus Ihrem Netz kamen zu viele Adressen. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  confirm: {
    title: 'Abonnement bestätigen',
    text: '{name} wird an {address} geschickt.',
    action: 'Bestätigen',
    doneTitle: 'Sie haben abonniert',
    doneText: 'Die nächste Ausgabe von {name} kommt an {address}.',
    doneWeekly: '{name} kommt einmal pro Woche an {address}, das nächste Mal am {day}.',
    deadTitle: 'Dieser Link gilt nicht mehr',
    deadText:
      'Er ist abgelaufen, wurde schon benutzt, oder ein Teil von ihm fehlt. Hier können Sie noch einmal abonnieren.',
  },
  leave: {
    title: '{name} abbestellen?',
    text: 'An {address} wird keine weitere Ausgabe geschickt.',
    action: 'Abbestellen',
    leftTitle: 'Abbestellt',
    leftText:
      '{address} bekommt keine weitere Ausgabe von {name}. Eine Ausgabe, die gerade verschickt wird, kann noch ankommen.',
    mistake: 'War das ein Versehen?',
    back: 'Wieder abonnieren',
    returnedTitle: 'Sie haben wieder abonniert',
    returnedText: '{name} kommt wieder an {address}, von der nächsten Ausgabe an.',
    returnedWeekly: '{name} kommt wieder an {address}, einmal pro Woche am {day}.',
    thisAddress: 'Diese Adresse',
    badLink:
      'Dieser Link ist nicht vollständig. Öffnen Sie ihn noch einmal aus der Mail, oder kopieren Sie ihn ganz.',
    more: 'Was zu dieser Adresse gespeichert ist',
  },
  preferences: {
    title: 'Ihr Abonnement',
    active: '{name} geht an {address}.',
    left: '{name} geht nicht an {address}.',
    toLeave: 'Abbestellen',
    toReturn: 'Wieder abonnieren',
    dataTitle: 'Was über Sie gespeichert ist',
    dataText:
      'Um es zu sehen, Ihre Adresse zu ändern oder alles löschen zu lassen, fordern Sie einen Link an. Er wird an {address} geschickt und gilt eine Stunde lang.',
    dataAction: 'Link anfordern',
    sentText:
      'Wenn {address} Mail bekommen darf, kommt jetzt ein Link. Alle zehn Minuten geht einer ab, höchstens drei am Tag, damit niemand ein Postfach überfluten kann.',
    waitText: 'Vor Kurzem ging ein Link an {address}. Der nächste ist möglich ab {time}.',
  },
  frequency: {
    title: 'Wie oft es kommt',
    every: 'Jede Ausgabe, sobald sie erscheint',
    weekly: 'Einmal pro Woche: die Ausgaben der Woche in einer Mail, am {day}',
    action: 'Speichern',
    everySaved: 'Gespeichert. Von der nächsten Ausgabe an bekommt {address} jede.',
    weeklySaved:
      'Gespeichert. Von jetzt an bekommt {address} eine Mail pro Woche, die nächste am {day}. Eine Ausgabe, die gerade verschickt wird, kann noch ankommen.',
    over: 'Die wöchentliche Mail gibt es nicht mehr.',
    rather: 'Zu viele Mails?',
    ratherAction: 'Lieber eine Mail pro Woche',
  },
  dataLink: {
    title: 'Was über Sie gespeichert ist',
    own: 'Diese Seite gehört zu {address}. Ihr Link gilt eine Stunde lang; Sie können jederzeit einen neuen anfordern.',
    exportTitle: 'Mitnehmen',
    exportText:
      'Eine Datei mit allem, was gespeichert ist: Ihre Adresse, Ihr Name, und womit Sie wann einverstanden waren.',
    exportAction: 'Datei herunterladen',
    changeTitle: 'Adresse ändern',
    changeText:
      'An die neue Adresse geht eine Mail. Sobald Sie dort bestätigen, kommen die Ausgaben dorthin und nicht mehr an die alte.',
    newAddress: 'Neue Adresse',
    changeAction: 'Adresse ändern',
    changedText:
      'Wenn die neue Adresse verwendet werden kann, ist eine Mail mit einem Link an sie unterwegs.',
    eraseTitle: 'Alles löschen lassen',
    eraseText:
      'Ihre Adresse, Ihr Name und Ihr Einverständnis werden gelöscht, und es kommt keine Ausgabe mehr. Ein Code bleibt, aus dem sie sich nicht ablesen lassen; an ihm werden Sie erkannt und ausgelassen, wenn eine Liste von anderswo übernommen wird.',
    eraseAction: 'Alles löschen',
    sureTitle: 'Wirklich alles löschen?',
    sureText: 'Das lässt sich nicht rückgängig machen.',
    sureAction: 'Ja, alles löschen',
    notSure: 'Nein, zurück',
    erasedTitle: 'Alles ist gelöscht',
    erasedText: 'Es ist nichts mehr gespeichert, das Sie nennt.',
    cannotErase:
      'Das geht hier im Augenblick nicht von selbst. Bitte schreiben Sie der Redaktion: Sie wird es tun.',
    deadText:
      'Er gilt eine Stunde lang, und nicht mehr, wenn die Adresse geändert oder gelöscht wurde. Fordern Sie über den Link am Ende jeder Ausgabe einen neuen an.',
  },
  dataLinkMail: {
    subject: 'Ihr Link: was {name} über Sie gespeichert hat',
    title: 'Ihr Link',
    text: 'Er zeigt, was {name} über Sie gespeichert hat. Sie können es herunterladen, Ihre Adresse ändern oder alles löschen lassen. Er gilt eine Stunde lang.',
    action: 'Seite öffnen',
    otherwise: 'Haben nicht Sie danach gefragt? Dann tun Sie nichts, und geben Sie diese Mail nicht weiter.',
  },
  moveMail: {
    subject: 'Bitte bestätigen: Ihre neue Adresse für {name}',
    title: 'Ihre neue Adresse',
    text: 'Diese Adresse wurde als neue für {name} angegeben. Sobald Sie sie bestätigen, kommen die Ausgaben hierher und nicht mehr an die alte.',
    action: 'Adresse bestätigen',
    otherwise: 'Waren Sie das nicht? Dann brauchen Sie nichts zu tun: Ohne Bestätigung ändert sich nichts.',
  },
  movedMail: {
    subject: 'Ihre Adresse für {name} wurde geändert',
    title: 'Ihre Adresse wurde geändert',
    text: '{name} geht jetzt an eine andere Adresse und nicht mehr an diese.',
    otherwise: 'Waren Sie das nicht? Dann antworten Sie bitte auf diese Mail.',
  },
  site: {
    contact: 'Kontakt',
    imprint: 'Impressum',
    privacy: 'Datenschutz',
  },
  trouble: {
    toFront: 'Zur Startseite',
    missingTitle: 'Hier ist nichts',
    missingText: 'Vielleicht fehlt ein Teil des Links. Bitte kopieren Sie ihn ganz.',
    noIssue:
      'An dieser Adresse gibt es keine Ausgabe. Wenn der Link mit einer Mail kam, kopieren Sie ihn bitte ganz.',
    notYetTitle: 'Noch nicht verschickt',
    notYetText: 'Diese Ausgabe ist noch nicht verschickt. Sobald sie es ist, steht sie hier.',
    notOnWeb: 'Die Ausgaben von {name} stehen nicht im Web.',
    brokenTitle: 'Etwas ist kaputtgegangen',
    brokenText:
      'Das ist unser Fehler, und er ist festgehalten. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  },
};
