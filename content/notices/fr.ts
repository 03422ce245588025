// French.

import type { NoticeWords } from './words.ts';

export const french: NoticeWords = {
  lang: 'fr',
  desk: 'Ouvrir le bureau de la rédaction',
  quoted: '« {title} »',
  untitled: 'numéro {n}',
  space: ' ',
  comma: ' ; ',
  colon: ' : ',
  summary: {
    title: 'À regarder : {n}',
    text: 'Il s’est passé plus de choses que dix courriels par jour ne peuvent en dire : celui-ci en annonce plusieurs.',
  },
  paused: {
    title: 'Le numéro {n} est en pause',
    stopped: 'L’envoi de {issue} s’est arrêté. Rien n’est perdu, et personne ne le reçoit deux fois.',
    figures: 'Courriels partis : {sent} sur {total}.',
    todo: 'Une fois la cause réglée, reprenez l’envoi : {path}',
  },
  decision: {
    title: 'Le numéro {n} attend une décision',
    text: 'Resend n’a jamais dit s’il avait pris ces courriels de {issue} : {mails}. Ils ne seront pas renvoyés d’eux-mêmes.',
    todo: 'Décidez pour chaque lot s’il est renvoyé ou laissé tel quel : {path}',
  },
  draft: {
    title: 'Le numéro {n} attend comme brouillon',
    text: 'Le numéro du {time} est prêt. Il partira quand la rédaction l’aura approuvé.',
    held: 'Le numéro du {time} est prêt, mais quelque chose empêche son envoi automatique.',
    todo: 'Regardez-le, puis approuvez-le et envoyez-le : {path}',
    action: 'Voir le brouillon',
  },
  missed: {
    title: 'Une heure d’envoi a été manquée',
    text: 'Rien n’est parti à l’heure prévue, car l’horloge est venue trop tard : {times}.',
    todo: 'Les nouveautés iront dans le prochain numéro. Si cela arrive souvent, vérifiez les Cron Triggers du Worker.',
  },
  leftOut: {
    title: 'Un texte est laissé de côté',
    text: 'Le nettoyage de {report} n’a pas abouti en trois essais : les numéros se font sans ce texte.',
    todo: 'Raccourcissez ou modifiez le texte, ou demandez un autre essai : {path}',
  },
};
