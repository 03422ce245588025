// A small digest for React Email's preview tool.

import type { Digest } from '../src/digest/index.ts';

const stats = { passages: 9, printed: 6, duplicate: 1, promo: 1, boilerplate: 1, markup: 0 };

export const example: Digest = {
  lang: 'en',
  dir: 'ltr',
  subject: 'The lamp room closes after a hundred years',
  preheader: 'The last keeper leaves the Skerry light in October, and a cable takes over.',
  title: 'The lamp room closes after a hundred years',
  sample: false,
  receipt: stats,
  stories: [
    {
      id: 'story-1',
      lang: 'en',
      dir: 'ltr',
      title: 'The lamp room closes after a hundred years',
      dek: 'The last keeper leaves the Skerry light in October, and a cable takes over.',
      sections: [
        {
          heading: 'A quiet shift',
          blocks: [
            { kind: 'paragraph', text: 'The keeper climbs 142 steps four times a night. He has counted.' },
          ],
        },
      ],
      faq: [{ question: 'Will the light go out?', answer: ['No. It will be run from the mainland.'] }],
      sources: ['Harbour Board'],
      stats,
    },
  ],
};
