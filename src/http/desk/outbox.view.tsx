/** @jsxImportSource hono/jsx */
// The local outbox: the mails that would have left, each as html, text and headers.

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
          ? 'What a local copy would have sent. Nothing here has left the machine.'
          : 'Mail leaves through Resend; the outbox keeps only what a local copy sends.'}
      </p>
      {mails.length === 0 ? (
        <p>It is empty.</p>
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
        <a href={`/desk/outbox/${mail.id}/html`}>Html alone</a>,{' '}
        <a href={`/desk/outbox/${mail.id}/text`}>text alone</a>.
      </p>
      <h2>Html</h2>
      <iframe title="The html part" src={`/desk/outbox/${mail.id}/html`} />
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
