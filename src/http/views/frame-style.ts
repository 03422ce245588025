// The shared part of all pages' style sheets: the colours and typefaces of the mail, masthead and footer.

import type { Palette } from '../../render/index.ts';

export function writeFrameStyle({ light, dark, fonts }: Palette): string {
  const names = Object.keys(light) as (keyof typeof light)[];
  const colours = names.map((name) => `  --${name}: light-dark(${light[name]}, ${dark[name]});`).join('\n');
  return `:root {
  color-scheme: light dark;
${colours}
  --serif: ${fonts.serif};
  --sans: ${fonts.sans};
}
.masthead { max-width: 41rem; margin: 1.5rem auto 0; padding: 0 1.375rem; }
.masthead::before { content: ''; display: block; border-top: 3px solid var(--accent); margin-bottom: .75rem; }
.masthead::after { content: ''; display: block; border-top: 1px solid var(--rule); margin-top: .875rem; }
.masthead .name, .masthead p { margin: 0; }
.masthead .name { font-size: 1.4375rem; font-weight: 700; line-height: 1.3; }
.name a { color: inherit; text-decoration: none; }
.name a:hover { text-decoration: underline; }
.small { font: .875rem/1.55 var(--sans); color: var(--muted); }
.site { max-width: 41rem; margin: 0 auto; padding: 0 1.375rem 2.5rem; }
.site p { margin: 0 0 .25rem; }
.lines { white-space: pre-line; }`;
}
