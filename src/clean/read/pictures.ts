// Captions and credits of pictures that are not there.

import type { Lexicon } from '../languages/lexicon.ts';
import { foldCase, withoutMarks } from '../ledger/dedupe-key.ts';
import type { LineRule } from '../line-rule.ts';
import { LEAD } from '../promo.ts';
import { holdsSentence } from '../sentence.ts';

export const credit: LineRule = {
  id: 'credit',
  why: 'captions and credits belong to pictures that are not there',
  reason: 'boilerplate',
  test: ({ text, size }, lexicon) => {
    if (size > 60) return null;
    const body = text.replace(LEAD, '');
    const label = lexicon.credit.exec(foldCase(body))?.[0];
    if (label === undefined) return figure(body, size);
    const rest = body.slice(label.length);
    // "Fot. Muzeum Wybrzeża": an abbreviation, and no sentence.
    if (label.length <= 4 && /^\. ?\p{Lu}/u.test(rest) && !/[.!?]$/.test(rest)) return label;
    // "Credit/debit cards" goes on in small letters.
    return /^\s*(?:\([^()]{0,30}\)\s*)?(?:[:：|©]\s*\S|[/／]\s*[^\p{Ll}\s])/u.test(rest) ? label : null;
  },
};

/** What stands under a chart or a table, and the title of an embedded one. */
const FIGURE =
  /^(?:tables?|charts?|maps?|(?:info)?graphic|infographics|tablas?|gráficos?|mapas?|tableaux?|graphiques?|infographies?|cartes?|tabellen?|grafiken?|karten?|diagramm|tabelas?|infográficos?|tabella|grafico|mappa|infografica|grafiek|kaart|tabell|diagram|karta|tabela|wykres|infografika|таблица|график|карта|инфографика|таблиця|графік|мапа|інфографіка|tablo|grafik|harita|तालिका|ग्राफ|मानचित्र|جدول|رسم بياني|خريطة|表|図表|グラフ|地図|图表|圖表|表格|지도|그래픽|표)[:：]\s?\S/iu;

function figure(body: string, size: number): string | null {
  return size >= 4 && size <= 30 && !/[.!?。？！]["”»)]?$/u.test(body)
    ? (FIGURE.exec(body)?.[0] ?? null)
    : null;
}

export const caption: LineRule = {
  id: 'caption',
  why: 'a number of a picture in front, or its credit behind: "(photo: A. Smith)"',
  reason: 'boilerplate',
  test: ({ text, size }, lexicon) => {
    if (size > 50) return null;
    if (/^\[\d{1,2}\/\d{1,2}\]/.test(text)) return 'picture number';
    if (SIGNED_PICTURE.test(text)) return 'picture with its author';
    return creditBehind(text, lexicon)?.label ?? null;
  },
};

/** "UA Photo/Amina Solberg: ...", "（潮風新聞社撮影）", "记者 陆一鸣 摄". */
const SIGNED_PICTURE =
  /^[\p{Lu}][\p{L} ]{0,20}(?:Photo|Foto)\/[^:]{3,40}: |[（(][^（）()]{1,30}(?:撮影|提供|写真|供图|供圖)[）)]$|(?:记者|記者|通讯员)[^。，]{1,10}[摄攝]$|。\s?\p{Lo}{2,4}\s?[摄攝]$|자료사진$/u;

/** "... in 1994. Picture: FAMILY ARCHIVE" and "... (photo: A. Smith)": the label stands near the end. */
export function creditBehind(text: string, lexicon: Lexicon): { label: string; at: number } | null {
  if (!/[:：/／)）]/.test(text.slice(-60))) return null;
  const match =
    /(?:^|[\s(（.,、。])([\p{L}\p{M}]{1,14})\s?(?:[:：]|[/／](?=\s?\p{Lu})|\.(?= \p{Lu}[^.]*\)$))\s?[^:：]{2,50}$/u.exec(
      text,
    );
  const label = match?.[1];
  if (match === null || label === undefined || /[.!?。]["”’»]?$/.test(text)) return null;
  const own = lexicon.credit.exec(foldCase(withoutMarks(label)))?.[0];
  return own !== undefined && own.length === label.length && match.index > 0
    ? { label, at: match.index }
    : null;
}

const RESERVED =
  /^.{0,24}(?:19|20)\d\d|rights reserved|copyright|permission|reprodu|redistribut|rechte vorbehalten|derechos reservados|droits réservés|diritti riservati|direitos reservados|rättigheter|voorbehouden|zastrzeżone|защищен|захищен|haklar|版权|版權|無断/iu;

/** "© Provided by Kelby Press The maker of kettles showed a phone.": a passage behind a credit, and no notice. */
export const isCredited = (text: string): boolean =>
  /^\s*(?:©|\(c\))/iu.test(text) && !RESERVED.test(text) && holdsSentence(text);
