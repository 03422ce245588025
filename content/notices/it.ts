// Italian.

import type { NoticeWords } from './words.ts';

export const italian: NoticeWords = {
  lang: 'it',
  desk: 'Apri il tavolo di redazione',
  quoted: '«{title}»',
  untitled: 'numero {n}',
  space: ' ',
  comma: '; ',
  colon: ': ',
  summary: {
    title: 'Da controllare: {n}',
    text: 'È successo più di quanto dieci mail al giorno possano dire, perciò questa riunisce più cose.',
  },
  paused: {
    title: 'Il numero {n} è in pausa',
    stopped: 'L’invio di {issue} si è fermato. Nulla è andato perso e nessuno lo riceve due volte.',
    figures: 'Mail partite: {sent} su {total}.',
    todo: 'Quando la causa è risolta, riprendi l’invio: {path}',
  },
  decision: {
    title: 'Il numero {n} aspetta una decisione',
    text: 'Resend non ha mai detto se ha preso queste mail di {issue}: {mails}. Non vengono inviate di nuovo da sole.',
    todo: 'Decidi per ogni lotto se inviarlo di nuovo o lasciarlo com’è: {path}',
  },
  draft: {
    title: 'Il numero {n} aspetta come bozza',
    text: 'Il numero per {time} è pronto. Parte quando la redazione lo approva.',
    held: 'Il numero per {time} è pronto, ma qualcosa impedisce che parta da solo.',
    todo: 'Guardalo, poi approvalo e invialo: {path}',
    action: 'Guarda la bozza',
  },
  missed: {
    title: 'Un orario di invio è saltato',
    text: 'All’ora prevista non è partito nulla, perché l’orologio è arrivato troppo tardi: {times}.',
    todo: 'Le novità andranno nel prossimo numero. Se succede spesso, controlla i Cron Triggers del Worker.',
  },
  leftOut: {
    title: 'Un testo resta fuori',
    text: 'La pulizia di {report} non è finita in tre tentativi, perciò i numeri si fanno senza questo testo.',
    todo: 'Accorcia o cambia il testo, o chiedi un altro tentativo: {path}',
  },
};
