// The arguments of `npm start`.

import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../result.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type StartOptions = {
  readonly port: number;
  /** The state folder: database, outbox, signing key and lock. */
  readonly stateFolder: string;
  /** NAME:VALUE pairs for `wrangler dev`; they win over what this command sets. */
  readonly vars: readonly string[];
  readonly editorToken: string;
  /** Whether to seed sample subscribers and send the sample issue. */
  readonly demo: boolean;
  readonly help: boolean;
};

export const HELP = `Usage: npm start -- [options]

  --port N             port to serve on (8787)
  --persist-to FOLDER  state folder (.copydesk); a second copy beside the first needs another one
  --var NAME:VALUE     a setting of the Worker, such as EDITOR_TOKEN:secret; may be repeated. PLAN:paid sends as fast as
                       on Workers Paid; without it a copy sends as on the free plan, which is PLAN in wrangler.toml
  --no-demo            serve only: no sample subscribers, no sample issue
  --help               this text`;

export function readOptions(args: readonly string[]): Result<StartOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8787' },
        'persist-to': { type: 'string', default: join(ROOT, '.copydesk') },
        var: { type: 'string', multiple: true, default: [] },
        'no-demo': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      return err(`--port takes 1 to 65535, not ${values.port}.`);
    const malformed = values.var.find((pair) => !/^[A-Z][A-Z0-9_]*:/.test(pair));
    if (malformed !== undefined) return err(`--var takes NAME:VALUE, not ${malformed}.`);
    const token = values.var.findLast((pair) => pair.startsWith('EDITOR_TOKEN:'));
    return ok({
      port,
      stateFolder: resolve(values['persist-to']),
      vars: values.var,
      editorToken: token?.slice('EDITOR_TOKEN:'.length) ?? 'dev',
      demo: !values['no-demo'],
      help: values.help,
    });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
