/** @jsxImportSource hono/jsx */
// The local outbox: the mails that would have been sent, each as HTML, text and headers.

import type { OutboxEntry, StoredMail } from '../../store/index.ts';
import { Layout } from '../views/layout.tsx';
import { formatTime } from './format.ts';
import { DeskNav } from './nav.view.tsx';

export type OutboxProps = {
  readonly mails: readonly OutboxEntry[];
  readonly isLocal: boolean;
  readonly pageSize: number;
};

export function OutboxPage({ mails, isLocal, pageSize }: OutboxProps) {
  const last = mails.length === pageSize ? mails.at(-1) : undefined;
  return (
    <Layout title="Outbox" kind="desk">
      <DeskNav />
      <h1>Outbox</h1>
      <p class="lead">
        {isLocal
          ? 'The mails that a local copy would have sent. None of them has left the machine.'
          : 'Mail is sent through Resend; the outbox keeps only the mail of a local copy.'}
      </p>
      {mails.length === 0 ? (
        <p>The outbox is empty.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">To</th>
              <th scope="col">Subject</th>
              <th scope="col">Stored</th>
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <tr>
                <td>{mail.to}</td>
                <td>
                  <a href={`/desk/outbox/${mail.id}`}>{mail.subject}</a>
                </td>
                <td>{formatTime(mail.storedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {last !== undefined && (
        <p>
          <a href={`/desk/outbox?before=${last.id}`}>Older mails</a>
        </p>
      )}
    </Layout>
  );
}

export function MailPage({ mail }: { readonly mail: StoredMail }) {
  const headers = { From: mail.from, To: mail.to, Subject: mail.subject, ...mail.headers };
  return (
    <Layout title={mail.subject} kind="desk">
      <DeskNav />
      <h1>{mail.subject}</h1>
      <p class="quiet">
        To {mail.to}, stored {formatTime(mail.storedAt)}.{' '}
        <a href={`/desk/outbox/${mail.id}/html`}>HTML only</a>,{' '}
        <a href={`/desk/outbox/${mail.id}/text`}>text only</a>.
      </p>
      <h2>HTML</h2>
      <iframe title="The HTML part" src={`/desk/outbox/${mail.id}/html`} />
      <h2>Text</h2>
      <pre>{mail.text}</pre>
      <h2>Headers</h2>
      <pre>
        {Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n')}
      </pre>
      <h2>Tags</h2>
      <pre>{mail.tags.map((tag) => `${tag.name}: ${tag.value}`).join('\n')}</pre>
    </Layout>
  );
}
