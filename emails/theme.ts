// The looks of every mail as tokens: colours for light and dark, type, space. Styles are written inline from
// here, since mail programs drop style sheets; the sheet below only adds dark mode and the phone.

import type { CSSProperties } from 'react';

// Neither pure white nor pure black: some programs invert those by themselves.
export const light = {
  /** Behind the sheet, the sheet, and a panel on it. */
  paper: '#f1ede5',
  sheet: '#fffdf9',
  panel: '#f7f3ea',
  rule: '#ddd5c6',
  /** Text, from strong to quiet. */
  ink: '#23201c',
  soft: '#47413a',
  muted: '#635c52',
} as const;

export type Colours = Record<keyof typeof light, string>;

export const dark: Colours = {
  paper: '#141311',
  sheet: '#1d1b18',
  panel: '#272420',
  rule: '#423d35',
  ink: '#ece6db',
  soft: '#d0c8bb',
  muted: '#aaa195',
};

/** WCAG 2.2, 1.4.3. */
const READABLE = 4.5;

/** @param accent #rrggbb; kept as it is where it reads well, else moved towards the text's colour. */
export const accents = (accent: string): { light: string; dark: string } => ({
  light: readableOn([light.sheet, light.panel, light.paper], accent, light.ink),
  dark: readableOn([dark.sheet, dark.panel, dark.paper], accent, dark.ink),
});

function readableOn(grounds: readonly string[], colour: string, towards: string): string {
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = mix(colour, towards, share);
    if (grounds.every((ground) => contrast(mixed, ground) >= READABLE)) return mixed;
  }
  return towards;
}

function mix(from: string, to: string, share: number): string {
  const a = channels(from);
  const b = channels(to);
  return `#${a
    .map((value, i) => Math.round(value + ((b[i] ?? value) - value) * share))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** @returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0);

/** Reading in a serif, service lines in the system's own sans. Each ends in a family that every system has. */
export const fonts = {
  serif: "Charter, 'Bitstream Charter', 'Iowan Old Style', Georgia, Cambria, 'Times New Roman', serif",
  sans: "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
} as const;

/** The sheet's width holds 60 to 70 characters of the reading size between the gutters. */
export const sizes = { sheet: '640px', gutter: '46px', phoneGutter: '22px' } as const;

export const styles = {
  headline: {
    fontFamily: fonts.serif,
    fontSize: '34px',
    lineHeight: '1.18',
    fontWeight: 700,
    textWrap: 'balance',
  },
  story: {
    fontFamily: fonts.serif,
    fontSize: '27px',
    lineHeight: '1.22',
    fontWeight: 700,
    textWrap: 'balance',
  },
  section: {
    fontFamily: fonts.serif,
    fontSize: '21px',
    lineHeight: '1.3',
    fontWeight: 700,
    textWrap: 'balance',
  },
  dek: { fontFamily: fonts.serif, fontSize: '20px', lineHeight: '1.5' },
  // These stand many times in a mail, and take their typeface from the cell around them.
  body: { fontSize: '17px', lineHeight: '1.65' },
  quote: { fontSize: '17px', lineHeight: '1.6' },
  cell: { fontFamily: fonts.sans, fontSize: '15px', lineHeight: '1.45' },
  question: { fontSize: '17px', lineHeight: '1.4', fontWeight: 700 },
  small: { fontFamily: fonts.sans, fontSize: '14px', lineHeight: '1.55' },
  label: { fontFamily: fonts.sans, fontSize: '13px', lineHeight: '1.4', fontWeight: 700 },
} as const satisfies Record<string, CSSProperties>;

/** Class names carry the dark colours; the light ones stand inline. */
export function styleSheet(accent: string): string {
  return `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.paper { background-color: ${light.paper}; }
@media (max-width: 520px) {
  .gutter { padding-left: ${sizes.phoneGutter} !important; padding-right: ${sizes.phoneGutter} !important; }
  .headline { font-size: 29px !important; }
  .story { font-size: 25px !important; }
  .dek { font-size: 19px !important; }
  .air { padding-top: 0 !important; padding-bottom: 0 !important; }
  .faq { padding-left: 18px !important; padding-right: 18px !important; }
}
@media (prefers-color-scheme: dark) {
${[...grounds(''), ...letters('', accent)].join('\n')}
}
`;
}

/**
 * Outlook's apps have no media query: they mark what they darkened, grounds and letters each in their own way.
 * A sheet of its own, as Gmail drops a whole sheet for one selector that it does not know.
 */
export const outlookSheet = (accent: string): string =>
  [...grounds('[data-ogsb] '), ...letters('[data-ogsc] ', accent)].join('\n');

const rule = (selector: string, declaration: string): string => `${selector} { ${declaration} !important; }`;

const grounds = (prefix: string): string[] =>
  (['paper', 'sheet', 'panel'] as const).map((name) =>
    rule(`${prefix}.${name}`, `background-color: ${dark[name]}`),
  );

const letters = (prefix: string, accent: string): string[] => [
  ...(['ink', 'soft', 'muted'] as const).map((name) => rule(`${prefix}.${name}`, `color: ${dark[name]}`)),
  rule(`${prefix}.accent`, `color: ${accent}`),
  rule(`${prefix}.rule`, `border-color: ${dark.rule}`),
  rule(`${prefix}.masthead`, `border-color: ${accent} transparent ${dark.rule} transparent`),
  rule(`${prefix}.mark`, `border-color: ${accent}`),
  rule(`${prefix}.button`, `background-color: ${accent}`),
  rule(`${prefix}.button-text`, `color: ${dark.sheet}`),
];
