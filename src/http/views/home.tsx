/** @jsxImportSource hono/jsx */
// The front page: what this is, and in local development where to look.

import type { Publication } from '../../../content/publication.ts';
import { Layout } from './layout.tsx';

export type HomeProps = { readonly publication: Publication; readonly local: boolean };

export function Home({ publication, local }: HomeProps) {
  return (
    <Layout title={publication.name}>
      <h1>{publication.name}</h1>
      <p class="lead">{publication.tagline}</p>
      {local && (
        <section>
          <h2>This is a local copy of Copydesk</h2>
          <p>
            It cleans messy reports, renders them as a digest and sends each issue once to every subscriber.
            Here no mail leaves the machine.
          </p>
          <ul>
            <li>
              <a href="/api/openapi.json">The HTTP interface</a>
            </li>
          </ul>
        </section>
      )}
    </Layout>
  );
}
