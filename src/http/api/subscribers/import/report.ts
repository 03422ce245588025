// The report of an import in JSON, and its query parameters.

import * as z from 'zod';
import { SUBSCRIBER_STATES } from '../../../../store/index.ts';
import { listOf } from '../../json.ts';
import { MAX_REPORTED_BAD_ROWS } from './index.ts';

const IMPORT_STATES = SUBSCRIBER_STATES.filter((state) => state !== 'erased');

export const importSchema = z.object({
  rows: z.int().describe('Rows after the header'),
  added: z.int(),
  activated: z.int().describe('Were pending, and are active now'),
  withdrawn: z
    .int()
    .describe(
      'Were subscribed, and get no more mail: the file says that they unsubscribed, bounced, complained or are suppressed',
    ),
  unchanged: z.int().describe('Existed already; people who unsubscribed stay unsubscribed'),
  erased: z.int().optional().describe('Left out, because they asked to be forgotten'),
  badRows: z.int(),
  bad: z
    .array(z.object({ line: z.int(), email: z.string(), reason: z.string() }))
    .describe(`The first ${MAX_REPORTED_BAD_ROWS} bad rows; the others were stored`),
  columns: z
    .array(
      z.object({
        column: z.string(),
        as: z
          .enum(['address', 'name', 'frequency', 'state', 'left', 'agreed', 'nothing'])
          .describe(
            '`state`: its words name the state. `left`: yes or a date means that they unsubscribed. `agreed`: no or nothing means that they get no mail. `nothing`: it was ignored',
          ),
        states: z
          .partialRecord(z.enum(IMPORT_STATES), z.int())
          .optional()
          .describe('How many rows have this state by this column'),
        unknown: z
          .array(z.object({ word: z.string(), rows: z.int() }))
          .optional()
          .describe('Unknown words: such a row is a bad row, and gets no mail'),
      }),
    )
    .optional()
    .describe('How each column was understood'),
  notes: z.array(z.string()).optional().describe('What an editor should know, such as a quota'),
});

export const suppressSchema = importSchema
  .omit({ added: true, activated: true, withdrawn: true, unchanged: true, columns: true })
  .extend({ suppressed: z.int().describe('Get no mail from now on') });

const flag = z.enum(['true', 'false']).default('false');
const columnNames = listOf(z.string().min(1).max(200), 100);
export const suppressQuery = z.object({
  dry_run: flag.describe('`true`: reports what it would do, and stores nothing'),
});
export const importQuery = suppressQuery.extend({
  confirmed: flag.describe('`true`: these people already agreed to get the mail, and are active at once'),
  state: columnNames.describe('The words of this column name the state, such as `cancelled`'),
  left: columnNames.describe('Yes, 1 or a date in this column means that they unsubscribed'),
  agreed: columnNames.describe('No, 0 or an empty field in this column means that they get no mail'),
  ignore: columnNames.describe('This column does not say whether people unsubscribed'),
});
