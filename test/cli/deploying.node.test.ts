// What a deployment depends on, and what nobody sees before it fails at Cloudflare.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publication } from '../../content/publication.ts';
import { findObstacles } from '../../src/cli/settings/settings-file.ts';
import { ROOT } from '../support/local-copy.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const MIGRATIONS = 'src/store/migrations';

describe.each(readdirSync(join(ROOT, MIGRATIONS)))('%s', (file) => {
  const sql = read(`${MIGRATIONS}/${file}`);

  // Remote migrations are split into statements by the server, which is misled by these.
  it('has no quote and no semicolon in a comment', () => {
    const comments = sql.split('\n').flatMap((line) => /--.*$/.exec(withoutStrings(line)) ?? []);
    expect(comments.filter((comment) => /['"`;]/.test(comment))).toEqual([]);
    expect(sql).not.toContain('/*');
  });

  it('has each trigger on one line', () => {
    const triggers = sql.split('\n').filter((line) => /\bTRIGGER\b/i.test(line.replace(/--.*/, '')));
    for (const line of triggers) expect(line).toMatch(/^CREATE TRIGGER .* BEGIN .*; END;$/);
  });

  it('has no line that ends as on Windows', () => {
    expect(sql).not.toContain('\r');
  });
});

/** A text in a statement may hold two hyphens; a comment begins outside of it. */
const withoutStrings = (line: string): string =>
  line.replace(/^([^'-]|-(?!-)|'[^']*')*/, (before) => before.replace(/'[^']*'/g, ''));

it('git keeps the lines of migrations as they are, on every system', () => {
  expect(read('.gitattributes')).toMatch(/^\*\.sql text eol=lf$/m);
});

it('the file of secrets asks for what one has before the first deployment', () => {
  const asked = read('.dev.vars.example').match(/^[A-Z_]+(?==)/gm);
  expect(asked).toEqual(['EDITOR_TOKEN', 'SIGNING_KEY', 'ERASURE_KEY', 'RESEND_API_KEY']);
});

describe('wrangler.toml', () => {
  const toml = read('wrangler.toml');

  it('keeps no address of a request in the logs, since links in mails hold a token', () => {
    expect(toml).toMatch(/^\[observability\.logs\]\n(?:[^[].*\n)*?invocation_logs = false$/m);
  });

  it('has counters that it shares with no other Worker by accident', () => {
    const ids = toml.match(/(?<=namespace_id = ")\d+/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.length > 4)).toBe(true);
  });
});

describe('before a deployment', () => {
  const filledIn = read('wrangler.toml')
    .replace('# database_id = ""', 'database_id = "0b1c"')
    .replace('SITE_URL = ""', 'SITE_URL = "https://news.second-read.org"');

  it('nothing stands in the way when database and address are named', () => {
    const { obstacles, hints } = findObstacles(filledIn, { from: 'Ada <ada@second-read.org>' });
    expect(obstacles).toEqual([]);
    expect(hints).toEqual([expect.stringContaining('/health')]);
  });

  it('the project as it comes is told what to do, and that its sender is the sample', () => {
    const { obstacles, hints } = findObstacles(read('wrangler.toml'), publication);
    expect(obstacles).toEqual([
      expect.stringMatching(/wrangler d1 create copydesk.*paste the line with database_id/),
    ]);
    expect(hints).toEqual([
      expect.stringContaining('SITE_URL in wrangler.toml is empty'),
      expect.stringContaining("the sample's sender"),
      expect.stringContaining('/health'),
    ]);
  });

  it.each(['http://news.second-read.org', 'https://news.second-read.org/letter', 'news.second-read.org'])(
    'links do not begin with %s',
    (address) => {
      const { obstacles } = findObstacles(
        filledIn.replace('https://news.second-read.org', address),
        publication,
      );
      expect(obstacles).toEqual([expect.stringContaining(address)]);
    },
  );

  it('a jurisdiction that there is not is refused', () => {
    const { obstacles } = findObstacles(
      filledIn.replace('JURISDICTION = ""', 'JURISDICTION = "us"'),
      publication,
    );
    expect(obstacles).toEqual([expect.stringContaining('JURISDICTION')]);
  });
});
