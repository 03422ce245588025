// How times are written on the desk, which speaks English: by the publication's clock.

import { sayDayAndTime } from '../../../content/dates.ts';
import { publication } from '../../../content/publication.ts';

export const formatTime = (milliseconds: number): string =>
  sayDayAndTime('en', publication.timeZone, milliseconds);
