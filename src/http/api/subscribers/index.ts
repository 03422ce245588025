// /api/subscribers: the audience, one by one and as CSV.

import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { limitBody, MB, requireType } from '../../guards.ts';
import { readQuery } from '../json.ts';
import { addSubscriber } from './add.ts';
import { exportList, importList, suppressList } from './csv-files.ts';
import * as describe from './descriptions.ts';
import { importQuery, suppressQuery } from './import/report.ts';
import { listPage, showSubscriber } from './read.ts';
import { erase, release, suppress, unsubscribeReader } from './remove.ts';
import { subscriberListQuery } from './subscriber.ts';

export function subscribersApi(deps: Deps): Hono {
  const csv = [requireType('text/csv'), limitBody(25 * MB)] as const;
  return new Hono()
    .post('/import', describe.importCsv, ...csv, readQuery(importQuery), (c) => importList(deps, c))
    .post('/suppress', describe.suppressCsv, ...csv, readQuery(suppressQuery), (c) => suppressList(deps, c))
    .get('/export', describe.exportCsv, (c) => exportList(deps, c))

    .get('/', describe.list, readQuery(subscriberListQuery), (c) => listPage(deps, c))
    .post('/', describe.add, (c) => addSubscriber(deps, c))
    .get('/:id{[0-9]+}', describe.show, (c) => showSubscriber(deps, c))
    .post('/:id{[0-9]+}/unsubscribe', describe.unsubscribe, (c) => unsubscribeReader(deps, c))
    .post('/:id{[0-9]+}/suppress', describe.suppress, (c) => suppress(deps, c))
    .post('/:id{[0-9]+}/release', describe.release, (c) => release(deps, c))
    .delete('/:id{[0-9]+}', describe.erase, (c) => erase(deps, c));
}
