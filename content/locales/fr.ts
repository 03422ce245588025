// French.

import type { Copy, PageWords } from './words.ts';

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
    counted: {
      boilerplate: {
        one: '{n} ligne de menu ou de bas de page',
        other: '{n} lignes de menu et de bas de page',
      },
      markup: { one: '{n} élément de balisage', other: '{n} éléments de balisage' },
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

export const frenchPages: PageWords = {
  lang: 'fr',
  join: {
    title: 'Recevoir {name} par courriel',
    address: 'Votre adresse électronique',
    action: 'S’abonner',
    consent: 'Vous acceptez de recevoir {name} par courriel. Un clic dans chaque numéro y met fin.',
    leaveEmpty: 'Laissez ce champ vide',
    badAddress: 'Cela ne ressemble pas à une adresse électronique. Veuillez la vérifier.',
    askedTitle: 'Regardez votre boîte de réception',
    askedText:
      'Si cette adresse n’est pas encore abonnée, un message avec un lien est en route. Rien ne sera envoyé avant que vous ne confirmiez par ce lien.',
    tooMany: 'Trop d’adresses sont venues de votre réseau. Veuillez réessayer dans une minute.',
  },
  confirm: {
    title: 'Confirmez votre abonnement',
    text: '{name} sera envoyé à {address}.',
    action: 'Confirmer',
    doneTitle: 'Abonnement confirmé',
    doneText: 'Le prochain numéro de {name} arrivera à {address}.',
    doneWeekly: '{name} arrivera à {address} une fois par semaine, la prochaine fois {day}.',
    deadTitle: 'Ce lien ne fonctionne plus',
    deadText:
      'Il a expiré, a déjà servi, ou il en manque une partie. Vous pouvez vous abonner de nouveau ici.',
  },
  leave: {
    title: 'Quitter {name} ?',
    text: 'Plus aucun numéro ne sera envoyé à {address}.',
    action: 'Se désabonner',
    leftTitle: 'Désabonnement confirmé',
    leftText:
      '{address} ne recevra plus aucun numéro de {name}. Un numéro en cours d’envoi peut encore arriver.',
    mistake: 'Était-ce une erreur ?',
    back: 'Se réabonner',
    returnedTitle: 'Vous êtes de nouveau abonné(e)',
    returnedText: '{name} arrive de nouveau à {address}, à partir du prochain numéro.',
    returnedWeekly: '{name} arrive de nouveau à {address}, une fois par semaine, le {day}.',
    thisAddress: 'Cette adresse',
    badLink: 'Ce lien n’est pas complet. Ouvrez-le de nouveau depuis le message, ou copiez-le en entier.',
    more: 'Ce qui est conservé au sujet de cette adresse',
  },
  preferences: {
    title: 'Votre abonnement',
    active: '{name} est envoyé à {address}.',
    left: '{name} n’est pas envoyé à {address}.',
    toLeave: 'Se désabonner',
    toReturn: 'Se réabonner',
    dataTitle: 'Ce qui est conservé sur vous',
    dataText:
      'Pour le voir, changer d’adresse ou tout faire effacer, demandez un lien. Il est envoyé à {address} et sert pendant une heure.',
    dataAction: 'Envoyez-moi un lien',
    sentText:
      'Si {address} peut recevoir du courrier, un lien lui arrive. Il en part un toutes les dix minutes et trois par jour, afin que personne ne puisse inonder une boîte.',
    waitText: 'Un lien est parti il y a peu pour {address}. Prochain envoi possible : {time}.',
  },
  frequency: {
    title: 'À quelle fréquence',
    every: 'Chaque numéro, dès qu’il paraît',
    weekly: 'Une fois par semaine : les numéros de la semaine en un seul courriel, le {day}',
    action: 'Enregistrer',
    everySaved: 'Enregistré. À partir du prochain numéro, {address} les recevra tous.',
    weeklySaved:
      'Enregistré. Désormais {address} reçoit un courriel par semaine, le prochain {day}. Un numéro en cours d’envoi peut encore arriver.',
    over: 'Le courriel de la semaine n’existe plus.',
    rather: 'Trop de courriels ?',
    ratherAction: 'Plutôt un courriel par semaine',
  },
  dataLink: {
    title: 'Ce qui est conservé sur vous',
    own: 'Cette page concerne {address}. Son lien sert pendant une heure ; vous pouvez en demander un autre à tout moment.',
    exportTitle: 'L’emporter',
    exportText:
      'Un fichier avec tout ce qui est conservé : votre adresse, votre nom, ce que vous avez accepté et quand.',
    exportAction: 'Télécharger le fichier',
    changeTitle: 'Changer d’adresse',
    changeText:
      'Un message part vers la nouvelle adresse. Dès que vous y confirmez, les numéros y arrivent, et non plus à l’ancienne.',
    newAddress: 'Nouvelle adresse',
    changeAction: 'Changer d’adresse',
    changedText: 'Si la nouvelle adresse peut servir, un message avec un lien est en route vers elle.',
    eraseTitle: 'Tout faire effacer',
    eraseText:
      'Votre adresse, votre nom et vos accords sont effacés, et plus aucun numéro n’arrive. Il reste un code dans lequel on ne peut pas les lire ; il permet de vous laisser de côté quand une liste est reprise d’ailleurs.',
    eraseAction: 'Tout effacer',
    sureTitle: 'Tout effacer ?',
    sureText: 'Cela ne peut pas être annulé.',
    sureAction: 'Oui, tout effacer',
    notSure: 'Non, revenir',
    erasedTitle: 'Tout est effacé',
    erasedText: 'Plus rien de ce qui vous nomme n’est conservé.',
    cannotErase:
      'Cela ne peut pas se faire ici de soi-même pour le moment. Écrivez à la rédaction : elle le fera.',
    deadText:
      'Il sert pendant une heure, et ne sert plus dès que l’adresse a été changée ou effacée. Demandez-en un autre par le lien à la fin de chaque numéro.',
  },
  dataLinkMail: {
    subject: 'Votre lien : ce que {name} conserve sur vous',
    title: 'Votre lien',
    text: 'Il montre ce que {name} conserve sur vous, et permet de le télécharger, de changer d’adresse ou de tout faire effacer. Il sert pendant une heure.',
    action: 'Ouvrir la page',
    otherwise: 'Vous n’avez rien demandé ? Alors ne faites rien, et ne transmettez pas ce message.',
  },
  moveMail: {
    subject: 'Confirmez votre nouvelle adresse pour {name}',
    title: 'Votre nouvelle adresse',
    text: 'Cette adresse a été indiquée comme la nouvelle pour {name}. Dès que vous la confirmez, les numéros arrivent ici, et non plus à l’ancienne.',
    action: 'Confirmer cette adresse',
    otherwise: 'Ce n’était pas vous ? Alors ne faites rien : sans confirmation, rien ne change.',
  },
  movedMail: {
    subject: 'Votre adresse pour {name} a été changée',
    title: 'Votre adresse a été changée',
    text: '{name} arrive désormais à une autre adresse, et non plus à celle-ci.',
    otherwise: 'Ce n’était pas vous ? Alors répondez à ce message.',
  },
  site: {
    contact: 'Contact',
    imprint: 'Mentions légales',
    privacy: 'Confidentialité',
  },
  trouble: {
    toFront: 'Vers la page d’accueil',
    missingTitle: 'Il n’y a rien ici',
    missingText: 'Il manque peut-être une partie du lien. Veuillez le copier en entier.',
    noIssue:
      'Il n’y a aucun numéro à cette adresse. Si le lien est venu avec un message, veuillez le copier en entier.',
    notYetTitle: 'Pas encore envoyé',
    notYetText: 'Ce numéro n’a pas encore été envoyé. Dès qu’il le sera, vous pourrez le lire ici.',
    notOnWeb: 'Les numéros de {name} ne sont pas sur le web.',
    brokenTitle: 'Quelque chose s’est cassé',
    brokenText:
      'C’est une erreur de notre part, et elle est notée. Veuillez réessayer dans quelques minutes.',
  },
};
