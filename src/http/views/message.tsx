/** @jsxImportSource hono/jsx */
// A page that says one thing: a refusal, a confirmation.

import type { Child } from 'hono/jsx';
import { pageWords } from '../../../content/pages.ts';
import { Layout } from './layout.tsx';
import { words } from './words.ts';

export type Notice = {
  readonly title: string;
  readonly text: Child;
  /** Of title and text, where they are not the publication's words for readers. */
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
