// How times are written on the desk, which speaks English: by the publication's clock.

import { formatDayAndTime } from '../../../content/dates.ts';
import { publication } from '../../../content/publication.ts';

export const formatTime = (milliseconds: number): string =>
  formatDayAndTime('en', publication.timeZone, milliseconds);
