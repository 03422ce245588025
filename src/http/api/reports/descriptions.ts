// What OpenAPI says about the routes of /api/reports. Who may use them is said at the mount.

import { describeRoute } from 'hono-openapi';
import { rawReportBody } from '../clean/raw-report.ts';
import { jsonAnswer, jsonBody, problems } from '../describe.ts';
import {
  changeSchema,
  createdSchema,
  overridesSchema,
  reportListSchema,
  storedReportSchema,
} from './report.ts';

export const create = describeRoute({
  summary: 'Store a raw report or an HTML page',
  requestBody: rawReportBody,
  responses: { 201: jsonAnswer('It is stored', createdSchema), ...problems(415, 422) },
});

export const list = describeRoute({
  summary: 'List the reports',
  responses: { 200: jsonAnswer('A page of the list', reportListSchema), ...problems(422) },
});

export const show = describeRoute({
  summary: 'Show a report: its raw text, and the result of cleaning it',
  responses: { 200: jsonAnswer('The report', storedReportSchema), ...problems(404) },
});

export const change = describeRoute({
  summary: "Replace a report's raw text",
  description:
    'Drafts change with it; an approved issue keeps its bytes. An override stays as long as its passage does.',
  requestBody: {
    ...rawReportBody,
    content: { ...rawReportBody.content, ...jsonBody(changeSchema).content },
  },
  responses: { 200: jsonAnswer('The report', storedReportSchema), ...problems(404, 415, 422) },
});

export const decide = describeRoute({
  summary: 'Decide about passages: restore a dropped one, drop a printed one, or add your own',
  description:
    'The list replaces the earlier one, so an empty list undoes everything. A decision whose passage is no longer in ' +
    'the text is kept, has no effect, and is listed in `report.unmatched`.',
  requestBody: jsonBody(overridesSchema),
  responses: { 200: jsonAnswer('The report', storedReportSchema), ...problems(404, 415, 422) },
});

export const retry = describeRoute({
  summary: 'Let the clock try a report again',
  description:
    'Cleaning a text may take longer than the platform allows. After three tries that did not finish, the clock leaves ' +
    'the report out and names it in the note of the slot. It tries again after this request, or when the text or its ' +
    'overrides change.',
  responses: { 204: { description: 'The next issue may include it' }, ...problems(404) },
});

export const remove = describeRoute({
  summary: 'Delete a report that is in no issue',
  responses: { 204: { description: 'It is deleted' }, ...problems(404, 409) },
});
