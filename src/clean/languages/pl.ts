import type { Language } from './language.ts';

export const pl: Language = {
  code: 'pl',
  starters:
    'w we z ze na do od po za przed pod nad przez przy dla bez u o i a ale oraz lub albo czy że żeby aby gdy kiedy jeśli jeżeli jak ' +
    'gdzie kto co jaki jaka jakie jakich ile dlaczego który która które to ten ta te ci tego tej tych jest są był była było byli będzie ' +
    'będą ma mają nie tak też także już jeszcze tylko bardzo więcej mniej wszystko wszyscy każdy każda każde inny inne on ona oni one my ' +
    'wy ja jego jej ich nasz nasze się według jednak natomiast ponadto dlatego potem teraz dziś dzisiaj wczoraj jutro nikt nic dwa trzy ' +
    'może można trzeba podczas między wśród mimo około',
  abbreviations:
    'np m.in tzw tzn itd itp ok ul al pl os nr str r w godz min mln mld tys zł gr dr prof mgr inż hab ks św im ur zm pt pn wt śr czw sob por red tel art ust pkt poz woj pow gm jw ww por s.a sp proc km kg',
  calendar:
    'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia styczeń luty marzec kwiecień maj ' +
    'czerwiec lipiec sierpień wrzesień październik listopad grudzień sty lut mar kwi cze lip sie wrz paź lis gru poniedziałek wtorek środa ' +
    'czwartek piątek sobota niedziela pon wt śr czw pt sob ndz godz godzina o r roku dziś wczoraj',
  stamp:
    'opublikowano publikacja data aktualizacja zaktualizowano ostatnia dodano czas czytania min minut minuty minuta utworzono',
  byline:
    'autor\nautorka\nopracował\nopracowała\ntekst\nnapisał\nnapisała\nredakcja\noprac\nrozmawiał\nrozmawiała',
  credit:
    'fot\nfoto\nzdjęcie\nzdjęcia\nźródło zdjęcia\nautor zdjęcia\npodpis\nilustracja\ngrafika\nfot. ilustracyjna\nzdj',
  furniture: `
pomiń reklamę
przeczytaj później
(pokaż|załaduj) (starsze|wcześniejsze|nowsze) (wpisy|posty|aktualizacje)
udostępnij (cytat|wpis)
(podziel się|napisz) swoją opinią
(dalszy ciąg|ciąg dalszy) materiału *
(reklama|ogłoszenie|ogłoszenia|materiał sponsorowany|artykuł sponsorowany|tekst sponsorowany|materiał promocyjny|materiał partnera|promocja|sponsorowane)
(dalsza|pozostała) część (artykułu|tekstu) *
(czytaj|przeczytaj) dalej *
(udostępnij|podziel się|wyślij|drukuj|zapisz|skomentuj|kopiuj link|skopiuj link|posłuchaj|odsłuchaj|polub)[ (artykuł|ten artykuł|na *|w *|znajomym|e-mailem)]
(posłuchaj|odsłuchaj) (artykułu|tego artykułu)
(#|brak) komentarz(y|e)
komentarz(e|y)[ (#)]
(zobacz|dodaj|napisz|pokaż|zostaw) [wszystkie ]komentarz[e]
(zaloguj się|zaloguj|zarejestruj się|załóż konto|subskrybuj|prenumerata|kup dostęp|newsletter|moje konto)
zaloguj się[,] (aby|żeby) *
(pokaż|załaduj|zobacz|czytaj|wczytaj) więcej[ *]
(na żywo|relacja na żywo|pilne|tylko u nas|z ostatniej chwili|aktualizacja|wideo|tylko dla subskrybentów)
(obserwuj|śledź|polub|znajdź) nas[ (na|w) *]
dołącz do (nas|naszej) *
(pobierz|ściągnij) [naszą ]aplikację *
(tagi|tematy|słowa kluczowe|kategorie|więcej o|więcej na temat|temat): *
(tagi|słowa kluczowe)[ *]
źródło: (pap|iar|agencje|reuters|afp|inf. własna|informacja własna|materiały prasowe)[ *]
(pap|iar|agencje|redakcja|red)[/* ]
(menu|strona główna|szukaj|zamknij|do góry|wróć na górę|przejdź do treści)
(akceptuję|akceptuj|odrzuć|zgadzam się)[ (wszystkie|wszystko|cookies)][ *]
(zdjęcie|foto) # (z|/) #
zdjęcie ilustracyjne
(odtwórz|zobacz) (film|wideo)
zgłoś (błąd|literówkę) *
`,
  notices: `
dziękujemy, że *
masz newsa*
oceń (jakość|artykuł|nasz) *
(używamy|ta strona (używa|wykorzystuje)|nasza strona) * (cookie|cookies|ciasteczek) *
(artykuł|treść) (dostępny|dostępna|tylko) [tylko ]dla (prenumeratorów|subskrybentów) *
(aby|żeby) (czytać|przeczytać) (dalej|cały) *
(zapisz się|zaprenumeruj|subskrybuj|dołącz) (do|na|nasz|newsletter) *
[*]wszelkie prawa zastrzeżone[ *]
(kopiowanie|powielanie|przedruk) * (zabronione|zastrzeżone) *
opinie * (są|wyrażone|nie odzwierciedlają) *
(możesz|w każdej chwili) * (wypisać|zrezygnować) *
chcesz * newsletter *
masz (temat|informację|zdjęcie) *
napisz do nas *
(widzisz|znalazłeś|zauważyłeś) błąd *
podaj [swój ](adres|e-mail) *
`,
  promo: `
posłuchaj też
obejrzyj też
zobacz też
czytaj też
czytaj także
czytaj również
czytaj więcej
czytaj
przeczytaj też
przeczytaj także
przeczytaj również
przeczytaj
zobacz też
zobacz także
zobacz również
zobacz
zobacz więcej
sprawdź też
sprawdź także
sprawdź
polecamy
polecamy także
warto przeczytać
dowiedz się więcej
więcej na ten temat
nie przegap
powiązane artykuły
podobne artykuły
(to może cię|może cię) zainteresować
najczęściej czytane
`,
  promoStrict:
    'wideo\nfilm\ngaleria\nzdjęcia\npodcast\nposłuchaj\nobejrzyj\nquiz\nsonda\nopinia\nkomentarz\nwywiad\nwięcej',
  related: `
(czytaj też|czytaj także|czytaj również|czytaj więcej|przeczytaj także|zobacz też|zobacz także|polecamy|polecane|polecamy także|powiązane|powiązane artykuły|podobne artykuły|powiązane tematy|zobacz również|warto przeczytać|może cię zainteresować|to może cię zainteresować|inne artykuły|najnowsze|na topie)
najczęściej (czytane|oglądane|komentowane|udostępniane)[ *]
(najpopularniejsze|najnowsze|ostatnie)[ (artykuły|wiadomości|teksty)]
więcej (wiadomości|z|o|na|na ten temat) *
więcej na ten temat
`,
  faq: `
(najczęściej zadawane pytania|najczęstsze pytania|pytania i odpowiedzi|często zadawane pytania|częste pytania|pytania czytelników|faq|faqs)[ (o|dotyczące|:|-) *]
`,
  question: 'p\npytanie',
  answer: 'o\nodp\nodpowiedź',
  synopsis: 'streszczenie\nw skrócie\npodsumowanie',
  keyPoints:
    '(najważniejsze informacje|najważniejsze|w skrócie|kluczowe informacje|kluczowe fakty|co wiemy|co warto wiedzieć|w pigułce|fakty)',
  nav: 'strona główna wiadomości kraj świat polska polityka gospodarka biznes sport kultura nauka zdrowie edukacja technologie opinie region lokalne społeczeństwo środowisko miasto wydarzenia energetyka',
  share:
    'kanał udostępnij podziel się wyślij drukuj kopiuj skomentuj komentarze na zapisz posłuchaj polub tweetnij',
  pressTail: `
o (firmie|spółce|nas) *
kontakt[ *]
(biuro prasowe|kontakt dla mediów|dla mediów)[ *]
(więcej|dodatkowe) informacj(i|e)[ *]
`,
  cites: `
według (danych |raportu |badania )?@
(jak|o czym) (podaje|podał|podała|informuje|poinformował|poinformowała|donosi|pisze) @
(podał|podała|informuje|poinformował|poinformowała) @
cytowan(y|a|e) przez @
(powiedział|powiedziała) (dla )?@
źródło: @
`,
  organisations:
    'gazeta dziennik agencja instytut uniwersytet uniwersytetu instytutu rada ministerstwo urząd stowarzyszenie federacja centrum fundacja organizacja komitet akademia bank komisja radio telewizja tygodnik kurier rzecznik głos wiadomości',
  saying:
    'powiedział powiedziała podał podała poinformował poinformowała ostrzegł ostrzegła ogłosił ogłosiła podaje informuje szacuje potwierdził potwierdziła stwierdził wskazuje wynika ujawnił ujawniła',
};
