// The one style sheet of the pages.

export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf7, #16181c);
  --ink: light-dark(#22242a, #e6e3dc);
  --quiet: light-dark(#5c5f68, #a9a79f);
  --rule: light-dark(#dcd8ce, #363941);
  --link: light-dark(#8a2b1d, #f0a08f);
  --card: light-dark(#ffffff, #1e2126);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem; }
main.wide { max-width: 64rem; }
h1, h2 { text-wrap: balance; word-break: auto-phrase; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem; }
p, ul, ol, dl, main > form { margin: 0 0 1rem; }
.lead { color: var(--quiet); font-size: 1.1875rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
button { font: inherit; font-weight: 600; padding: .6rem 1.2rem; border: 0; border-radius: .4rem; background: var(--link); color: var(--paper); cursor: pointer; }
button.quiet { background: transparent; color: var(--link); box-shadow: inset 0 0 0 1px var(--rule); }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { text-align: start; padding: .5rem 0; padding-inline-end: .75rem; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
pre { background: var(--card); border: 1px solid var(--rule); border-radius: .4rem; padding: 1rem; overflow-x: auto; font: .875rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font: .875em ui-monospace, monospace; }
iframe { width: 100%; height: 75vh; border: 1px solid var(--rule); border-radius: .4rem; background: var(--card); }
input { font: inherit; padding: .5rem .75rem; border: 1px solid var(--quiet); border-radius: .4rem; background: var(--card); color: var(--ink); }
fieldset { margin: 0 0 1rem; padding: .75rem 1rem; border: 1px solid var(--rule); border-radius: .4rem; }
legend { padding: 0 .35rem; }
fieldset label { display: flex; gap: .6rem; min-height: 2.75rem; padding: .55rem 0; }
fieldset input { flex: none; width: 1.15rem; height: 1.15rem; margin: .25rem 0 0; accent-color: var(--link); }
.field { display: flex; flex-wrap: wrap; gap: .6rem; }
.field label { flex: 1 0 100%; margin-bottom: -.35rem; }
.field input { flex: 1 1 14rem; min-width: 0; }
[role=alert], [role=status] { border-inline-start: 3px solid var(--link); padding-inline-start: .75rem; font-weight: 600; }
input[aria-invalid] { border: 2px solid var(--link); }
nav { display: flex; align-items: center; gap: 1.25rem; margin-bottom: 2rem; }
nav form { margin-inline-start: auto; }
nav button { padding: .3rem .8rem; }
.quiet { color: var(--quiet); }
`.trimStart();
