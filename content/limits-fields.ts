// What each limit of limits.ts may hold, checked together with the publication.

import { type Fields, group, type Mistake, wholeNumber } from './field.ts';
import type { Limits } from './limits.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const toOneAddress = group<Limits['confirmations']>({
  everyMs: wholeNumber(0, DAY_MS),
  aDay: wholeNumber(1, 100),
});

const FIELDS: Fields<Limits> = {
  confirmations: toOneAddress,
  visitLinks: toOneAddress,
  moves: toOneAddress,
  signupLastsMs: wholeNumber(HOUR_MS, 90 * DAY_MS),
  dataLinkLastsMs: wholeNumber(MINUTE_MS, 7 * DAY_MS),
  sessionLastsMs: wholeNumber(MINUTE_MS, 365 * DAY_MS),
  sessionRenewedEveryMs: wholeNumber(0, 365 * DAY_MS),
  formAnswerMs: wholeNumber(0, 10 * SECOND_MS),
  networkPeriodSeconds: wholeNumber(1, 3_600),
};

/** @returns what is wrong with the limits, for the editor who set them; they may be anything at all. */
export const checkLimits = (given: unknown): readonly Mistake[] =>
  typeof given === 'object' && given !== null
    ? group(FIELDS).check(given, '')
    : [{ path: '', message: 'limits is not a group of settings in braces.' }];
