// The style sheet of an issue's pages, in the colours and typefaces of the mail. In print, an issue is black on white, its
// questions are open, and links show their targets.

import type { Palette } from '../../render/index.ts';
import { writeFrameStyle } from '../views/frame-style.ts';

export function writeIssueStyle(palette: Palette): string {
  return `
${writeFrameStyle(palette)}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; background: var(--sheet); color: var(--ink); font: 1.125rem/1.65 var(--serif); overflow-wrap: anywhere; }
main { max-width: 41rem; margin: 0 auto; padding: 0 1.375rem; }
main { padding-top: 2rem; padding-bottom: 2rem; }
h1, h2, h3 { line-height: 1.22; margin: 2.25rem 0 0; text-wrap: balance; word-break: auto-phrase; }
h1 { font-size: 2.125rem; margin-top: 0; }
h2 { font-size: 1.4375rem; }
h3 { font-size: 1.1875rem; line-height: 1.35; }
.contents ~ article > header h2 { font-size: 1.75rem; margin-top: 0; }
p { margin: .9375rem 0 0; }
ul, ol { margin: .9375rem 0 0; padding-inline-start: 1.5rem; }
li { margin: 0 0 .375rem; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.dek { font-size: 1.25rem; line-height: 1.5; color: var(--soft); }
.small, .label, .rows, table { font-family: var(--sans); }

.label { font-size: .8125rem; font-weight: 700; color: var(--muted); margin: 2rem 0 0; }
.label + p { margin-top: .125rem; }
.accent { color: var(--accent); }
.muted { color: var(--muted); }
article + article { border-top: 1px solid var(--rule); margin-top: 2.5rem; padding-top: 2.5rem; }
.count { font: 700 .875rem var(--sans); color: var(--muted); margin-inline-start: .25rem; }
main > .label, main > div > .small:first-child { margin: 0 0 .625rem; }
.contents { margin-bottom: 2.5rem; }
blockquote { margin: 1.25rem 0 0; padding-inline-start: 1.25rem; border-inline-start: 3px solid var(--rule); color: var(--soft); }
blockquote p { margin: 0 0 .375rem; }
.rows span { display: block; }
table { width: 100%; border-collapse: collapse; margin: 1.125rem 0 0; font-size: .9375rem; line-height: 1.45; }
th, td { text-align: start; vertical-align: top; padding: .4375rem 0; padding-inline-end: .875rem; border-bottom: 1px solid var(--rule); }
th { color: var(--muted); }
.editor { background: var(--panel); border-top: 2px solid var(--accent); padding: .875rem 1.25rem 1rem; margin: 1.375rem 0 0; }
.editor .label { margin: 0; }
.editor p + p { margin-top: .25rem; }
.faq { background: var(--panel); margin: 2.625rem 0 0; padding: 1.5rem 1.625rem .75rem; }
.faq > :first-child { color: var(--accent); margin: 0 0 1rem; font-size: 1.3125rem; }
details { border-top: 1px solid var(--rule); }
summary { cursor: pointer; padding: .8125rem 0; font-weight: 700; line-height: 1.4; }
summary::marker { color: var(--accent); }
details > div { padding: 0 0 1rem; color: var(--soft); scroll-margin-top: 4.5rem; }
details > div p { margin: 0 0 .375rem; }
.receipt { border-top: 1px solid var(--rule); margin-top: 2.25rem; padding-top: 1.125rem; }
.receipt .label { margin: 0; }
.receipt p { margin-top: .125rem; }
.skip { position: absolute; inset-inline-start: -100rem; background: var(--sheet); padding: .5rem 1rem; }
.skip:focus { inset-inline-start: 1rem; top: .5rem; }
.cuts { list-style: none; padding: 0; }
.cuts > li { margin: 0 0 1.25rem; }
.cuts p { margin: 0; }
.cuts blockquote { margin: .5rem 0 .25rem; }
.cuts code { white-space: nowrap; }
.cuts .label { margin-top: .5rem; }
.stays { border-color: var(--accent); }
.signs { font-size: 1rem; }
code { font: .875em ui-monospace, monospace; background: var(--panel); padding: .1em .35em; border-radius: 3px; }
.whole { margin-top: 2rem; border-bottom: 1px solid var(--rule); }
.whole ol { margin-top: 0; padding-bottom: 1rem; font-size: 1rem; }
.whole li::marker { color: var(--muted); font-size: .8125rem; }
del { color: var(--muted); text-decoration-color: var(--accent); }
small { font: 700 .8125rem/1.4 var(--sans); color: var(--accent); }
@media (max-width: 32rem) {
  h1 { font-size: 1.8125rem; }
  .contents ~ article > header h2 { font-size: 1.5625rem; }
  .faq { padding: 1.25rem 1.125rem .5rem; }
}
@media (prefers-reduced-motion: reduce) {
  html { scroll-behavior: auto; }
}
@media print {
  :root { color-scheme: light; --sheet: #ffffff; --panel: #ffffff; --paper: #ffffff; }
  body { font-size: 11pt; }
  .skip { display: none; }
  .masthead, main, .site { max-width: none; padding-left: 0; padding-right: 0; }
  .faq, .editor { border: 1px solid var(--rule); }
  h1, h2, h3, summary { break-after: avoid; }
  .faq details, blockquote, tr, li { break-inside: avoid; }
  .faq details::details-content { content-visibility: visible; block-size: auto; }
  .faq summary { list-style: none; }
  article a[href^='http']::after, .receipt a::after { content: ' (' attr(href) ')'; font-size: .8em; }
}
`.trimStart();
}
