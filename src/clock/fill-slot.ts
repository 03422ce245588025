// The issue of a slot, made of the new reports: files are stored, each report is cleaned, the issue is composed and
// rendered, and the slot is decided. The next tick can continue after each of these steps.

import type { Prepared } from '../issue/index.ts';
import { NO_WORDS } from '../issue/options.ts';
import { fillTitles, MAX_RAW_BYTES, readWork, syncNamedReports } from '../store/index.ts';
import { type Candidate, cleanNew } from './cleaning.ts';
import type { ClockDeps, Content } from './deps.ts';
import { freezeOnce } from './freeze-once.ts';
import { closeSlot, settleSlot } from './settle-slot.ts';
import type { Filled } from './slots.ts';

export async function fillSlot(
  deps: ClockDeps,
  slot: number,
  isPressed: boolean,
  { publication, reports }: Content,
): Promise<Filled> {
  const skipped = await syncFiles(deps, reports ?? (await import('../../content/reports.gen.ts')).reports);
  const { usable, left, isWaiting, works } = await cleanNew(deps, isPressed);
  const note = [...skipped, ...left].join(' ') || null;
  if (isWaiting) return { outcome: 'waiting', note };
  if (usable.length === 0) {
    await closeSlot(deps, { audience: 'every', startsAt: slot, outcome: 'nothing-new', note }, works);
    return { outcome: 'nothing-new', note };
  }
  const used = usable.map(({ key }) => key);
  const order = { audience: 'every', slot, parts: used } as const;
  const made = await freezeOnce(deps, publication, order, async ({ composeIssue }) =>
    composeIssue(NO_WORDS, await readPrepared(deps, usable), { publication }),
  );
  const outcome = await settleSlot(deps, order, made, {
    publication,
    policy: publication.sending.policy,
    reportIds: usable.map(({ id }) => id),
    note,
    sameContentNote: note,
    used,
    works,
  });
  return { outcome, note };
}

/** Reports from files were stored before they were cleaned, so their titles are known only now. */
async function readPrepared(deps: ClockDeps, usable: readonly Candidate[]): Promise<Prepared[]> {
  const contents = await readWork(
    deps.db,
    usable.map(({ key }) => key),
  );
  const prepared = usable.map(({ key }) => JSON.parse(contents.get(key) ?? '') as Prepared);
  const titles = usable.flatMap(({ id, title }, index) => {
    const found = prepared[index]?.printed.title ?? null;
    return title === null && found !== null ? [{ id, title: found }] : [];
  });
  await fillTitles(deps.db, titles);
  return prepared;
}

/**
 * Stores new files of content/reports, samples only locally. Nothing is cleaned yet, so no text can delay this.
 * @returns for an editor: one sentence about each file that is left out.
 */
async function syncFiles(deps: ClockDeps, files: NonNullable<Content['reports']>): Promise<string[]> {
  const { readMeta } = await import('../clean/index.ts');
  const skipped: string[] = [];
  const describe = ({ name, raw }: { name: string; raw: string }) => {
    const meta = readMeta(raw);
    const problem = !meta.ok
      ? meta.error.message
      : new TextEncoder().encode(raw).length > MAX_RAW_BYTES
        ? 'The text is larger than 1.9 MB.'
        : null;
    if (!meta.ok || problem !== null) {
      skipped.push(`content/reports/${name} is left out: ${problem}`);
      return null;
    }
    const isSample = meta.value.sample === true;
    if (isSample && !deps.config.local) return null;
    return { name, raw, title: meta.value.title ?? null, isSample };
  };
  await syncNamedReports(deps.db, files, describe, deps.now());
  return skipped;
}
