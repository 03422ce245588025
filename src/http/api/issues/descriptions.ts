// What OpenAPI says about the routes of /api/issues. Who may use them is said at the mount.

import { describeRoute } from 'hono-openapi';
import { jsonAnswer, jsonBody, problems, textSchema } from '../describe.ts';
import { previewAnswer } from '../preview.ts';
import { changeSchema, createdSchema, issueListSchema, issueSchema, newIssueSchema } from './issue.ts';
import { decisionSchema, undecidedSchema } from './sending/batches.ts';
import { approvedSchema } from './sending/forecast.ts';
import { progressSchema, STREAM_EVENTS } from './sending/progress.ts';
import { refusedListSchema } from './sending/refused.ts';
import { moveSchema, sendSchema } from './sending/send.ts';
import { newTestSchema, queuedTestSchema, testListSchema } from './sending/tests.ts';

const ifMatch = {
  in: 'header',
  name: 'If-Match',
  required: true,
  description: 'The ETag of the preview that the editor approves',
  ...textSchema,
} as const;

export const create = describeRoute({
  summary: 'Make a draft of one or more reports, or of the issues of the week',
  requestBody: jsonBody(newIssueSchema),
  responses: { 201: jsonAnswer('The draft', createdSchema), ...problems(415, 422) },
});

export const list = describeRoute({
  summary: 'List the issues',
  responses: { 200: jsonAnswer('A page of the list', issueListSchema), ...problems(422) },
});

export const show = describeRoute({
  summary: 'Show an issue',
  responses: { 200: jsonAnswer('The issue', issueSchema), ...problems(404) },
});

export const change = describeRoute({
  summary: 'Change a draft',
  description:
    'Members that are missing stay as they are. Every change that shows in the mail changes its ETag.',
  requestBody: jsonBody(changeSchema),
  responses: { 200: jsonAnswer('The draft', issueSchema), ...problems(404, 409, 415, 422) },
});

export const preview = describeRoute({
  summary: 'Preview an issue, byte for byte',
  description:
    'Answers by Accept. The ETag is the SHA-256 of the bytes that approval froze or would freeze, the same for all types.',
  responses: {
    200: { ...previewAnswer, headers: { ETag: textSchema } },
    ...problems(404, 422),
  },
});

export const approve = describeRoute({
  summary: 'Approve the preview: from now on its bytes are frozen',
  parameters: [ifMatch],
  responses: { 200: jsonAnswer('The approved issue', approvedSchema), ...problems(404, 409, 412, 422, 428) },
});

export const test = describeRoute({
  summary: 'Send the issue to one address, with the links of an example reader',
  description: 'For the outcome see `GET /api/issues/{id}/tests`.',
  requestBody: jsonBody(newTestSchema),
  responses: { 202: jsonAnswer('It is queued', queuedTestSchema), ...problems(404, 415, 422) },
});

export const tests = describeRoute({
  summary: 'List the test sends of an issue in the last week, newest first',
  responses: { 200: jsonAnswer('The test sends with their outcomes', testListSchema), ...problems(404) },
});

export const send = describeRoute({
  summary: 'Approve the preview, and send it to all subscribers',
  description: 'Repeating it sends nothing twice: the answer names the same run.',
  parameters: [ifMatch],
  requestBody: jsonBody(sendSchema, false),
  responses: {
    202: jsonAnswer('It is being sent, or is scheduled', approvedSchema),
    ...problems(404, 409, 412, 415, 422, 428),
  },
});

export const cancel = describeRoute({
  summary: 'Stop the sending for good; mail that was already sent stays sent',
  responses: { 200: jsonAnswer('How far it got', progressSchema), ...problems(404, 409) },
});

export const progress = describeRoute({
  summary: 'Show how far the sending is',
  description: `As JSON, or with Accept: text/event-stream as ${STREAM_EVENTS} events, one per second.`,
  responses: {
    200: {
      description: 'The figures',
      content: { ...jsonAnswer('', progressSchema).content, 'text/event-stream': textSchema },
    },
    ...problems(404),
  },
});

export const pause = describeRoute({
  summary: 'Pause the sending',
  responses: { 200: jsonAnswer('How far it is', progressSchema), ...problems(404, 409) },
});

export const resume = describeRoute({
  summary: 'Resume a paused sending',
  responses: { 200: jsonAnswer('How far it is', progressSchema), ...problems(404, 409) },
});

export const batches = describeRoute({
  summary: 'List the batches that wait for a decision',
  responses: { 200: jsonAnswer('Those batches, often none', undecidedSchema), ...problems(404) },
});

export const decide = describeRoute({
  summary: 'Decide about a batch that may have been sent',
  requestBody: jsonBody(decisionSchema),
  responses: { 200: jsonAnswer('How far the issue is now', progressSchema), ...problems(404, 409, 415, 422) },
});

export const refused = describeRoute({
  summary: 'List the recipients of an issue whose mail the provider refused',
  description: 'They are the `failed` of its progress. Kept for 90 days after the sending has ended.',
  responses: { 200: jsonAnswer('A page of the list', refusedListSchema), ...problems(404, 422) },
});

export const draft = describeRoute({
  summary: 'Take an issue back to draft',
  description:
    'Cancels an issue that is approved, scheduled, or was cancelled before any mail was sent, and makes a draft of the ' +
    'same reports, subject and preheader, with its own id. Repeating it answers with the same draft.',
  responses: {
    200: jsonAnswer('The draft, which existed already', issueSchema),
    201: jsonAnswer('The draft', issueSchema),
    ...problems(404, 409),
  },
});

export const move = describeRoute({
  summary: 'Move a scheduled issue to another time',
  description:
    'Cancels it, and schedules an issue of exactly the same content in its place. That issue has its own id, and so its ' +
    'own ETag, which the answer names. Only the tag and the address on the web differ, so it needs no approval. ' +
    'Repeating it with the same time answers with the same issue.',
  requestBody: jsonBody(moveSchema),
  responses: {
    202: { ...jsonAnswer('The issue that replaces it', issueSchema), headers: { ETag: textSchema } },
    ...problems(404, 409, 415, 422),
  },
});

export const discard = describeRoute({
  summary: 'Discard a draft',
  description:
    'It is cancelled and removed from the lists. It keeps its slot and its reports, so the clock does not make it again.',
  responses: { 200: jsonAnswer('The discarded issue', issueSchema), ...problems(404, 409) },
});

export const reuse = describeRoute({
  summary: 'Use the reports of a cancelled issue again',
  description:
    'From now on the clock may use them in its next issue; for a round-up, its issues. Only for an issue of which no ' +
    'mail was sent.',
  responses: { 200: jsonAnswer('The issue, whose reports are released', issueSchema), ...problems(404, 409) },
});

export const copy = describeRoute({
  summary: 'Make a draft of the same reports, subject and preheader',
  description: 'In any state of the issue. Each call makes another draft.',
  responses: { 201: jsonAnswer('The draft', issueSchema), ...problems(404, 409) },
});
