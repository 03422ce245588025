// How times are written on the desk: in the publication's zone, unmistakable.

import { publication } from '../../../content/publication.ts';

const format = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: publication.timeZone,
});

export const formatTime = (milliseconds: number): string => format.format(milliseconds);
