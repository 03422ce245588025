import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort, killGroup, makeStateFolder, spawnGroup, until } from '../support/local-copy.ts';
import { copyMigratedFolder } from '../support/migrated-folder.ts';
import { copyProject, type OwnProject } from '../support/own-project.ts';

const FILE = 'content/publication.ts';

let project: OwnProject;
beforeAll(() => {
  project = copyProject();
});
afterEach(() => project.restore(FILE));
afterAll(() => project.remove());

async function run(script: string, ...args: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawnGroup([join(project.path, 'src/cli', script), ...args]);
  const [code] = await once(child.process, 'close');
  return { code: code as number, output: child.output() };
}

const lineOf = (text: string): number =>
  readFileSync(join(project.path, FILE), 'utf8').split(text)[0]!.split('\n').length;

describe('before anything is checked further or deployed', () => {
  it('a mistake in limits.ts is shown with its line', async () => {
    const limits = 'content/limits.ts';
    project.edit(limits, 'formAnswerMs: 250', 'formAnswerMs: -1');
    const line = readFileSync(join(project.path, limits), 'utf8')
      .split('formAnswerMs')[0]!
      .split('\n').length;
    const { code, output } = await run('settings/check-publication.ts');
    project.restore(limits);
    expect(code).toBe(1);
    expect(output).toContain(
      `${limits}:${line}  formAnswerMs is -1. It must be a whole number from 0 to 10000.`,
    );
  });

  it('each mistake in publication.ts is shown with its line and the way out', async () => {
    project.edit(FILE, "days: ['mon',", "days: ['monday',");
    project.edit(FILE, "'Europe/London'", "'Europe/Londn'");
    project.edit(FILE, '  listId:', '  listID:');
    const { code, output } = await run('settings/check-publication.ts');
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      `${FILE}:${lineOf("'Europe/Londn'")}  timeZone is 'Europe/Londn'. It must be an IANA time zone such as 'Europe/London' or 'UTC'. Did you mean 'Europe/London'?`,
      `${FILE}:${lineOf('listID')}  listID is not a setting. Did you mean listId?`,
      `${FILE}:${lineOf("'monday'")}  sending.days[0] is 'monday'. It must be 'mon', 'tue', 'wed', 'thu', 'fri', 'sat' or 'sun'. Did you mean 'mon'?`,
    ]);
  });

  it.each([
    ['issuesOnWeb: true,', 'issuesOnWeb: true', /:\d+ {2}This cannot be read: Expected "}"/],
    [
      "name: 'The Second Read',",
      'name: The,',
      /:\d+ {2}This cannot be run: The is not defined\. Text stands in quotes/,
    ],
    ['export const publication', 'const publication', /must hold "export const publication/],
    ['  accent:', "  accent: '#000000',\n  accent:", /:\d+ {2}accent stands there twice/],
  ])(
    'a file that is no publication is told in a line, not in a stack: %j as %j',
    async (from, to, sentence) => {
      project.edit(FILE, from, to);
      const { code, output } = await run('settings/check-publication.ts');
      expect(code).toBe(1);
      expect(output.trim()).toMatch(sentence);
      expect(output.trim().split('\n')).toHaveLength(1);
    },
  );

  it('check and deploy begin with it', () => {
    const { scripts } = JSON.parse(readFileSync(join(project.path, 'package.json'), 'utf8'));
    expect(scripts['check:content']).toBe('node src/cli/settings/check-publication.ts');
    expect(scripts.check).toMatch(/^npm run check:content && /);
    expect(scripts.deploy).toMatch(/^npm run check:content && /);
  });
});

describe('npm start', () => {
  it('does not begin with a mistake in publication.ts', async () => {
    project.edit(FILE, "  policy: 'send',\n    lateByHours: 3", "  policy: 'sned',\n    lateByHours: 3");
    const { code, output } = await run('start.ts', '--port', String(await findFreePort()));
    expect(code).toBe(1);
    expect(output).toContain(`${FILE}:${lineOf("policy: 'sned',")}  sending.policy is 'sned'.`);
    expect(output).not.toContain('Starting');
  });

  it('survives a bad save, says so, and goes on serving what it had', async () => {
    const state = makeStateFolder();
    await copyMigratedFolder(state.path);
    const port = await findFreePort();
    const copy = spawnGroup([
      join(project.path, 'src/cli/start.ts'),
      ...['--port', String(port), '--persist-to', state.path, '--no-demo'],
    ]);
    const frontPage = async (): Promise<string> => {
      const response = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(30_000) });
      return response.text();
    };
    const untilPrinted = (text: string) =>
      until(
        () => copy.output().includes(text),
        () => `"${text}" in:\n${copy.output()}`,
      );
    await untilPrinted('Ctrl-C stops everything');

    project.edit(FILE, "policy: 'send'", "policy: 'sned'");
    project.edit(FILE, "name: 'The Second Read'", "name: 'The Third Read'");
    await untilPrinted('goes on with what it had before');
    expect(copy.output()).toContain("sending.policy is 'sned'");
    expect(await frontPage()).toContain('The Second Read');

    project.edit(FILE, "policy: 'sned'", "policy: 'send'");
    await untilPrinted('What was saved is in use');
    await until(
      async () => (await frontPage()).includes('The Third Read'),
      () => 'the new name on the front page',
    );
    killGroup(copy.pid);
    await once(copy.process, 'exit');
    state.remove();
  }, 300_000);
});
