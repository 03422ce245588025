// What a page says of itself, in all languages at once: that a live blog has ended, that an interview was shortened, how
// it was transcribed, who pays, where to complain. Looked for only above and below a report, never inside it.

import { addresses } from './pleas.ts';

const SMALL_PRINT = [
  // A live blog that has ended.
  '(?:live ?blog|live (?:coverage|updates?|ticker)|liveticker|liveblogg?|ticker) (?:is|has|ist|wurde|är) (?:now |jetzt |nu )?(?:closed|ended|over|beendet|geschlossen|avslutad)',
  'liveblog is (?:nu )?gesloten|(?:directo|cobertura en vivo) ha (?:terminado|finalizado)|direct est (?:désormais )?terminé|diretta (?:è|e) (?:terminata|conclusa)|(?:cobertura|transmissão) ao vivo (?:terminou|foi encerrada)|relacja (?:na żywo )?(?:została )?zakończona',
  '(?:онлайн|трансляци\\p{L}+|прямой эфир) (?:завершен|окончен|завершена|завершён)|(?:онлайн|трансляцію|наживо) завершено|canlı (?:anlatım|blog|yayın) sona erdi|लाइव (?:ब्लॉग|कवरेज) (?:समाप्त|बंद)|انتهت التغطية|ライブ(?:配信|ブログ)は終了|直播(?:已)?结束|直播(?:已)?結束|라이브(?:가)? 종료',
  // Shortened, transcribed, translated.
  '(?:interview|conversation|transcript|q&a|letter|text)s? (?:has|have|was|were|may) (?:been |be )?(?:lightly )?(?:edited|condensed|shortened|abridged)',
  '(?:gespräch|interview) wurde (?:\\p{L}+ )*(?:gekürzt|bearbeitet|redigiert)|entrevista (?:ha sido|fue|foi) (?:editada|resumida|abreviada|condensada)|entretien a été (?:édité|condensé|abrégé|relu)|intervista è stata (?:editata|abbreviata|sintetizzata)|interview is (?:ingekort|geredigeerd)|intervjun har (?:kortats|redigerats)|(?:wywiad|rozmowa) został\\p{L}? (?:skrócon|zredagowan)\\p{L}+',
  'интервью (?:было )?(?:сокращено|отредактировано)|інтерв.ю (?:було )?(?:скорочено|відредаговано)|(?:söyleşi|röportaj) (?:kısaltıl|düzenlen)\\p{L}+|साक्षात्कार (?:को )?संपादित|تم (?:تحرير|اختصار) المقابلة|インタビューは編集|采访(?:经过|內容|内容)?(?:编辑|刪節|删节)|인터뷰는 편집',
  'transcript (?:was|is|has been) (?:\\p{L}+ )?(?:auto|machine|generated|created)|transkript wurde automatisch|transcripción (?:se generó|generada|ha sido generada) auto|transcription (?:a été )?(?:générée|automatique)|trascrizione (?:è stata )?(?:generata|automatica)|transcrição (?:foi )?(?:gerada|automática)|transcript is automatisch|transkriptionen? (?:har|är) (?:\\p{L}+ )?auto|transkrypcja (?:została )?(?:wygenerowana|automatyczna)|расшифровка (?:создана|сделана) авто|розшифровк\\p{L}+ (?:створен|зроблен)\\p{L}+ авто|deşifre otomatik|自動(?:で)?(?:文字起こし|生成)|自动生成|自動生成|자동(?:으로)? 생성',
  // For how long it is right.
  '(?:prices|prezzi|preise|precios|prix|preços|prijzen|priser\\p{L}*|ceny|цены|ціни|fiyatlar) (?:were|are|sono|waren|sind|eran|son|étaient|sont|eram|são|waren|zijn|är|var|były|są|были|були) (?:correct|accurate|aggiornati|korrekt|correctos|corrects|corretos|juist|aktuell\\p{L}*|aktualne|актуальн\\p{L}*)',
  // Standards, complaints, corrections.
  'press standards|code of practice|pressekodex|presserat|code of conduct|editorial (?:complaint|standard|polic|code)|correction requests?|policy is to correct|(?:send|report) (?:a )?(?:complaint|correction)s?|reader complaints',
  'línea ética|código deontológico|charte (?:de )?déontologi|codice deontologico|código de ética|raad voor de journalistiek|pressetisk|pressens medieombudsman|kodeks (?:etyki|prasow)|basın (?:ahlak|meslek) ilkeleri|редакционн\\p{L}+ (?:стандарт|политик)|редакційн\\p{L}+ (?:стандарт|політик)',
];
/** No more letters from readers; as short as a button. */
const CLOSED =
  /^(?:the )?comment(?:s|ing)? (?:section )?(?:are|is|have been|has been) (?:now )?(?:closed|disabled|turned off|switched off)|^(?:die )?kommentar\p{L}* (?:ist|sind|wurden?) (?:\p{L}+ )*(?:geschlossen|deaktiviert)|^(?:los |os |les |i )?(?:comentarios|comentários|commentaires|commenti) (?:\p{L}+ ){0,2}(?:cerrados|desactivados|fechados|encerrados|desativados|fermés|désactivés|clos|chiusi|disattivati)|^(?:de )?reacties zijn (?:\p{L}+ )?(?:gesloten|uitgeschakeld)|^kommentar\p{L}* är (?:\p{L}+ )?(?:stängd|avstängd)|^komentarze (?:\p{L}+ )?(?:zamknięte|wyłączone)|^комментарии (?:\p{L}+ )?(?:закрыты|отключены)|^коментарі (?:\p{L}+ )?(?:закрит|вимкнен)|^yorumlar (?:\p{L}+ )?kapa(?:lı|tıl)|टिप्पणिया?[ँं]? बंद|^التعليقات مغلقة|^コメント.{0,8}(?:締め切|終了|閉)|^(?:评论|評論|留言)(?:功能)?已?(?:关闭|關閉)|^댓글.{0,8}(?:닫|종료)/u;
const MAX_CLOSED = 8;
const smallPrint = new RegExp(SMALL_PRINT.join('|'), 'u');

/** "This interview", "dieses Gespräch": the page speaks of what it shows. */
const THIS =
  /^(?:this|these|die|der|das|diese[rs]?|este|esta|estos|estas|el|la|le|cet|cette|ces?|l['’]|les|questo|questa|quest['’]|il|o|a|os|as|dit|deze|de|het|den|det|denna|detta|ten|ta|to|эт[оаи]|этот|ця|цей|це|bu|यह|इस|هذا|هذه|この|本|此|이)(?![\p{L}\p{M}])|^(?:l['’]|quest['’]|この|本|此|هذ)/u;
const PRICES =
  /at the time of|zum zeitpunkt|en el momento|au moment|al momento|no momento|op het moment|vid (?:tidpunkten|publicering)|w chwili|на момент|yayın tarihinde/u;
/** "We may earn a commission when you buy through our links": all three. */
const PAID = [
  /commission|affiliate|provision|comisión|comissão|commissione|commissie|prowizj|komisyon|комисси|комісі|कमीशन|عمولة|手数料|佣金|수수료/u,
  /\blinks?\b|enlaces?|\bliens?\b|länk|ссылк|посилан|odnośnik|bağlantı|लिंक|رابط|روابط|リンク|链接|連結|링크/u,
  /\b(?:buy|purchase|click|shop)|kauf|compr|achet|acquist|koop|koopt|köp|kup|покуп|купу|satın|खरीद|شراء|購入|购买|購買|구매/u,
];
const MAX_LENGTH = 45;

/** Is a sentence or two (see lineForm), `size` words long, the small print of a page? */
export function isSmallPrint(form: string, size: number): boolean {
  if (size > MAX_LENGTH) return false;
  if (size <= MAX_CLOSED && CLOSED.test(form)) return true;
  if (PAID.every((words) => words.test(form)) && addresses(form)) return true;
  if (!smallPrint.test(form)) return false;
  return addresses(form) || PRICES.test(form) || (size <= 24 && THIS.test(form));
}
