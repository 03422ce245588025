import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findFreePort,
  type LocalCopy,
  makeStateFolder,
  runStart,
  type StateFolder,
  startLocalCopy,
  startLocalCopyAsItIs,
} from '../support/local-copy.ts';
import { copyMigratedFolder } from '../support/migrated-folder.ts';

describe('npm start', () => {
  let state: StateFolder;
  let copy: LocalCopy;

  beforeAll(async () => {
    state = makeStateFolder();
    copy = await startLocalCopyAsItIs({ stateFolder: state.path });
    await copy.untilPrinted('Ctrl-C stops everything');
  });
  afterAll(async () => {
    await copy.kill();
    state.remove();
  });

  it('sends the sample to the outbox and gives an account of it', () => {
    expect(copy.output()).toMatch(/Sent issue 1: \S/);
    expect(copy.output()).toMatch(/passages +\d+ came in, \d+ are printed/);
    expect(copy.output()).toMatch(
      /dropped +\d+ repeats, \d+ pointers to other stories, \d+ pieces of page clutter/,
    );
    expect(copy.output()).toMatch(/html +[\d.]+ KB/);
    expect(copy.output()).toMatch(/outbox +5 mails/);
  });

  it('says where to look, with a command that previews the sample', () => {
    expect(copy.output()).toContain(`${copy.url}/`);
    expect(copy.output()).toContain(`${copy.url}/api/preview`);
  });

  it('refuses a second copy on the same state folder, which would send from the same tables', async () => {
    const port = String(await findFreePort());
    const { code, output } = await runStart(['--persist-to', state.path, '--port', port]);
    expect(code).toBe(1);
    expect(output).toContain('Another Copydesk already runs');
  });

  it('refuses a port that is taken, and says so', async () => {
    const other = makeStateFolder();
    await copyMigratedFolder(other.path);
    const { code, output } = await runStart(['--persist-to', other.path, '--port', new URL(copy.url).port]);
    other.remove();
    expect(code).toBe(1);
    expect(output).toContain('is taken');
  });

  it('says which setting is wrong, and ends', async () => {
    const other = makeStateFolder();
    await copyMigratedFolder(other.path);
    const { code, output } = await runStart([
      ...['--persist-to', other.path, '--port', String(await findFreePort())],
      ...['--var', 'MAILER:pigeon'],
    ]);
    other.remove();
    expect(code).toBe(1);
    expect(output).toContain('MAILER is "pigeon"');
  });

  it.each([
    [['--port', 'abc'], '--port takes'],
    [['--prot', '1'], '--prot'],
    [['--var', 'nonsense'], 'NAME:VALUE'],
  ])('explains itself when it is called with %j', async (args, message) => {
    const { code, output } = await runStart(args);
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).toContain('Usage');
  });

  it('takes over at once what a kill has left, and stops at Ctrl-C', async () => {
    await copy.kill();
    copy = await startLocalCopy({ stateFolder: state.path });
    await copy.untilPrinted('Ctrl-C stops everything');
    expect(copy.output()).toMatch(/Nothing new: issue 1 was sent before, and nobody gets it twice/);
    expect(copy.output()).toMatch(/outbox +5 mails/);
    expect(await copy.interrupt()).toBe(0);
    expect(copy.output()).toContain('Stopped.');
  });
});
