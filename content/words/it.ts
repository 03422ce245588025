// Italian.

import type { Copy } from '../copy.ts';

export const italian: Copy = {
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
  preferences: 'Scegliere tra ogni numero e una mail a settimana',
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
  readOnWeb: 'Leggi questo numero sul web',
  whatWasCut: 'Guarda che cosa è stato tolto e perché',
  rest: {
    one: 'Per arrivare intera, questa mail si ferma qui: {n} altro brano è sul web.',
    other: 'Per arrivare intera, questa mail si ferma qui: {n} altri brani sono sul web.',
  },
  readOn: 'Continua a leggere sul web',
  restOfFaq: {
    one: '{n} altra domanda ha risposta sul web.',
    other: '{n} altre domande hanno risposta sul web.',
  },
  readOnFaq: 'Leggi le altre risposte sul web',
  week: {
    subject: 'La settimana: {titles}',
    contents: 'La settimana in una mail',
    from: 'Dal numero {n}',
    fromTitled: 'Dal numero {n}: {title}',
    rest: {
      one: 'Comincia così: {n} altro brano è sul web.',
      other: 'Comincia così: {n} altri brani sono sul web.',
    },
    forLength: {
      one: 'Un riepilogo della settimana porta l’inizio di ogni articolo: {n} brano è solo sul web e nella parte di testo della mail.',
      other:
        'Un riepilogo della settimana porta l’inizio di ogni articolo: {n} brani sono solo sul web e nella parte di testo della mail.',
    },
  },
  web: {
    frozen: 'Questo è il numero così come è stato inviato.',
    toIssue: 'Torna al numero',
    skip: 'Vai al testo',
  },
  ledger: {
    title: 'Che cosa è stato tolto e perché',
    intro:
      'Qui si dà conto di ogni brano del testo di partenza. Ciò che non è pubblicato compare come è arrivato, con il motivo.',
    nothingCut: 'Da questo testo non è stato tolto nulla.',
    whole: 'Il testo intero, brano per brano',
    stays: 'Pubblicato al suo posto',
    seen: 'Da che cosa si è capito',
    rule: 'Regola',
    reasons: {
      duplicate: { name: 'Ripetizione', why: 'Ripete ciò che è pubblicato altrove nel testo.' },
      promo: { name: 'Rimando a un altro articolo', why: 'Porta altrove, a un altro articolo.' },
      boilerplate: {
        name: 'Contorno della pagina',
        why: 'Appartiene alla pagina da cui viene il testo, non al testo.',
      },
      markup: {
        name: 'Segni',
        why: 'Punti elenco, etichette e marcature vaganti: le parole intorno sono pubblicate.',
      },
    },
    editor: {
      restored: 'Ripristinato dalla redazione',
      dropped: 'Tolto dalla redazione',
      changed: 'Presentato diversamente dalla redazione',
      added: 'Aggiunto dalla redazione',
    },
    forLength: {
      one: 'I programmi di posta tagliano le mail lunghe: {n} brano è solo sul web e nella parte di testo della mail.',
      other:
        'I programmi di posta tagliano le mail lunghe: {n} brani sono solo sul web e nella parte di testo della mail.',
    },
  },
  confirm: {
    subject: 'Conferma l’iscrizione a {name}',
    title: 'Conferma l’iscrizione',
    text: 'Questo indirizzo è stato inserito per ricevere {name}. Conferma che è il tuo e riceverai il prossimo numero.',
    weekly:
      'Questo indirizzo è stato inserito per ricevere {name} una volta alla settimana. Conferma che è il tuo e la prossima mail arriverà {day}.',
    action: 'Conferma l’iscrizione',
    otherwise:
      'La richiesta non è tua? Allora non fare nulla: senza conferma non verrà inviato alcun numero.',
  },
  welcome: {
    subject: 'Ti diamo il benvenuto in {name}',
    title: 'Ti diamo il benvenuto',
    text: 'La tua iscrizione a {name} è confermata e riceverai il prossimo numero.',
    weekly:
      'La tua iscrizione a {name} è confermata. Hai scelto una mail a settimana: la prossima arriva di {day}.',
    promise: 'Ogni numero dice alla fine che cosa è stato tolto dai testi e perché.',
    action: 'Leggi l’ultimo numero sul web',
  },
  notice: 'Per la redazione di {name}',
};
