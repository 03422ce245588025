import type { Language } from './language.ts';

export const nl: Language = {
  code: 'nl',
  starters:
    'de het een en of maar want dus dat die dit deze er in op aan bij van voor met naar om uit door over onder tegen tussen na tot sinds ' +
    'volgens zonder als toen wanneer waar wie wat hoe waarom welke hoeveel is was zijn waren wordt worden werd heeft hebben had zal kan ' +
    'moet niet geen ook nog al wel zo dan nu hier daar vandaag gisteren morgen hij zij ze we wij ik je jij u hun haar ons onze alle veel ' +
    'meer minder niemand iedereen twee drie daarom daarnaast echter toch',
  abbreviations:
    'dhr mw mevr drs ir ing mr dr prof st nr bijv bv o.a m.b.t d.w.z enz etc ca max min blz jl resp n.v b.v t.a.v i.v.m e.d',
  calendar:
    'januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep sept okt nov ' +
    'dec maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo om uur u op vandaag gisteren van',
  stamp:
    'gepubliceerd geplaatst bijgewerkt gewijzigd laatst laatste update leestijd min minuten minuut aangepast datum',
  byline:
    'door\ndoor onze redacteur\ndoor onze verslaggever\ngeschreven door\ntekst\nauteur\nvan onze redactie\nvan onze verslaggever',
  credit: "foto\nfoto's\nbeeld\nafbeelding\nfotograaf\nillustratie\nbijschrift\nbron foto",
  furniture: `
advertentie overslaan
later lezen
(toon|laad|bekijk|lees) (oudere|eerdere|nieuwere|nieuwe) (berichten|updates)
deel (dit|deze) (citaat|quote|bericht|update)
geef (uw|je) mening
(advertentie|advertenties|gesponsord|partnercontent|reclame)
(artikel|tekst|lees) [gaat ]verder (na|onder|onder de) *
(deel|delen|print|printen|bewaar|bewaren|opslaan|mail|kopieer link|link gekopieerd|luister|beluister|reageer)[ (dit artikel|artikel|op *|via *)]
(#|geen) reactie[s]
reacties[ (#)]
(inloggen|log in|registreren|aanmelden|abonneren|word abonnee|abonneer|nieuwsbrief|nieuwsbrieven)
(toon|laad|bekijk|lees) meer[ *]
(live|liveblog|exclusief|net binnen|update|premium|alleen voor abonnees|video)
volg ons[ *]
luister naar (dit|deze|het) *
(deel|delen) (dit|deze) *
download (onze|de) * app *
(tags|onderwerpen|trefwoorden|meer over|thema's): *
(anp|redactie|van onze redactie)
bron: (anp|afp|reuters)[ *]
(menu|home|zoeken|sluiten|naar boven|ga naar inhoud)
[alles ](accepteren|weigeren)[ *]
`,
  notices: `
(wij|we|deze website) gebruik(en|t) * cookies *
(meld je|schrijf je|abonneer je) (aan|in|nu)[ *]
[*]alle rechten voorbehouden[ *]
`,
  promo:
    'luister ook\nlees ook\nlees meer\nlees verder\nlees hier\nbekijk ook\nzie ook\nmeer lezen\nmeer over\nook interessant\ngerelateerd\nmis niet\nmeest gelezen',
  promoStrict: "video\nfoto's\npodcast\nluister\nbekijk\nopinie\nlees",
  related:
    '(lees ook|lees meer|lees verder|bekijk ook|zie ook|ook interessant|gerelateerd|gerelateerde (artikelen|berichten)|meer nieuws|ander nieuws|laatste nieuws|aanbevolen|aanbevolen voor jou|populair|meest (gelezen|bekeken|populair))[ *]',
  faq: '(veelgestelde vragen|veel gestelde vragen|vragen en antwoorden|vraag en antwoord|faq)[ (over|:|faq) *]',
  question: 'v\nvraag',
  answer: 'a\nantwoord',
  synopsis: 'samenvatting\nin het kort',
  keyPoints: '(in het kort|de kern|het belangrijkste|kernpunten|wat we weten)',
  nav: 'home nieuws binnenland buitenland politiek economie sport cultuur wetenschap gezondheid regio lokaal opinie tech onderwijs milieu media',
  share: 'kanaal deel delen print printen mail kopieer link reacties reageer via op bewaar luister',
  pressTail: 'over *\n(contact|perscontact|noot voor de redactie)[ *]',
  cites:
    'volgens (de |het |een rapport van )?@\n(meldt|schrijft|bericht) (de |het )?@\n(zei|vertelde) tegen (de |het )?@\nbron: @',
  organisations:
    'krant dagblad nieuws instituut universiteit ministerie gemeente stichting vereniging bureau raad courant omroep bank centrum',
  saying: 'zei zegt meldt meldde schrijft schreef waarschuwt bevestigde stelde concludeerde',
};
