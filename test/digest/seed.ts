// The seed report as its gold says that it comes out of the cleaner.

import type { Report } from '../../src/clean/report.ts';
import gold from '../fixtures/digest/seed.json' with { type: 'json' };
import { reportFrom } from './report-from.ts';

export const seedReport: Report = reportFrom(gold, {
  sources: ['CNN', 'Institute for the Study of War (ISW)'],
});
