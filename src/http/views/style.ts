// The style sheet of the pages for readers and of the desk, in the colours and typefaces of the mail.

import type { Palette } from '../../render/index.ts';
import { writeFrameStyle } from './frame-style.ts';

export const writePageStyle = (palette: Palette): string =>
  `
${writeFrameStyle(palette)}
* { box-sizing: border-box; }
body { margin: 0; background: var(--sheet); color: var(--ink); font: 1.0625rem/1.6 var(--serif); }
main { max-width: 41rem; margin: 0 auto; padding: 2rem 1.375rem; }
main.wide { max-width: 64rem; }
h1, h2 { text-wrap: balance; word-break: auto-phrase; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem; }
p, ul, ol, dl, main > form { margin: 0 0 1rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button { font: inherit; font-weight: 600; padding: .6rem 1.2rem; border: 0; border-radius: .4rem; background: var(--accent); color: var(--sheet); cursor: pointer; }
button.quiet { background: transparent; color: var(--accent); box-shadow: inset 0 0 0 1px var(--rule); }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { text-align: start; padding: .5rem 0; padding-inline-end: .75rem; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
pre { background: var(--panel); border: 1px solid var(--rule); border-radius: .4rem; padding: 1rem; overflow-x: auto; font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: .875em ui-monospace, monospace; }
iframe { width: 100%; height: 75vh; border: 1px solid var(--rule); border-radius: .4rem; background: var(--panel); }
input { font: inherit; padding: .5rem .75rem; border: 1px solid var(--muted); border-radius: .4rem; background: var(--panel); color: var(--ink); }
fieldset { margin: 0 0 1rem; padding: .75rem 1rem; border: 1px solid var(--rule); border-radius: .4rem; }
legend { padding: 0 .35rem; }
fieldset label { display: flex; gap: .6rem; min-height: 2.75rem; padding: .55rem 0; }
fieldset input { flex: none; width: 1.15rem; height: 1.15rem; margin: .25rem 0 0; accent-color: var(--accent); }
.field { display: flex; flex-wrap: wrap; gap: .6rem; }
.field label { flex: 1 0 100%; margin-bottom: -.35rem; }
.field input { flex: 1 1 14rem; min-width: 0; }
[role=alert], [role=status] { border-inline-start: 3px solid var(--accent); padding-inline-start: .75rem; font-weight: 600; }
input[aria-invalid] { border: 2px solid var(--accent); }
nav { display: flex; align-items: center; gap: 1.25rem; margin-bottom: 2rem; }
nav form { margin-inline-start: auto; }
nav button { padding: .3rem .8rem; }
.quiet { color: var(--muted); }
`.trimStart();
