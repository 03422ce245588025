// The same mail as most newsletters are made: React Email's own `render`, once per recipient. A Worker of its own,
// since ours leaves that function out of its bundle.

import { render } from '@react-email/components';
import { createElement } from 'react';
import { publication } from '../../content/publication.ts';
import DigestMail, { type DigestMailProps } from '../../emails/digest.tsx';

export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (url.pathname === '/health') return new Response('ok');
    const digest = (await request.json()) as DigestMailProps['digest'];
    const times = Number(url.searchParams.get('times') ?? '1');
    const isWithText = url.searchParams.get('text') === 'yes';
    let bytes = 0;
    for (let n = 0; n < times; n += 1) {
      const unsubscribeUrl = `https://news.example.com/unsubscribe/${n}.${'x'.repeat(43)}`;
      const mail = createElement(DigestMail, {
        digest,
        publication,
        unsubscribeUrl,
        web: null,
      } as DigestMailProps);
      bytes += (await render(mail)).length;
      if (isWithText) bytes += (await render(mail, { plainText: true })).length;
    }
    return Response.json({ bytes });
  },
} satisfies ExportedHandler;
