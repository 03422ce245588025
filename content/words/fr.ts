// French.

import type { Copy } from '../copy.ts';

export const french: Copy = {
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
  preferences: 'Choisir entre chaque numéro et un courriel par semaine',
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
  readOnWeb: 'Lire ce numéro sur le web',
  whatWasCut: 'Voir ce qui a été coupé, et pourquoi',
  rest: {
    one: 'Pour arriver entier, ce courriel s’arrête ici : {n} autre passage se lit sur le web.',
    other: 'Pour arriver entier, ce courriel s’arrête ici : {n} autres passages se lisent sur le web.',
  },
  readOn: 'Lire la suite sur le web',
  restOfFaq: {
    one: '{n} autre question a sa réponse sur le web.',
    other: '{n} autres questions ont leur réponse sur le web.',
  },
  readOnFaq: 'Lire les autres réponses sur le web',
  week: {
    subject: 'La semaine : {titles}',
    contents: 'La semaine en un courriel',
    from: 'Du numéro {n}',
    fromTitled: 'Du numéro {n} : {title}',
    rest: {
      one: 'C’est ainsi que cela commence : {n} autre passage se lit sur le web.',
      other: 'C’est ainsi que cela commence : {n} autres passages se lisent sur le web.',
    },
    forLength: {
      one: 'Un résumé de la semaine donne le début de chaque article : {n} passage ne figure que sur le web et dans la partie texte du courriel.',
      other:
        'Un résumé de la semaine donne le début de chaque article : {n} passages ne figurent que sur le web et dans la partie texte du courriel.',
    },
  },
  web: {
    frozen: 'Voici le numéro tel qu’il a été envoyé.',
    toIssue: 'Retour au numéro',
    skip: 'Aller au texte',
  },
  ledger: {
    title: 'Ce qui a été coupé, et pourquoi',
    intro:
      'Il est rendu compte ici de chaque passage du texte d’origine. Ce qui n’est pas publié figure tel qu’il est arrivé, avec la raison.',
    nothingCut: 'Rien n’a été coupé dans ce texte.',
    whole: 'Le texte entier, passage par passage',
    stays: 'Publié à sa place',
    seen: 'Ce qui l’a trahi',
    rule: 'Règle',
    reasons: {
      duplicate: { name: 'Répétition', why: 'Cela répète ce qui est publié ailleurs dans le texte.' },
      promo: { name: 'Renvoi vers un autre article', why: 'Cela mène ailleurs, vers un autre article.' },
      boilerplate: {
        name: 'Habillage de la page',
        why: 'Cela appartient à la page d’où vient le texte, pas au texte.',
      },
      markup: {
        name: 'Signes',
        why: 'Puces, étiquettes et balises égarées : les mots qui les entourent sont publiés.',
      },
    },
    editor: {
      restored: 'Rétabli par la rédaction',
      dropped: 'Retiré par la rédaction',
      changed: 'Présenté autrement par la rédaction',
      added: 'Ajouté par la rédaction',
    },
    forLength: {
      one: 'Les messageries tronquent les longs courriels : {n} passage ne figure que sur le web et dans la partie texte du courriel.',
      other:
        'Les messageries tronquent les longs courriels : {n} passages ne figurent que sur le web et dans la partie texte du courriel.',
    },
  },
  confirm: {
    subject: 'Confirmez votre abonnement à {name}',
    title: 'Confirmez votre abonnement',
    text: 'Cette adresse a été saisie pour recevoir {name}. Confirmez qu’elle est à vous, et vous recevrez le prochain numéro.',
    weekly:
      'Cette adresse a été saisie pour recevoir {name} une fois par semaine. Confirmez qu’elle est à vous, et le prochain courriel arrivera {day}.',
    action: 'Confirmer mon abonnement',
    otherwise: 'Ce n’était pas vous ? Alors ne faites rien : sans confirmation, aucun numéro ne sera envoyé.',
  },
  welcome: {
    subject: 'Bienvenue à {name}',
    title: 'Bienvenue',
    text: 'Votre abonnement à {name} est confirmé, et vous recevrez le prochain numéro.',
    weekly:
      'Votre abonnement à {name} est confirmé. Vous avez choisi un courriel par semaine : le prochain arrive {day}.',
    promise: 'Chaque numéro dit à la fin ce qui a été coupé dans les textes, et pourquoi.',
    action: 'Lire le dernier numéro sur le web',
  },
  notice: 'Pour la rédaction de {name}',
};
