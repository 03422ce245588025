import type { Language } from './language.ts';

export const fr: Language = {
  code: 'fr',
  starters:
    'le la les un une des du de et ou mais donc car ni si que qui quoi dont où quand comment pourquoi combien quel quelle quels ' +
    'quelles ce cet cette ces il elle ils elles on nous vous je leur leurs son sa ses notre nos votre mon ma mes en dans sur sous ' +
    'par pour avec sans chez entre vers depuis pendant avant après selon contre dès lors ainsi alors aussi encore déjà très plus ' +
    'moins tout tous toute toutes autre autres même est sont était étaient a ont avait sera au aux ne pas se y aucun aucune ' +
    'personne rien chaque certains plusieurs deux trois hier aujourd’hui demain enfin ensuite puis cependant toutefois pourtant',
  abbreviations:
    'm mm mme mmes mlle dr pr me st ste av bd boul cf ex p.ex etc env tél n° no art vol chap fig éd s.a c.-à-d apr j.-c hab min max janv févr avr juil sept oct nov déc',
  calendar:
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr juil sept oct nov déc lundi ' +
    "mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim à le la du de h heures heure 1er cet cest gmt hier aujourd'hui",
  stamp:
    'publié publiée mis mise à jour modifié modifiée actualisé dernière le temps de lecture min minute minutes lire créé date article',
  byline:
    'par\nécrit par\ntexte\nauteur\nautrice\nrédigé par\npropos recueillis par\nun article de\nde notre correspondant',
  credit:
    "photo\nphotos\nimage\nimages\ncrédit\ncrédits\ncrédit photo\ncrédits photo\nphotographie\nlégende\nillustration\ninfographie\nphoto d'archives\nphoto d'illustration",
  furniture: `
passer (la publicité|l'annonce)
lire plus tard
(tweeter|partager) (cette|la) (citation|mise à jour)
donnez votre avis
(afficher|voir|charger) les (mises à jour|messages|publications) (précédentes|précédents|plus anciennes|plus anciens)
[la ]suite (ci-dessous|plus bas)
(ajouter à|retirer de) vos (sélections|favoris)
réutiliser ce contenu
se connecter s'abonner
(publicité|pub|annonce|sponsorisé|contenu sponsorisé|partenariat|publi-rédactionnel|publireportage|contenu partenaire)
la suite après (la|cette) publicité
(la suite|suite) de l'article *
(lire|voir) la suite *
(partager|envoyer|imprimer|commenter|sauvegarder|enregistrer|copier le lien|lien copié|écouter|réagir|offrir)[ (cet article|l'article|sur *|par *|cette page)]
(écouter|offrir|imprimer|partager) (l'article|cet article)
partagez *
(#|aucun|pas de) commentaire[s]
commentaire[s][ (#)]
(voir|lire|afficher|laisser|ajouter|poster) [les |un |tous les ]commentaire[s]
(connectez-vous|se connecter|connexion|s'inscrire|inscription|s'identifier|mon compte|s'abonner|abonnez-vous|je m'abonne|abonnement|newsletter|newsletters)
connectez-vous pour *
(voir|afficher|charger|lire) plus[ *]
(en direct|direct|exclusif|urgent|alerte|en continu|réservé aux abonnés|article réservé aux abonnés|abonnés|mis à jour|vidéo|le direct)
(suivez-nous|suivez nous|suivez|retrouvez-nous|rejoignez-nous|rejoignez) (sur|notre) *
suivez-nous
suivez toute l'actualité *
téléchargez (notre|l') *
(mots-clés|mots clés|tags|thèmes|thématiques|sujets|étiquettes|rubrique|catégories|dans cet article|sur le même sujet|classé dans|plus sur)[ ]: *
(mots-clés|mots clés|thèmes|sujets associés|étiquettes)[ *]
avec [l'](afp|reuters|agences|ap)[ *]
(source|sources)[ ]: (agences|afp|reuters)[ *]
(afp|reuters|agences|la rédaction|rédaction)
[par ][la ]rédaction[ *]
(reportage|rédigé|édité|édition) (de|par) *
nos (standards|principes|engagements): *
[de notre |la ]rédaction[ *]
(menu|accueil|recherche|rechercher|fermer|retour en haut|haut de page|aller au contenu|passer au contenu)
(tout accepter|tout refuser|accepter|refuser|continuer sans accepter|paramétrer)[ *]
image d'illustration
(lecture|lire|regarder) la vidéo
(signaler|une erreur) *
contribuer
`,
  notices: `
(nous utilisons|ce site utilise) * cookies *
[(cet|le|l') *]article * réservé (aux|à nos) abonnés *
(la suite|l'espace|cet article|l'article|l'accès|ce contenu|le reste|cette vidéo) * réserv(é|ée|és|ées) aux (abonnés|membres) *
déjà (abonné|inscrit|membre) *
il vous reste * à lire *
(pour lire|lisez) la suite *
(abonnez-vous|inscrivez-vous|recevez) (à|au|aux|pour|gratuitement|chaque|notre|nos|tous|toute|dès|maintenant) *
[*]tous droits réservés[ *]
(reproduction|toute reproduction) (interdite|partielle|totale) *
mentions légales *
(avertissement|clause de non-responsabilité)[ ]: *
vous pouvez vous désinscrire *
(vous avez|une) (repéré|vu|relevé) une (erreur|faute) *
(vous souhaitez|envie de) * newsletter *
cet article (a été|est) (publié|initialement|traduit|produit) *
entrez votre (e-mail|adresse) *
`,
  promo: `
à écouter aussi
à voir aussi
à lire aussi
à lire également
à lire
a lire aussi
a lire
lire aussi
lire également
lisez aussi
voir aussi
à voir aussi
à voir
à découvrir
à écouter
lire plus
en savoir plus
sur le même sujet
pour aller plus loin
article[s] lié[s]
article[s] associé[s]
ne manquez pas
vous aimerez aussi
les plus lus
`,
  promoStrict:
    'vidéo\nen images\ndiaporama\npodcast\nécoutez\nregardez\nrelire\nnotre dossier\ndossier\nsondage\nentretien\nlire\nvoir',
  related: `
(à lire aussi|à lire également|à lire|lire aussi|lire également|voir aussi|sur le même sujet|sur le même thème|dans la même rubrique|pour aller plus loin|à la une|à découvrir|en savoir plus|nos recommandations|recommandé pour vous|vous aimerez aussi|vous pourriez aussi aimer|à ne pas manquer|contenus sponsorisés)
(articles|contenus|sujets) (liés|associés|similaires|connexes|recommandés)
les (plus lus|plus populaires|plus partagés|plus commentés|plus vus)[ *]
(articles|les articles) les plus lus[ *]
(dernières (actualités|infos|nouvelles)|l'actualité en continu|plus d'(articles|actualités|infos)[ *])
`,
  faq: `
(foire aux questions|questions fréquentes|questions fréquemment posées|les questions fréquentes|vos questions[,] nos réponses|questions-réponses|questions réponses|questions et réponses|questions/réponses|les questions que vous vous posez|faq)[ (sur|:|-|faq) *]
`,
  question: 'q\nquestion',
  answer: 'r\nréponse\nrep',
  synopsis: 'synopsis\nrésumé\nen résumé\nchapô',
  keyPoints:
    "(l'essentiel|les points clés|points clés|à retenir|ce qu'il faut retenir|en bref|les faits|ce que l'on sait|les chiffres clés|les points essentiels)",
  nav:
    'accueil actualités actualité actu monde france politique économie société sport sports culture sciences santé planète ' +
    'environnement idées opinions local région régions international technologie éducation justice médias faits divers énergie transports',
  share:
    'chaîne canal partager envoyer imprimer copier lien commenter commentaires par sur le mail courriel écouter offrir sauvegarder article',
  pressTail: `
à propos (de|du|d') *
(contact|contacts)[ (presse|médias|média)][ *]
(contact|relations) (presse|médias|investisseurs)[ *]
(note|notes) (aux|à l'attention des) rédacti*
énoncés prospectifs
`,
  cites: `
selon (le |la |les |l'|l’|un rapport (de|du) (la |l'|l’)?)?@
d['’]après (le |la |l'|l’)?@
(rapporte|rapportait|indique|affirme|écrit|annonce|révèle) (le |la |l'|l’)?@
(cité|citée|cités|relayé|rapporté|publié) par (le |la |les |l'|l’)?@
(a (déclaré|confié|indiqué)|a-t-il déclaré|déclaré) (au|à la|à l'|à l’|à) @
une (étude|enquête) (de|du) (la |l'|l’)?@
source : @
`,
  organisations:
    'journal quotidien agence institut université conseil ministère mairie préfecture association fédération observatoire centre fondation ' +
    'organisation comité académie banque commission radio télévision revue presse courrier gazette tribune dépêche voix progrès monde figaro',
  saying:
    'dit déclare déclaré affirme affirmé annonce annoncé révèle révélé indique indiqué estime estimé alerte averti conclut conclu publie publié confirme confirmé rapporte rapporté',
};
