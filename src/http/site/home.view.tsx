/** @jsxImportSource hono/jsx */
// The front page: what this is, and in a local copy where to look.

import type { Publication } from '../../../content/publication.ts';
import { SubscribeForm } from '../readers/subscribe.view.tsx';
import { Layout } from '../views/layout.tsx';

export type HomeProps = { readonly publication: Publication; readonly local: boolean };

export function Home({ publication, local }: HomeProps) {
  return (
    <Layout lang={publication.language} title={publication.name} kind="front">
      <SubscribeForm />
      {local && (
        <section lang="en" dir="ltr">
          <h2>This is a local copy of Copydesk</h2>
          <p>
            Copydesk turns messy reports into a digest in which every cut is accounted for, and sends each
            issue to every subscriber exactly once. Here no mail leaves the machine: it lands in the outbox.
          </p>
          <ul>
            <li>
              <a href="/desk/preview">Preview of the newest issue</a>
            </li>
            <li>
              <a href="/desk/outbox">Outbox</a>
            </li>
            <li>
              <a href="/desk">Desk</a>
            </li>
            <li>
              <a href="/api/openapi.json">HTTP interface</a>
            </li>
          </ul>
        </section>
      )}
    </Layout>
  );
}
