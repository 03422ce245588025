import type { Language } from './language.ts';

export const sv: Language = {
  code: 'sv',
  starters:
    'och att det som en ett är av för på med den till i inte har de om så men var sig från vi han hon jag du när där här vad vem hur ' +
    'varför vilken vilka efter under mellan sedan vid mot utan eller också nu idag igår bara kan ska skulle får blir blev hade finns ' +
    'alla många några två tre man sin sitt sina deras dess enligt dock därför dessutom ingen inget över kommer måste vill',
  abbreviations: 't.ex bl.a d.v.s osv m.m ca kl kr st nr s.k fr.o.m t.o.m p.g.a mkr tkr max min tel dr prof',
  calendar:
    'januari februari mars april maj juni juli augusti september oktober november december jan feb mar apr jun jul aug sep sept okt nov ' +
    'dec måndag tisdag onsdag torsdag fredag lördag söndag kl den i dag går idag igår klockan',
  stamp:
    'publicerad publicerat uppdaterad uppdaterat ändrad senast lästid min minuter minut läs datum skapad',
  byline: 'av\ntext\nskribent\nförfattare\nreporter\ntext av\nfrån vår korrespondent',
  credit: 'foto\nbild\nbilder\nfotograf\nbildtext\nillustration\ngrafik\narkivbild\nbildkälla',
  furniture: `
hoppa över (annonsen|reklamen)
läs senare
(visa|ladda) (äldre|tidigare|nyare|fler) (inlägg|uppdateringar)
dela (citatet|inlägget|uppdateringen)
skriv vad du tycker
spela upp *
ansvarig utgivare*
reporter *
(annons|annonser|sponsrat|sponsrat innehåll|reklam|annonssamarbete)
artikeln fortsätter *
(läs|fortsätt) (vidare|läsa)[ *]
(dela|skriv ut|spara|kopiera länk|lyssna|kommentera|tipsa)[ (artikeln|artikel|på *|via *)]
lyssna på *
(#|inga) kommentar[er]
(logga in|registrera dig|prenumerera|bli prenumerant|mina sidor|nyhetsbrev|e-tidning)[ *]
(visa|ladda|läs) (mer|fler)[ *]
(direkt|live|liverapportering|just nu|exklusivt|premium|uppdateras|video|för prenumeranter)
följ oss[ *]
ladda ner * app *
(ämnen|taggar|nyckelord|mer om): *
(tt|redaktionen)
källa: (tt|afp|reuters)[ *]
(meny|hem|sök|stäng|till toppen|hoppa till innehåll)
(godkänn|acceptera|neka|anpassa)[ alla]
`,
  notices: `
så arbetar vi: *
(vi använder|den här (webbplatsen|sidan) använder) * (cookies|kakor) *
prenumerera på *
(vill du|har du) * (tips|tipsa|nyhetsbrev) *
tipsa oss *
mejla * @*
[*]alla rättigheter förbehållna[ *]
`,
  promo:
    'lyssna också\nläs också\nläs även\nläs mer\nläs vidare\nse också\nmer om\nrelaterat\nmissa inte\nmest läst',
  promoStrict: 'video\nbilder\npodd\nlyssna\nse\nkrönika\nledare\ndebatt\nläs',
  related:
    '(läs också|läs mer|relaterat|relaterade artiklar|mer från|fler nyheter|senaste nytt|mest (läst|lästa)|populärt|rekommenderas|du kanske också gillar|andra läser)[ *]',
  faq: '(vanliga frågor|frågor och svar|vanliga frågor och svar|faq)[ (om|:|faq) *]',
  question: 'f\nfråga',
  answer: 's\nsvar',
  synopsis: 'sammanfattning\ni korthet',
  keyPoints: '(i korthet|detta har hänt|fakta|det här vet vi|i punktform)',
  nav: 'hem nyheter lokalt sport kultur ekonomi politik opinion världen sverige inrikes utrikes hälsa vetenskap teknik näringsliv miljö',
  share: 'kanal dela skriv ut spara kopiera länk kommentera lyssna tipsa mejla på via',
  pressTail: 'om *\n(kontakt|presskontakt)[ *]',
  cites: 'enligt (en rapport från )?@\n(rapporterar|skriver|uppger) @\n(säger|sade) till @\nkälla: @',
  organisations:
    'nyheter tidningen bladet posten kuriren universitet institutet myndigheten kommunen radio förbundet -bladet -posten -kuriren -tidningen -myndigheten -verket',
  saying: 'säger sade uppger skriver rapporterar varnar bekräftar meddelar',
};
