/** @jsxImportSource hono/jsx */
// A page with one message: a refusal, a confirmation.

import type { Child } from 'hono/jsx';
import { pageWords } from '../../../content/pages.ts';
import { Layout } from './layout.tsx';
import { words } from './words.ts';

export type Notice = {
  readonly title: string;
  readonly text: Child;
  /** The language of title and text, if it is not the publication's. */
  readonly lang?: string;
};

export function messagePage({ title, text, lang = words.lang }: Notice) {
  return (
    <Layout lang={lang} title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="/">{pageWords(lang).trouble.toFront}</a>
      </p>
    </Layout>
  );
}
