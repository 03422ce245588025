import type { Language } from './language.ts';

export const it: Language = {
  code: 'it',
  starters:
    'il lo la i gli le un uno una di del dello della dei degli delle da dal dalla dai dalle in nel nella nei nelle nell a al allo alla ' +
    'ai agli alle con su sul sulla sui sulle per tra fra e ed o ma però se che chi cosa quale quali come quando dove perché quanto ' +
    'quanti questo questa questi queste quello quella quelli lui lei loro noi voi io suo sua suoi nostro non sì anche ancora già più ' +
    'meno molto molti tutto tutti tutte ogni altro altra altri dopo prima durante secondo senza contro verso oggi ieri domani così ' +
    'quindi inoltre tuttavia intanto infine è sono era erano ha hanno sarà si nessuno nessuna niente due tre l dell all',
  abbreviations:
    'sig sigg dott dr prof avv ing geom arch on sen mons s ss v p.es es ecc art n nr pag pagg vol cap fig tel ca circa min max s.p.a s.r.l gen feb mar apr giu lug ago set ott nov dic',
  calendar:
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen feb mar apr mag giu lug ago set ott ' +
    'nov dic lunedì martedì mercoledì giovedì venerdì sabato domenica lun mer gio ven sab dom alle ore il del di h cet cest oggi ieri',
  stamp:
    'modifica modificata pubblicato pubblicata aggiornato aggiornata ultimo ultima aggiornamento modificato tempo di lettura min minuto minuti creato data',
  byline:
    'di\na cura di\nscritto da\ntesto di\nautore\nautrice\narticolo di\ndal nostro inviato\ndalla nostra redazione',
  credit:
    "foto\nimmagine\nimmagini\nfotografia\nfoto di\ncredit\ncrediti\ndidascalia\nillustrazione\nfoto d'archivio\nfoto archivio\ncredits",
  furniture: `
salta (la |)pubblicità
leggi (più tardi|dopo)
(twitta|condividi) (questa|la) (citazione|frase)
(dicci|scrivi) (cosa ne pensi|la tua opinione)
(mostra|vedi|carica)[ gli] aggiornamenti precedenti
(pubblicità|annuncio|annunci|sponsorizzato|contenuto sponsorizzato|messaggio promozionale|contenuto promozionale|advertising)
(l'articolo|la notizia|articolo) (continua|prosegue) *
(continua|prosegui) a leggere *
(condividi|invia|stampa|salva|copia link|link copiato|ascolta|commenta|regala)[ (l'articolo|questo articolo|su *|via *|per email|articolo|la notizia)]
ascolta (l'articolo|questo articolo|la notizia)[ *]
(#|nessun) comment(o|i)
comment(i|o)[ (#)]
(leggi|vedi|mostra|lascia|scrivi|aggiungi) [i |un |tutti i ]comment(i|o)
(accedi|login|registrati|abbonati|iscriviti|il mio account|newsletter|esci|entra)
(accedi|registrati|abbonati) per *
(mostra|carica|vedi|leggi) altr(o|i)[ *]
(in diretta|diretta|esclusiva|ultim'ora|ultima ora|breaking news|aggiornato|in aggiornamento|solo per abbonati|riservato agli abbonati|video|live)
seguici *
(segui|seguite) (su|il nostro|la nostra|i nostri|il canale|la pagina|tutti gli aggiornamenti) *
seguici
(unisciti|iscriviti) (al|ai) (nostro|nostri|canale) *
scarica (la|l') * app *
(tag|tags|argomenti|temi|parole chiave|altro su|categorie|in questo articolo|archiviato in|leggi anche su): *
(argomenti|argomenti trattati|tag|tags)[ *]
(con|-con) (informazioni|agenzie|ansa|fonti)[ *]
(ansa|agenzie|adnkronos|agi|la redazione|redazione|redazione *)
a cura (di|del|della|dei) *
fonte: (ansa|agenzie|adnkronos|agi|reuters)
[© ]riproduzione riservata[ *]
© ansa[ *]
(menu|home|cerca|chiudi|torna su|torna all'inizio|vai al contenuto|salta al contenuto)
(accetta|rifiuta)[ (tutti|tutto|cookie)][ *]
(foto|immagine) # (di|su) #
(immagine|foto) (di repertorio|d'archivio|illustrativa)
(guarda|riproduci) [il ]video
segnala [un ]errore *
`,
  notices: `
(utilizziamo|usiamo|questo sito utilizza|questo sito usa) * cookie *
(contenuto|articolo) riservato agli abbonati *
per continuare a leggere *
sei già abbonato *
(iscriviti|abbonati|ricevi|registrati) (alla|al|a|la|le|ogni|gratis|gratuitamente|qui) *
[*]tutti i diritti riservati[ *]
(è vietata|vietata) la riproduzione *
note legali *
le opinioni * (sono|non riflettono|espresse) *
(puoi|è possibile) (disiscriverti|cancellarti) *
(vuoi|vorresti) * newsletter *
hai (trovato|notato) un errore *
questo articolo è (stato|apparso|pubblicato) *
inserisci (la tua|il tuo) (e-mail|email|indirizzo) *
`,
  promo: `
ascolta anche
guarda anche
leggi anche
leggi pure
leggi di più
leggi tutto
leggi ancora
leggete anche
vedi anche
guarda anche
per approfondire
approfondisci
scopri di più
scopri anche
da non perdere
non perderti
ti potrebbe interessare
potrebbe interessarti
potrebbe interessarti anche
articol(o|i) correlat(o|i)
notizi(a|e) correlat(a|e)
[i |le ]più lett(i|e)
`,
  promoStrict:
    "video\nfoto\ngallery\nfotogallery\npodcast\nascolta\nguarda\nopinione\nanalisi\nl'intervista\nleggi\ncorrelati\napprofondimento\nsondaggio",
  related: `
(leggi anche|vedi anche|guarda anche|per approfondire|approfondimenti|ti potrebbe interessare|potrebbe interessarti|potrebbe interessarti anche|potrebbero interessarti|da non perdere|consigliati|consigliati per te|raccomandati|correlati|in evidenza|sullo stesso argomento|altre notizie)
(articoli|notizie|contenuti|argomenti) correlat(i|e)
[i |le |gli |articoli |notizie ]più (letti|lette|visti|popolari|commentati|condivisi)[ *]
(altre|ultime|altri) (notizie|articoli)[ *]
altro (su|da|in) *
`,
  faq: `
(domande frequenti|domande e risposte|le domande più frequenti|le domande frequenti|domande e risposte frequenti|le domande dei lettori|faq|faqs)[ (su|sul|sulla|:|-) *]
`,
  question: 'd\ndomanda',
  answer: 'r\nrisposta',
  synopsis: 'sinossi\nriassunto\nin sintesi\nsommario',
  keyPoints:
    "(punti chiave|i punti chiave|in breve|in sintesi|i punti principali|cosa sapere|le cose da sapere|i fatti|i dati|l'essenziale)",
  nav: 'home notizie cronaca politica economia esteri mondo italia sport cultura società scienza salute scuola tecnologia opinioni spettacoli ambiente regione città lavoro energia primo piano province',
  share: 'canale condividi invia stampa copia commenta commenti su via per posta ascolta salva segui regala',
  pressTail: `
(informazioni su|chi è|a proposito di) *
(contatti|contatto)[ *]
ufficio stampa[ *]
[per ](maggiori|ulteriori) informazioni[ *]
note per (i redattori|la stampa)[ *]
`,
  cites: `
secondo (quanto (riporta|riferisce|scrive) |i dati (di|del|della) |uno studio (del|della|dell'|dell’) )?(il |lo |la |i |gli |le |l'|l’)?@
(riporta|riferisce|scrive|rivela) (il |lo |la |l'|l’)?@
(citato|citata|riportato|pubblicato) (da|dal|dalla|dall'|dall’) ?@
(ha detto|ha dichiarato|ha spiegato) (al|alla|all'|all’|a) ?@
(in un'|in un’|nell'|nell’)intervista (al|alla|a|con) @
uno studio (del|della|dell'|dell’) ?@
fonte: @
`,
  organisations:
    'giornale quotidiano agenzia istituto università consiglio ministero comune regione associazione federazione centro fondazione organizzazione comitato accademia banca commissione radio televisione rivista corriere gazzetta messaggero stampa repubblica resto osservatorio',
  saying:
    'dice detto riferisce riferito rivela rivelato avverte avvertito afferma affermato annuncia annunciato stima stimato conferma confermato indica indicato concluso scrive scritto segnala',
};
