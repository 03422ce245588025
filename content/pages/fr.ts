// French.

import type { PageWords } from '../pages.ts';

export const french: PageWords = {
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
  visit: {
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
  visitMail: {
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
