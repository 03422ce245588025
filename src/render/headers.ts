// The headers that let a mail program leave the list, sort it and not answer it.

import type { Publication } from '../../content/publication.ts';

/** A header is one line: nothing that a report or an editor wrote can begin another (header injection). */
export const headerText = (value: string): string => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** @param parts without `unsubscribeUrl` the mail goes to nobody on the list, and says nothing of leaving it. */
export function headersOf(parts: {
  publication: Publication;
  linkBase: string;
  unsubscribeUrl: string | null;
}): Record<string, string> {
  const { publication, linkBase, unsubscribeUrl } = parts;
  const mailbox = publication.leaveMailbox === null ? null : headerText(publication.leaveMailbox);
  return {
    ...(unsubscribeUrl === null
      ? {}
      : {
          // The https address comes first: the mailbox is for programs that cannot post.
          'List-Unsubscribe': [
            `<${unsubscribeUrl}>`,
            ...(mailbox === null ? [] : [`<mailto:${mailbox}?subject=unsubscribe>`]),
          ].join(', '),
          // RFC 8058: a POST to the https address unsubscribes at once, without a page.
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
    'List-Id': `<${headerText(publication.listId)}>`, // RFC 2919
    'List-Help': `<${linkBase}/>`, // RFC 2369
    'Auto-Submitted': 'auto-generated', // RFC 3834: no out-of-office answers
  };
}

/** Where answers go. Written out even when it is the sender, so that no relay can put another there. */
export function replyToOf({ replyTo, from }: Pick<Publication, 'replyTo' | 'from'>): string {
  return headerText(replyTo ?? /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from);
}
