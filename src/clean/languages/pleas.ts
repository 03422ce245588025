// What pages ask of their visitors, in all languages at once: words that a plea holds, and words that address the
// visitor. Looked for only above and below a report, never inside it.

/** Newsletters and subscriptions. */
const SIGN_UP =
  'newsletter|news letter|subscribe|subscription|sign up|nyhetsbrev|prenumer|nieuwsbrief|abonn|suscri|suscrí|inscr|bülten|bulten|abone|boletín|boletim|assin(?:e|atura)|iscriv|newslett|prenumerat|рассылк|подпи(?:ш|с)|розсилк|підпи|न्यूज़?लेटर|सब्सक्राइब|نشرتنا|النشرة|اشترك|للاشتراك|الاشتراك|ニュースレター|メルマガ|订阅|訂閱|뉴스레터|구독';
const FOLLOW =
  '^(?:follow|join|folgen|folge|síguenos|sigue|siga|suivez|segui|seguici|volg|följ|obserwuj|śledź|подпис|підпис|стежте|читайте нас|takip et|फॉलो|تابع|フォロー|关注|追蹤|팔로우)(?![\\p{L}\\p{M}])';
/** Where readers may answer. */
const ANSWER =
  'in the comments|(?:your|our|any|leave|post) comments?\\b|comments (?:below|section)|form below|in den kommentaren|kommentarspalte|formular unten|untenstehende formular|(?:los|tus|sus|un) comentarios?(?: abajo)?(?=$|[.!])|en los comentarios|formulario de abajo|' +
  'dans les commentaires|formulaire ci-dessous|nei commenti|modulo qui sotto|nos comentários|formulário abaixo|in de reacties|formulier hieronder|i kommentar(?:erna|sfältet)|formuläret nedan|w komentarzach|poniższ\\p{L}+ formularz|' +
  'в комментариях|форму ниже|в коментарях|форму нижче|yorumlarda|yorumlarınız|aşağıdaki form|टिप्पणियों में|कमेंट में|नीचे दिए|في التعليقات|النموذج أدناه|コメント欄|(?:下|以下)のフォーム|评论区|留言区|留言區|下方表格|댓글로|아래 양식';
/** Readers who register, and pages that do not show. */
const DOOR =
  '\\bbrowser\\b|navegador|navigateur|webbläsare|przeglądar|браузер|tarayıcı|ब्राउज़र|المتصفح|ブラウザ|浏览器|瀏覽器|브라우저|\\blog ?in\\b|\\bregister\\b|inicia sesión|regístr|connectez-vous|melden sie sich|registrier|accedi |faça login|cadastr|logga in|zaloguj|войдите|увійдіть|giriş yap|लॉग ?इन|تسجيل الدخول|ログイン|登录|登入|로그인';
const ASK =
  '\\bthis (?:story|article|page|content)\\b|help and support|moderated|enquir|get in touch|privacy|terms of|advertis|newsletter|news letter|subscribe|subscription|sign up|whatsapp|telegram|app store|google play|notification|e-mail address|email address|' +
  'cookie|comment policy|follow us|download|tips@|newsroom@|redaktion@|redaccion@|nyhetsbrev|prenumerer|nieuwsbrief|abonn|suscri|suscrí|' +
  'inscr|bülten|bulten|abone|boletín|boletim|assine|iscriv|newslett|рассылк|подпи(?:ш|с)|розсилк|підпи|приложени|застосунок|' +
  'न्यूज़?लेटर|व्हाट्सऐप|व्हाट्सएप|सब्सक्राइब|डाउनलोड|चैनल|ऐप|نشرتنا|النشرة|اشترك|للاشتراك|الاشتراك|واتساب|تلغرام|تطبيق|قناتنا|' +
  'ニュースレター|メルマガ|アプリ|登録|ダウンロード|フォロー|公众号|公眾號|订阅|訂閱|下载|下載|打开app|打開app|关注|追蹤|加入line|뉴스레터|구독|문의|제보|' +
  '\\bsupport (?:us|our)\\b|spenden sie|faites un don|sostienici|apóyanos|wesprzyj|поддержите|підтримайте|' +
  'facebook|instagram|youtube|twitter|tiktok|google news|linkedin';
/** The page itself, our channels, our support. */
const PAGE =
  'moderated|comment policy|(?:follow|support|contact|write to) (?:us|our)|tips@|newsroom@|redaktion@|redaccion@|app store|google play|google news|notification|приложени|застосунок|' +
  'ऐप|चैनल|व्हाट्सऐप|تطبيق|قناتنا|واتساب|アプリ|公众号|公眾號|加入line|제보|spenden sie|faites un don|sostienici|apóyanos|wesprzyj|поддержите|підтримайте';
/** What begins a sentence that asks, and whose newsletter it is. */
const IMPERATIVE =
  '(?:^|[.!?:—–-] )(?:(?:please )?(?:subscribe|sign up|register|join us|become a (?:member|subscriber|supporter)|get (?:our|the)|follow us|leave us)|suscríb\\p{L}+|apúntate|inscríb[ea]\\p{L}*|regístr\\p{L}+|recibe|abonnez-vous|inscrivez-vous|recevez|' +
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
const door = new RegExp(`${ASK}|${SIGN_UP}|${ANSWER}|${DOOR}`, 'u');
const bids = new RegExp(IMPERATIVE, 'u');
const plain = new RegExp(`${ANSWER}|${PAGE}`, 'u');
const signUp = new RegExp(SIGN_UP, 'u');
const follow = new RegExp(FOLLOW, 'u');
const you = new RegExp(YOU, 'u');

/** Does a line (see lineForm) ask something of the visitor? A whole sentence must address them as well. */
export function isPlea(form: string, isSentence: boolean): boolean {
  if (ADDRESS.test(form)) return true;
  return ask.test(form) && (!isSentence || you.test(form));
}

/** The same above a title, where also what the page says of its doors is a plea. */
export function isDoorPlea(form: string): boolean {
  return ADDRESS.test(form) || door.test(form);
}

/** The same for a sentence right below a passage: "I left Facebook, and you should" is no plea, a newsletter is. */
export function isPlainPlea(form: string): boolean {
  return ADDRESS.test(form) || bids.test(form) || (plain.test(form) && you.test(form));
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
