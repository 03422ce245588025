// The values of wrangler.toml that a deployment depends on. Wrangler itself checks the file; here only a few values are read.

import type { Publication } from '../../../content/publication.ts';

/** With `obstacles` a deployment cannot work. With `hints` it works, but perhaps not as intended. */
export type Outlook = { readonly obstacles: readonly string[]; readonly hints: readonly string[] };

export function findObstacles(toml: string, { from }: Pick<Publication, 'from'>): Outlook {
  const obstacles: string[] = [];
  const hints: string[] = [];
  const siteUrl = readValue(toml, 'SITE_URL');
  if (readValue(toml, 'database_id') === '')
    obstacles.push(
      'wrangler.toml names no database. Run "npx wrangler d1 create copydesk" once, and paste the line with database_id that it prints under [[d1_databases]].',
    );
  if (siteUrl === '')
    hints.push(
      'SITE_URL in wrangler.toml is empty, and without it the Worker does nothing: it is the base of every link in a mail, such as https://news.example.com.',
    );
  else if (!/^https:\/\/[^/\s]+\/?$/i.test(siteUrl))
    obstacles.push(
      `SITE_URL in wrangler.toml must read https:// and a host, without a path. It is: ${siteUrl}`,
    );
  if (!['', 'eu'].includes(readValue(toml, 'JURISDICTION')))
    obstacles.push('JURISDICTION in wrangler.toml may be "eu" or empty.');
  if (/\.example>?$/.test(from))
    hints.push(
      `content/publication.ts still names the sample's sender (${from}), for whom Resend sends nothing.`,
    );
  hints.push(
    'Secrets that are missing are named at /health afterwards: EDITOR_TOKEN, SIGNING_KEY, ERASURE_KEY, RESEND_API_KEY.',
  );
  return { obstacles, hints };
}

/** @returns the value of the first such line that is not a comment; empty if there is none. */
const readValue = (toml: string, key: string): string =>
  new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*["']([^"'\\n]*)["']`, 'm').exec(toml)?.[1]?.trim() ?? '';
