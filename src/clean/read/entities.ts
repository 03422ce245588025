// HTML character references. The names are those of HTML 4 (Latin-1 in code order, then the typographic ones):
// scraped news text uses no others. What is not known stays as it stands.

const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
  'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
  'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
  'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc ' +
  'uuml yacute thorn yuml';

const OTHERS =
  'quot 22 amp 26 lt 3c gt 3e apos 27 OElig 152 oelig 153 Scaron 160 scaron 161 Yuml 178 circ 2c6 tilde 2dc ' +
  'ensp 2002 emsp 2003 thinsp 2009 zwnj 200c zwj 200d lrm 200e rlm 200f ndash 2013 mdash 2014 lsquo 2018 rsquo 2019 ' +
  'sbquo 201a ldquo 201c rdquo 201d bdquo 201e dagger 2020 Dagger 2021 bull 2022 hellip 2026 permil 2030 prime 2032 ' +
  'Prime 2033 lsaquo 2039 rsaquo 203a euro 20ac trade 2122 larr 2190 uarr 2191 rarr 2192 darr 2193 minus 2212 ' +
  'asymp 2248 ne 2260 le 2264 ge 2265 check 2713';

// Numbers 128 to 159 mean the characters of Windows-1252 (HTML standard, numeric character reference end state).
const WINDOWS_1252 =
  '20ac 81 201a 192 201e 2026 2020 2021 2c6 2030 160 2039 152 8d 17d 8f 90 2018 2019 201c 201d 2022 2013 2014 2dc 2122 ' +
  '161 203a 153 9d 17e 178';

const named = new Map<string, string>();
LATIN1.split(' ').forEach((name, i) => {
  named.set(name, String.fromCharCode(160 + i));
});
const pairs = OTHERS.split(' ');
for (let i = 0; i + 1 < pairs.length; i += 2)
  named.set(pairs[i] ?? '', String.fromCharCode(Number.parseInt(pairs[i + 1] ?? '', 16)));
const windows = WINDOWS_1252.split(' ').map((hex) => Number.parseInt(hex, 16));

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{1,7}));/y;

/** The reference that begins at `at` ("&amp;"): what it stands for and how many characters of the text it takes. */
export function entityAt(text: string, at: number): { char: string; length: number } | null {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null) return null;
  const [whole, hex, decimal, name] = match;
  const char =
    name === undefined
      ? fromNumber(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      : fromName(name);
  return char === null ? null : { char, length: whole.length };
}

/** A text with all its references decoded. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let out = '';
  for (let at = 0; at < text.length; ) {
    const entity = text[at] === '&' ? entityAt(text, at) : null;
    out += entity?.char ?? text[at];
    at += entity?.length ?? 1;
  }
  return out;
}

function fromName(name: string): string | null {
  return named.get(name) ?? named.get(name.toLowerCase()) ?? null;
}

function fromNumber(code: number): string | null {
  const mapped = code >= 128 && code <= 159 ? (windows[code - 128] ?? code) : code;
  if (mapped === 0 || mapped > 0x10ffff || (mapped >= 0xd800 && mapped <= 0xdfff)) return null;
  return String.fromCodePoint(mapped);
}
