// What OpenAPI says about the routes of /api/subscribers. Who may use them is said at the mount.

import { describeRoute } from 'hono-openapi';
import { jsonAnswer, jsonBody, problems, textSchema } from '../describe.ts';
import { importSchema, suppressSchema } from './import/report.ts';
import {
  addedSchema,
  detailSchema,
  newSubscriberSchema,
  subscriberListSchema,
  subscriberSchema,
} from './subscriber.ts';

const csvBody = { required: true, content: { 'text/csv': textSchema } };

export const importCsv = describeRoute({
  summary: 'Import subscribers from CSV with a header line `email,name`',
  description:
    'Sends no mail. Good rows are stored, bad rows are listed. Repeating an import changes nothing, and continues one ' +
    'that was interrupted. Exports of eighteen services and of Copydesk are understood by their headers, in six ' +
    'languages, so people who unsubscribed there stay unsubscribed here; `columns` says how each column was read. A ' +
    'column that may say who unsubscribed, but is not understood, stops the import before anything is stored (422, ' +
    '`reason: unclear-columns`): say what it means with `state`, `left`, `agreed` or `ignore`. A column `frequency` may ' +
    'say `every` or `weekly`; the choice of an existing subscriber stays. UTF-8, UTF-16 with a byte order mark, or the ' +
    'charset of the content type.',
  requestBody: csvBody,
  responses: { 200: jsonAnswer('All rows were read', importSchema), ...problems(415, 422, 503) },
});

export const suppressCsv = describeRoute({
  summary: 'Take the addresses of a CSV list out for good, subscribed or not',
  description: 'The header names the column of the addresses, such as `email`; other columns are ignored.',
  requestBody: csvBody,
  responses: { 200: jsonAnswer('All rows were read', suppressSchema), ...problems(415, 422, 503) },
});

export const exportCsv = describeRoute({
  summary: 'Export the subscribers as CSV: email,name,state,frequency',
  responses: {
    200: {
      description:
        'All subscribers except those who were erased. What a spreadsheet would run as a formula is neutralised',
      content: { 'text/csv': textSchema },
    },
  },
});

export const list = describeRoute({
  summary: 'List the subscribers',
  responses: { 200: jsonAnswer('A page of the list', subscriberListSchema), ...problems(422) },
});

export const add = describeRoute({
  summary: 'Add a subscriber who has agreed, or ask them by mail',
  description:
    'An existing subscriber keeps their name. People who unsubscribed, bounced, complained, were suppressed or asked to ' +
    'be forgotten do not become active again; people who unsubscribed can be asked by mail.',
  requestBody: jsonBody(newSubscriberSchema),
  responses: {
    200: jsonAnswer('The subscriber existed already', addedSchema),
    201: jsonAnswer('The subscriber is new', addedSchema),
    ...problems(409, 415, 422, 503),
  },
});

export const show = describeRoute({
  summary: 'Show a subscriber and what they agreed to',
  responses: { 200: jsonAnswer('The subscriber', detailSchema), ...problems(404) },
});

export const unsubscribe = describeRoute({
  summary: 'Unsubscribe a reader at their request; they can subscribe again',
  responses: { 200: jsonAnswer('Their current state', subscriberSchema), ...problems(404) },
});

export const suppress = describeRoute({
  summary: 'Take a reader out for good: no form, link or import brings them back',
  responses: { 200: jsonAnswer('Their current state', subscriberSchema), ...problems(404) },
});

export const release = describeRoute({
  summary: 'Allow a bounced, complaining or suppressed reader to subscribe again; sends nothing',
  responses: { 200: jsonAnswer('Their current state', subscriberSchema), ...problems(404, 409) },
});

export const erase = describeRoute({
  summary: 'Erase a reader; a keyed hash of the address stays, so that no import brings them back',
  responses: { 200: jsonAnswer('The empty row', subscriberSchema), ...problems(404, 503) },
});
