// What pages ask of their visitors, in all languages at once: words that a plea holds, and words that address the
// visitor. Looked for only above and below a report, never inside it.

/** Newsletters and subscriptions. */
const SIGN_UP =
  'newsletter|news letter|subscribe|subscription|sign up|nyhetsbrev|prenumer|nieuwsbrief|abonn|suscri|suscrí|inscr|bülten|bulten|abone|boletín|boletim|assin(?:e|atura)|iscriv|newslett|prenumerat|рассылк|подпи(?:ш|с)|розсилк|підпи|न्यूज़?लेटर|सब्सक्राइब|نشرتنا|النشرة|اشترك|للاشتراك|الاشتراك|ニュースレター|メルマガ|订阅|訂閱|뉴스레터|구독';
const FOLLOW =
  '^(?:follow|join|folgen|folge|síguenos|sigue|siga|suivez|segui|seguici|volg|följ|obserwuj|śledź|подпис|підпис|стежте|читайте нас|takip et|फॉलो|تابع|フォロー|关注|追蹤|팔로우)(?![\\p{L}\\p{M}])';
const ASK =
  '\\bthis (?:story|article|page|content)\\b|help and support|moderated|enquir|get in touch|privacy|terms of|advertis|newsletter|news letter|subscribe|subscription|sign up|whatsapp|telegram|app store|google play|notification|e-mail address|email address|' +
  'cookie|comment policy|follow us|download|tips@|newsroom@|redaktion@|redaccion@|nyhetsbrev|prenumerer|nieuwsbrief|abonn|suscri|suscrí|' +
  'inscr|bülten|bulten|abone|boletín|boletim|assine|iscriv|newslett|рассылк|подпи(?:ш|с)|розсилк|підпи|приложени|застосунок|' +
  'न्यूज़?लेटर|व्हाट्सऐप|व्हाट्सएप|सब्सक्राइब|डाउनलोड|चैनल|ऐप|نشرتنا|النشرة|اشترك|للاشتراك|الاشتراك|واتساب|تلغرام|تطبيق|قناتنا|' +
  'ニュースレター|メルマガ|アプリ|登録|ダウンロード|フォロー|公众号|公眾號|订阅|訂閱|下载|下載|打开app|打開app|关注|追蹤|加入line|뉴스레터|구독|문의|제보|' +
  '\\bsupport (?:us|our)\\b|spenden sie|faites un don|sostienici|apóyanos|wesprzyj|поддержите|підтримайте|' +
  'facebook|instagram|youtube|twitter|tiktok|google news|linkedin';
/** What begins a sentence that asks, and whose newsletter it is. */
const IMPERATIVE =
  '^(?:im browser (?:ansehen|anzeigen|öffnen)|ábrelo en (?:tu|el) navegador|ouvrir dans (?:le|votre) navigateur|(?:please )?(?:(?:view|read|open) (?:it|this (?:e-?mail|mail|message)) in (?:your|a) browser|tell us|write to us|contact us|support us|like us|leave (?:us )?(?:a|your) (?:comment|review)|share your (?:story|view|photo)s?|please report any|subscribe|sign up|register|join us|become a (?:member|subscriber|supporter)|get (?:our|the)|follow us|leave us)|suscríb\\p{L}+|apúntate|inscríb[ea]\\p{L}*|regístr\\p{L}+|recibe|abonnez-vous|inscrivez-vous|recevez|' +
  'abonnieren sie|abonniere|melden sie sich|jetzt (?:anmelden|abonnieren)|assine|inscreva-se|cadastre-se|receba|iscriviti|iscrivetevi|abbonati|ricevi|abonneer|schrijf je|meld je|prenumerera|anmäl dig|zapisz się|subskrybuj|prenumeruj|' +
  'подпишит\\p{L}+|подписывай\\p{L}+|підпишіт\\p{L}+|підписуй\\p{L}+|abone ol\\p{L}*|सब्सक्राइब करें|اشترك\\p{L}*|订阅|訂閱|关注|扫码)(?![\\p{L}\\p{M}])|सब्सक्राइब करें|फॉलो करें|フォローして|ご登録|구독(?:하세요|해)|' +
  '(?:our|nuestr[ao]|notre|unser\\p{L}*|noss[ao]|nostra|onze|vårt|nasz\\p{L}*|наш\\p{L}*) (?:\\p{L}+ )?(?:newsletter|boletín|boletim|nieuwsbrief|nyhetsbrev|рассылк|розсилк|подкаст|podcast|kanal|canal|канал)|bültenimiz|نشرتنا|ニュースレターに';
const YOU =
  '\\b(?:you|your|us|our|we|my|te|tu|tus|su|nuestr\\p{L}*|vous|votre|vos|nous|notre|nos|sie|ihr\\p{L}*|uns\\p{L}*|je|jouw|uw|ons|onze|du|din|ditt|vårt|vår|oss|' +
  'nos?s[ao]s?|você|seu|sua|ti|tuo|tua|nostr\\p{L}*|nasz\\p{L}*|nas|swój|bizi|bize|bültenimiz\\p{L}*|sizi)\\b|\\p{L}{3,}(?:iniz|ınız|unuz|ünüz)\\p{L}*|вас|ваш|наш|нас|हमारे|हमें|आप|نا(?=\\s|$)|こちら|您|我们|我們|你';

/** "Download our app": anywhere on a page, but only where it is "our" app. Steps of a guide say "the app". */
const APP =
  /(?:^|[:!?.] )(?:(?:download|get|install|laden sie|lade|lad dir|descarg\p{L}*|instal\p{L}*|baixe|téléchargez|scarica(?:te)?|ladda ner|pobierz|завантаж\p{L}*|скачайте|установите) (?:our|unsere|nuestra|o nosso|a nossa|nosso|notre|la nostra|onze|vår|naszą|наш|наше) (?:\p{L}+ ){0,2}(?:app|aplica\p{L}+|aplikacj\p{L}+|application|застосунок|додаток|приложение)|(?:\p{L}+ )?uygulamam[ıi]z[ıi] (?:\p{L}+ )?indirin)(?!\p{L})/u;

export function isAppPlea(form: string): boolean {
  return APP.test(form);
}

/** An e-mail address below a report is a contact. */
const ADDRESS = /\S@\S+\.\p{L}{2,}/u;
const ask = new RegExp(`${ASK}|${SIGN_UP}`, 'u');
const bid = new RegExp(IMPERATIVE, 'u');
const signUp = new RegExp(SIGN_UP, 'u');
const follow = new RegExp(FOLLOW, 'u');
const you = new RegExp(YOU, 'u');

/** Does a line (see lineForm) ask something of the visitor? */
export function isPlea(form: string): boolean {
  return ADDRESS.test(form) || ask.test(form);
}

const MAX_LEAD = 80;

/** Does a sentence bid the visitor do something on the page, from its first word or behind a short question? */
export function bids(form: string): boolean {
  if (bid.test(form)) return true;
  const question = /[?？]\s?/.exec(form.slice(0, MAX_LEAD));
  return question !== null && bid.test(form.slice(question.index + question[0].length));
}

/** Does a sentence speak to the visitor, or of the page as ours? */
export function addresses(form: string): boolean {
  return ADDRESS.test(form) || you.test(form);
}

/** Does a line speak of a newsletter or a subscription? */
export function signsUp(form: string): boolean {
  return signUp.test(form);
}

/** Does a line ask to follow something? */
export function follows(form: string): boolean {
  return follow.test(form);
}

const ADS =
  /\b(?:ads?|adverts?|advertising)\b|werbung|anzeigen|publicidad|anuncios|publicité|pubblicità|anúncios|advertenties|annonser|reklam|реклам|विज्ञापन|إعلان|広告|广告|廣告|광고/u;

/** Does a line offer a page without advertising? */
export function sellsQuiet(form: string): boolean {
  return signUp.test(form) && ADS.test(form);
}
