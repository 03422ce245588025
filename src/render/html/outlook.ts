// What only Outlook for Windows reads, which sets mails with Word. The texts are fixed: nothing from a report
// comes here, and nothing else of a mail is written as it stands.

import { sizes } from '../../../emails/theme.ts';

const HEAD = [
  '<!--[if mso]>',
  // At 120 dpi it would otherwise enlarge some lengths and not others.
  '<noscript><xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript>',
  '<style>',
  // It does not know max-width on what is as wide as the window.
  `.column { width: ${sizes.sheet}; }`,
  'table { mso-table-lspace: 0; mso-table-rspace: 0; }',
  '.button { padding: 11px 20px; }',
  // Else a line-height is a minimum, and lines come out uneven.
  'h1, h2, h3, h4, p, li, td, th { mso-line-height-rule: exactly; }',
  // It takes Times for a list of families whose first one it has not got.
  'h1, h2, h3, h4, p, li, td, th, a { font-family: Georgia, serif !important; }',
  ".sans, .sans a { font-family: 'Segoe UI', Arial, sans-serif !important; }",
  '</style>',
  '<![endif]-->',
].join('');

/** @param html whose texts are all escaped, so that the first `</head>` is the document's own. */
export const addOutlookHead = (html: string): string => html.replace('</head>', `${HEAD}</head>`);
