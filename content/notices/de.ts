// German.

import type { NoticeWords } from './words.ts';

export const german: NoticeWords = {
  lang: 'de',
  desk: 'Zum Redaktionstisch',
  quoted: '„{title}“',
  untitled: 'Ausgabe {n}',
  space: ' ',
  comma: '; ',
  colon: ': ',
  summary: {
    title: 'Zu prüfen: {n}',
    text: 'Es ist mehr geschehen, als zehn Mails am Tag sagen können. Diese Mail nennt deshalb mehreres.',
  },
  paused: {
    title: 'Ausgabe {n} ist angehalten',
    stopped:
      'Der Versand von {issue} ist angehalten. Nichts ist verloren, und niemand bekommt die Ausgabe zweimal.',
    figures: 'Verschickte Mails: {sent} von {total}.',
    todo: 'Wenn die Ursache behoben ist, setzen Sie den Versand fort: {path}',
  },
  decision: {
    title: 'Ausgabe {n} wartet auf eine Entscheidung',
    text: 'Resend hat nie gesagt, ob es diese Mails von {issue} angenommen hat: {mails}. Von selbst werden sie nicht noch einmal verschickt.',
    todo: 'Entscheiden Sie für jedes Bündel, ob es noch einmal verschickt wird oder bleibt, wie es ist: {path}',
  },
  draft: {
    title: 'Ausgabe {n} wartet als Entwurf',
    text: 'Die Ausgabe für {time} ist fertig. Sie geht hinaus, wenn die Redaktion sie freigegeben hat.',
    held: 'Die Ausgabe für {time} ist fertig, aber etwas verhindert, dass sie von selbst verschickt wird.',
    todo: 'Sehen Sie sie an, geben Sie sie dann frei und verschicken Sie sie: {path}',
    action: 'Den Entwurf ansehen',
  },
  missed: {
    title: 'Ein Versandtermin wurde verpasst',
    text: 'Zum festgelegten Termin wurde nichts verschickt, weil die Uhr zu spät kam: {times}.',
    todo: 'Was neu ist, kommt in die nächste Ausgabe. Geschieht das öfter, prüfen Sie die Cron Triggers des Workers.',
  },
  leftOut: {
    title: 'Ein Bericht bleibt weg',
    text: 'Das Bereinigen von {report} kam in drei Versuchen zu keinem Ende. Die Ausgaben entstehen deshalb ohne diesen Bericht.',
    todo: 'Kürzen oder ändern Sie den Text, oder verlangen Sie einen weiteren Versuch: {path}',
  },
};
