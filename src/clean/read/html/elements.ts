// What the elements of HTML do to the words in them, after the HTML standard: its rendering section and its parser.

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** They begin and end a line, as `innerText` does. */
export const BLOCKS = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre search section ' +
    'summary table tbody tfoot thead tr ul td th',
);

/** No reader sees the text in them. */
export const HIDDEN = set(
  'script style noscript template title iframe object embed svg canvas video audio textarea select datalist map noembed ' +
    'noframes',
);

export const VOID = set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);

/** The parser ignores them where one is open, and never closes them. */
export const ONCE = set('html body head frameset');

/** An end tag of theirs ends them in the midst of other elements. */
export const FORMATTING = set('a b big code em font i nobr s small strike strong tt u');

export const HEADINGS = set('h1 h2 h3 h4 h5 h6');

/** An end tag does not reach beyond them. */
export const SCOPES = new Set([
  ...HIDDEN,
  ...set('table td th caption button marquee applet foreignobject desc math'),
]);

export const TABLE_PARTS = set('table caption colgroup thead tbody tfoot tr td th');

/** Begun within an open paragraph, they end it. */
export const ENDS_PARAGRAPH = new Set(
  [...BLOCKS].filter((name) => !TABLE_PARTS.has(name) || name === 'table'),
);

/** Element -> those that it ends, as long as none of `within` is open around it and inside of them. */
export const ENDS: Readonly<
  Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>
> = {
  li: { ends: ['li'], within: ['ul', 'ol', 'menu'] },
  dd: { ends: ['dd', 'dt'], within: ['dl'] },
  dt: { ends: ['dd', 'dt'], within: ['dl'] },
  td: { ends: ['td', 'th'], within: ['table'] },
  th: { ends: ['td', 'th'], within: ['table'] },
  tr: { ends: ['tr', 'caption'], within: ['table'] },
  tbody: { ends: ['tbody', 'thead', 'tfoot', 'caption'], within: ['table'] },
  thead: { ends: ['tbody', 'thead', 'tfoot', 'caption'], within: ['table'] },
  tfoot: { ends: ['tbody', 'thead', 'tfoot', 'caption'], within: ['table'] },
};

/** Parts of a page that say what they are. */
export const LANDMARKS = set(
  'article aside blockquote details dialog figcaption figure footer form header main nav section table ul ol dl button',
);

/** HTML's own elements: begun within an image or a formula that was not ended, they end it. */
export const ENDS_FOREIGN = set(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p ' +
    'pre ruby s small span strong strike sub sup table tt u ul var',
);
