// While a domain is warming up, sending an issue takes days. The answer to an approval says how many.

import * as z from 'zod';
import { formatDay } from '../../../../../content/dates.ts';
import { publication } from '../../../../../content/publication.ts';
import type { Forecast } from '../../../../deliver/index.ts';
import { log } from '../../../../log.ts';
import type { Issue } from '../../../../store/index.ts';
import type { Deps } from '../../../deps.ts';
import { toTime } from '../../../timestamp.ts';
import { timeSchema } from '../../pagination.ts';
import { issueSchema, toIssueJson } from '../issue.ts';

export const approvedSchema = issueSchema.extend({
  warmUp: z
    .object({
      days: z.int().describe('How many days the sending takes, from its first mail'),
      until: timeSchema.describe('Approximate'),
      text: z.string().describe('The same in a sentence'),
    })
    .nullable()
    .describe('How long the sending takes while the domain is warming up; null if there is no daily limit'),
});

export async function toApprovedJson(deps: Deps, issue: Issue): Promise<z.infer<typeof approvedSchema>> {
  const forecast = await readForecast(deps, issue);
  return {
    ...toIssueJson(issue),
    warmUp: forecast && {
      days: forecast.days,
      until: toTime(forecast.endsAt),
      text: describeForecast(forecast),
    },
  };
}

/** An approval succeeds even if the Postmaster does not answer. */
async function readForecast(deps: Deps, { id, audience, scheduledAt }: Issue): Promise<Forecast | null> {
  try {
    return await deps.postmaster().forecast(id, audience, scheduledAt ?? deps.now());
  } catch (error) {
    log('fault', { where: 'forecasting an issue', error });
    return null;
  }
}

export function describeForecast({ days, endsAt }: Forecast, timeZone = publication.timeZone): string {
  const cap = 'The domain is warming up, so only a limited number of mails is sent in a day.';
  return days === 1
    ? `${cap} All mails of this issue fit into one.`
    : `${cap} This issue takes about ${days} days, until ${formatDay('en', timeZone, endsAt)}.`;
}
