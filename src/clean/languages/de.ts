import type { Language } from './language.ts';

export const de: Language = {
  code: 'de',
  starters:
    'der die das ein eine einer einem einen des dem den im in am an auf aus bei beim mit nach von vom zu zum zur für über ' +
    'unter vor seit bis durch gegen ohne um und oder aber denn doch sondern wenn weil dass ob als wie wo wer was wann warum ' +
    'wieso welche welcher welches woher wohin er sie es wir ihr ich man sein seine ihre unser dieser diese dieses jeder jede ' +
    'alle viele einige auch noch nur schon so dann da dort hier jetzt heute gestern morgen zudem außerdem allerdings jedoch ' +
    'dabei damit danach dazu darüber daher deshalb ist sind war waren wird werden wurde hat haben hatte kann muss soll nicht ' +
    'kein keine niemand laut sich mehr muss gilt gibt',
  abbreviations:
    'dr prof hr fr frl st str nr bzw ca z.b d.h u.a u.ä o.ä z.t i.d.r v.a s.o s.u usw usf etc evtl ggf inkl exkl max min mio ' +
    'mrd tsd art abs abb bd vgl sog gest geb jh v.chr n.chr e.v co dipl ing bspw tel z d b h u a i v s o t jan feb aug ' +
    'sept okt nov dez mo di mi do fr sa so',
  calendar:
    'januar jänner februar märz april mai juni juli august september oktober november dezember jan feb mrz apr jun jul aug ' +
    'sep sept okt nov dez montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend mo di mi do fr sa so uhr um ' +
    'am den der von mez mesz cet heute gestern',
  stamp:
    'stand veröffentlicht aktualisiert erschienen zuletzt letzte aktualisierung erstellt lesezeit lesedauer minuten minute min ' +
    'online seit geändert datum',
  byline: 'von\nein bericht von\ntext\nautor\nautorin\nautoren\ngeschrieben von',
  credit:
    'foto\nfotos\nbild\nbilder\nbildquelle\nbildnachweis\nquelle\nfotograf\nsymbolbild\narchivfoto\narchivbild\ngrafik\nillustration',
  furniture: `
(anzeige|werbung) überspringen
später lesen
(zitat|beitrag) (teilen|twittern)
(schreiben sie|schreib) (uns |)(ihre|deine) meinung
(ältere|frühere|neuere|weitere) (einträge|beiträge|meldungen) (anzeigen|laden)
(audio|video) herunterladen
player: *
dieses thema im programm *
(anzeige|werbung|anzeigen|gesponsert|advertorial|sponsored|promotion)
anzeige[ -| –] * (weiterlesen|geht weiter|scrollen)[ *]
[der ]artikel (wird|geht) * (weiter|fortgesetzt)
von (unserer|der) redaktion[ *]
von unsere(m|r|n) *
(red|redaktion)
artikel (anhören|teilen|drucken|merken|vorlesen|versenden|hören|empfehlen|speichern)
(teilen|drucken|merken|vorlesen|anhören|kommentieren|speichern|senden|mailen|kopieren|versenden)
[jetzt |auf |per |via |link ](teilen|kopieren)
(#|keine) kommentare[ *]
(#) kommentar
kommentare[ (#)]
(kommentar|kommentare) (schreiben|verfassen|anzeigen|lesen|ansehen)
(anmelden|einloggen|registrieren|abonnieren|abo|login|jetzt anmelden|jetzt registrieren|zur startseite|nach oben|startseite|menü|suche|merkliste)
(mehr|weitere) (anzeigen|laden|beiträge laden|meldungen laden|lesen)
(weiterlesen|weiterlesen nach der anzeige|mehr lesen|zum thema)
(eilmeldung|live|liveticker|live-ticker|exklusiv|update|plus|premium|ticker|aktualisiert)
(folgen|folge|folgt)[ sie][ uns *]
(folgen|folge|folgt) sie uns *
(schlagworte|schlagwörter|themen|tags|stichworte|rubrik|kategorien|mehr zu): *
(schlagworte|schlagwörter|stichworte)[ *]
(mit|-mit) material (von|der) *
(dpa|afp|reuters|sid|epd|kna|apa)[/*]
quelle[n]: (dpa|afp|reuters|sid|epd|kna|apa|ots|agenturen)[/*|, *]
zum inhalt springen
[alle ][cookies ](akzeptieren|ablehnen)
cookie-einstellungen
(datenschutz|impressum|agb|kontakt|nutzungsbedingungen)[ *]
symbolbild
(bericht|redaktion|bearbeitung|bearbeitet) (von|durch) *
unsere standards: *
bild # von #
(video|audio) (starten|abspielen|ansehen|anhören)
fehler (gefunden|melden) *
(zur|zu den) (galerie|kommentaren|fotostrecke)
pressekontakt[: *]
`,
  notices: `
über dieses thema berichte* 
mehr nachrichten * abonnieren *
(wir verwenden|diese (webseite|website|seite) (verwendet|nutzt)|wir nutzen) * cookies *
(dieser|dieses) (artikel|inhalt) ist (nur|exklusiv) für (abonnenten|mitglieder) *
(weiterlesen|jetzt weiterlesen) mit *
(sie haben|schon|bereits) * (abonnent|abo) *
(melden sie sich|jetzt) * newsletter * (an|anmelden|abonnieren)[ *]
(abonnieren sie|abonniere|bestellen sie) * newsletter *
newsletter (abonnieren|bestellen|anmelden)[ *]
[*]alle rechte vorbehalten[ *]
[hinweis: ]alle angaben ohne gewähr *
haftungsausschluss: *
disclaimer: *
dieser (artikel|text|beitrag) (erschien|wurde|ist) (zuerst|ursprünglich|zunächst|erstmals) *
(laden sie|lade) * app *
haben sie (einen fehler|hinweise) *
sie können sich jederzeit * abmelden *
`,
  promo: `
hören sie auch
sehen sie auch
lesen sie auch
lesen sie mehr
lesen sie dazu
lesen sie hier
lesen sie weiter
lies auch
lies mehr
auch interessant
auch lesenswert
mehr lesen
mehr dazu
mehr zum thema
mehr zu
zum thema
siehe auch
das könnte (sie|dich) [auch ]interessieren
weitere (artikel|nachrichten|meldungen)
passend dazu
empfohlener (artikel|beitrag)
lesetipp
lesetipps
meistgelesen
`,
  promoStrict: `
video
podcast
bilder
fotostrecke
bilderstrecke
kommentar
interview
hintergrund
lesen
sehen sie auch
hören sie auch
im video
newsletter
`,
  related: `
(mehr|weiteres|weitere artikel|weitere nachrichten|alles) (zum thema|zu diesem thema)
(lesen sie auch|auch interessant|auch lesenswert|siehe auch|lesetipps|lesetipp|zum thema|zum weiterlesen|weiterführende links)
(mehr|weitere)[ (artikel|nachrichten|meldungen|themen|beiträge|news)][ (aus|von|zu|zum|auf|in) *]
(meistgelesen|meistgelesene artikel|meist gelesen|am meisten gelesen|meistgeklickt|beliebt|beliebteste artikel|top-themen|topthemen|aktuelle meldungen|neueste (artikel|nachrichten|meldungen)|empfehlungen|empfohlen|empfohlene artikel|unsere empfehlungen|ähnliche (artikel|themen)|verwandte (artikel|themen)|das könnte sie auch interessieren|das könnte dich auch interessieren)
`,
  faq: `
(häufige fragen|häufig gestellte fragen|fragen und antworten|die wichtigsten fragen|die wichtigsten fragen und antworten|wichtige fragen|oft gestellte fragen|faq|faqs)[ (und antworten|zu|zum|zur|rund um|über|(faq)|:) *]
häufige fragen und antworten
häufig gestellte fragen (faq[s])
fragen & antworten
`,
  question: 'f\nfrage',
  answer: 'a\nantwort',
  synopsis: 'zusammenfassung\nkurzfassung\nvorspann',
  keyPoints: `
(das wichtigste|das wichtigste in kürze|auf einen blick|kurz gefasst|kurz zusammengefasst|in kürze|kernpunkte|die wichtigsten punkte|darum geht's|darum geht es|überblick|im überblick|kurz und knapp|die fakten|fakten)
`,
  nav:
    'startseite home lokales nachrichten politik wirtschaft sport kultur panorama wissen wissenschaft gesellschaft ' +
    'gesundheit regional region deutschland welt ausland inland meinung digital technik auto reise leben medien umwelt ' +
    'energie stadt kreis bildung finanzen verkehr',
  share:
    'kanal teilen drucken merken mailen senden kopieren link per auf kommentare kommentieren vorlesen anhören speichern folgen',
  pressTail: `
über *
(pressekontakt|medienkontakt|kontakt|ansprechpartner|rückfragen)[ *]
(hinweis|hinweise|anmerkung) (an|für) die (redaktion|redaktionen)[ *]
zukunftsgerichtete aussagen
[weitere ]informationen (unter|finden sie) *
`,
  cites: `
laut (dem |der |den |einem Bericht (der|des|von) )?@
wie (die |der |das )?@ (berichtet|berichtete|meldet|meldete|schreibt|schrieb)
nach (Angaben|Informationen|Berichten) (der|des|von) @
(sagte|sagten) (der |dem |den )?@
berichtet (die |der |das )?@
einer (Studie|Umfrage|Analyse) (der|des|von) @
`,
  organisations:
    'zeitung nachrichten anzeiger tagblatt kurier rundschau presse agentur institut universität ministerium stiftung verband ' +
    'bundesamt landesamt behörde hochschule akademie allgemeine spiegel tagesspiegel bote rundfunk fernsehen -zeitung -anzeiger ' +
    '-nachrichten -ministerium -institut -amt -verband -verein',
  saying:
    'sagte sagt teilte meldete meldet berichtete berichtet warnte erklärte schätzt rechnet bestätigte schrieb zufolge',
};
