// Italian.

import type { Copy, PageWords } from './words.ts';

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
    counted: {
      boilerplate: {
        one: '{n} riga di menu o di piè di pagina',
        other: '{n} righe di menu e di piè di pagina',
      },
      markup: { one: '{n} elemento di markup', other: '{n} elementi di markup' },
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

export const italianPages: PageWords = {
  lang: 'it',
  join: {
    title: 'Ricevi {name} per mail',
    address: 'Il tuo indirizzo e-mail',
    action: 'Iscriviti',
    consent: 'Accetti di ricevere {name} per mail. Per smettere basta un clic in qualsiasi numero.',
    leaveEmpty: 'Lascia vuoto questo campo',
    badAddress: 'Questo non sembra un indirizzo e-mail. Per favore, ricontrollalo.',
    askedTitle: 'Guarda nella tua casella di posta',
    askedText:
      'Se questo indirizzo non è ancora iscritto, è in arrivo una mail con un link. Finché non confermi con quel link, non viene inviato nulla.',
    tooMany: 'Dalla tua rete sono arrivati troppi indirizzi. Riprova tra un minuto.',
  },
  confirm: {
    title: 'Conferma l’iscrizione',
    text: 'A {address} arriverà {name}.',
    action: 'Conferma',
    doneTitle: 'Iscrizione confermata',
    doneText: 'Il prossimo numero di {name} arriverà a {address}.',
    doneWeekly: '{name} arriva a {address} una volta alla settimana, la prossima volta {day}.',
    deadTitle: 'Questo link non è più valido',
    deadText: 'È scaduto, è già stato usato oppure ne manca una parte. Qui puoi iscriverti di nuovo.',
  },
  leave: {
    title: 'Lasciare {name}?',
    text: 'A {address} non verrà inviato nessun altro numero.',
    action: 'Annulla l’iscrizione',
    leftTitle: 'Iscrizione annullata',
    leftText:
      '{address} non riceverà altri numeri di {name}. Un numero che è in corso di invio in questo momento può ancora arrivare.',
    mistake: 'È stato un errore?',
    back: 'Iscriviti di nuovo',
    returnedTitle: 'Iscrizione ripresa',
    returnedText: '{name} arriva di nuovo a {address}, a partire dal prossimo numero.',
    returnedWeekly: '{name} arriva di nuovo a {address}, una volta alla settimana, di {day}.',
    thisAddress: 'Questo indirizzo',
    badLink: 'Questo link non è completo. Aprilo di nuovo dalla mail, o copialo per intero.',
    more: 'Che cosa è conservato su questo indirizzo',
  },
  preferences: {
    title: 'La tua iscrizione',
    active: '{name} arriva a {address}.',
    left: '{name} non arriva a {address}.',
    toLeave: 'Annulla l’iscrizione',
    toReturn: 'Iscriviti di nuovo',
    dataTitle: 'Che cosa è conservato su di te',
    dataText:
      'Per vederlo, cambiare indirizzo o far cancellare tutto, chiedi un link. Viene inviato a {address} e vale per un’ora.',
    dataAction: 'Inviami un link',
    sentText:
      'Se {address} può ricevere posta, ora arriva un link. Ne parte uno ogni dieci minuti, e al massimo tre al giorno, perché nessuno possa intasare una casella.',
    waitText: 'Poco fa è partito un link per {address}. Prossimo invio possibile: {time}.',
  },
  frequency: {
    title: 'Con quale frequenza',
    every: 'Ogni numero, appena esce',
    weekly: 'Una volta a settimana: i numeri della settimana in una sola mail, di {day}',
    action: 'Salva',
    everySaved: 'Salvato. A partire dal prossimo numero, {address} li riceve tutti.',
    weeklySaved:
      'Salvato. D’ora in poi {address} riceve una mail a settimana, di {day}. Un numero che è in corso di invio in questo momento può ancora arrivare.',
    over: 'La mail della settimana non esiste più.',
    rather: 'Troppe mail?',
    ratherAction: 'Meglio una mail a settimana',
  },
  dataLink: {
    title: 'Che cosa è conservato su di te',
    own: 'Questa pagina è per {address}. Il suo link vale per un’ora; puoi chiederne un altro in qualsiasi momento.',
    exportTitle: 'Portalo con te',
    exportText:
      'Un file con tutto ciò che è conservato: il tuo indirizzo, il tuo nome, a che cosa hai acconsentito e quando.',
    exportAction: 'Scarica il file',
    changeTitle: 'Cambia indirizzo',
    changeText:
      'Al nuovo indirizzo viene inviata una mail. Appena confermi da lì, i numeri arrivano al nuovo e non più al vecchio.',
    newAddress: 'Nuovo indirizzo',
    changeAction: 'Cambia indirizzo',
    changedText: 'Se il nuovo indirizzo può essere usato, è in arrivo lì una mail con un link.',
    eraseTitle: 'Fai cancellare tutto',
    eraseText:
      'Il tuo indirizzo, il tuo nome e i tuoi consensi vengono cancellati, e non arriva più nessun numero. Resta un codice dal quale non si possono leggere; serve a lasciarti fuori quando si importa un elenco da un’altra parte.',
    eraseAction: 'Cancella tutto',
    sureTitle: 'Cancellare tutto?',
    sureText: 'Non si può annullare.',
    sureAction: 'Sì, cancella tutto',
    notSure: 'No, torna indietro',
    erasedTitle: 'Tutto è cancellato',
    erasedText: 'Non è più conservato nulla che porti il tuo nome.',
    cannotErase: 'Per il momento qui non si può fare da soli. Scrivi alla redazione: lo farà lei.',
    deadText:
      'Vale per un’ora, e non più se l’indirizzo è stato cambiato o cancellato. Chiedine un altro con il link in fondo a qualsiasi numero.',
  },
  dataLinkMail: {
    subject: 'Il tuo link: che cosa {name} conserva su di te',
    title: 'Il tuo link',
    text: 'Mostra che cosa {name} conserva su di te, e ti permette di scaricarlo, di cambiare indirizzo o di far cancellare tutto. Vale per un’ora.',
    action: 'Apri la pagina',
    otherwise: 'La richiesta non è tua? Allora non fare nulla, e non inoltrare questa mail.',
  },
  moveMail: {
    subject: 'Conferma il tuo nuovo indirizzo per {name}',
    title: 'Il tuo nuovo indirizzo',
    text: 'Questo indirizzo è stato indicato come quello nuovo per {name}. Appena lo confermi, i numeri arrivano qui e non più a quello vecchio.',
    action: 'Conferma questo indirizzo',
    otherwise: 'La richiesta non è tua? Allora non fare nulla: senza conferma non cambia niente.',
  },
  movedMail: {
    subject: 'Il tuo indirizzo per {name} è cambiato',
    title: 'Il tuo indirizzo è cambiato',
    text: '{name} ora arriva a un altro indirizzo, e non più a questo.',
    otherwise: 'Non sei stato tu? Allora rispondi a questa mail.',
  },
  site: {
    contact: 'Contatti',
    imprint: 'Note legali',
    privacy: 'Privacy',
  },
  trouble: {
    toFront: 'Alla pagina iniziale',
    missingTitle: 'Qui non c’è nulla',
    missingText: 'Forse manca una parte del link. Per favore, copialo per intero.',
    noIssue:
      'A questo indirizzo non c’è nessun numero. Se il link è arrivato con una mail, copialo per intero.',
    notYetTitle: 'Non ancora inviato',
    notYetText: 'Questo numero non è stato ancora inviato. Appena lo sarà, potrai leggerlo qui.',
    notOnWeb: 'I numeri di {name} non sono sul web.',
    brokenTitle: 'Qualcosa si è rotto',
    brokenText: 'È un errore nostro, e ne resta nota. Riprova tra qualche minuto.',
  },
};
