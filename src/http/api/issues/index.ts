// /api/issues: an issue is made of reports, previewed, approved by the hash of that preview, and sent.

import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { previewIssue } from '../../preview.ts';
import { readQuery } from '../json.ts';
import { approve } from './approval.ts';
import * as describe from './descriptions.ts';
import { changeDraft, copyIssue, createDraft, listPage, showIssue } from './drafts.ts';
import { issueListQuery } from './issue.ts';
import { move } from './move.ts';
import { decide, listUndecided } from './sending/batches.ts';
import { cancel, pauseSending, resumeSending } from './sending/control.ts';
import { showProgress } from './sending/progress.ts';
import { listRefused, refusedQuery } from './sending/refused.ts';
import { send } from './sending/send.ts';
import { listTests, sendTest } from './sending/tests.ts';
import { discard, reuseReports, takeBackToDraft } from './withdraw.ts';

export function issuesApi(deps: Deps): Hono {
  return new Hono()
    .post('/', describe.create, (c) => createDraft(deps, c))
    .get('/', describe.list, readQuery(issueListQuery), (c) => listPage(deps, c))
    .get('/:id', describe.show, (c) => showIssue(deps, c))
    .patch('/:id', describe.change, (c) => changeDraft(deps, c))
    .get('/:id/preview', describe.preview, (c) => previewIssue(deps, c, c.req.param('id')))
    .post('/:id/approve', describe.approve, (c) => approve(deps, c))

    .post('/:id/test', describe.test, (c) => sendTest(deps, c))
    .get('/:id/tests', describe.tests, (c) => listTests(deps, c))

    .post('/:id/send', describe.send, (c) => send(deps, c))
    .post('/:id/cancel', describe.cancel, (c) => cancel(deps, c))
    .get('/:id/progress', describe.progress, (c) => showProgress(deps, c))
    .post('/:id/pause', describe.pause, (c) => pauseSending(deps, c))
    .post('/:id/resume', describe.resume, (c) => resumeSending(deps, c))

    .get('/:id/batches', describe.batches, (c) => listUndecided(deps, c))
    .post('/:id/batches/:batch/decide', describe.decide, (c) => decide(deps, c))
    .get('/:id/refused', describe.refused, readQuery(refusedQuery), (c) => listRefused(deps, c))

    .post('/:id/draft', describe.draft, (c) => takeBackToDraft(deps, c))
    .post('/:id/move', describe.move, (c) => move(deps, c))
    .post('/:id/discard', describe.discard, (c) => discard(deps, c))
    .post('/:id/reuse', describe.reuse, (c) => reuseReports(deps, c))
    .post('/:id/copy', describe.copy, (c) => copyIssue(deps, c));
}
