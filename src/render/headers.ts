// The headers that let a mail program leave the list, sort it and not answer it.

import type { Publication } from '../../content/publication.ts';

/** A header is one line: nothing that a report or an editor wrote can begin another (header injection). */
export const headerText = (value: string): string => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

export function headersOf(parts: {
  publication: Publication;
  linkBase: string;
  unsubscribeUrl: string;
}): Record<string, string> {
  return {
    // RFC 8058: a POST to the https address unsubscribes at once, without a page.
    'List-Unsubscribe': `<${parts.unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `<${headerText(parts.publication.listId)}>`, // RFC 2919
    'List-Help': `<${parts.linkBase}/>`, // RFC 2369
    'Auto-Submitted': 'auto-generated', // RFC 3834: no out-of-office answers
  };
}
