// Times on the desk: in English, and in the publication's time zone.

import { formatDayAndTime } from '../../../content/dates.ts';
import { publication } from '../../../content/publication.ts';

export const formatTime = (milliseconds: number): string =>
  formatDayAndTime('en', publication.timeZone, milliseconds);
