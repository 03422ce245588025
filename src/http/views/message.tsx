/** @jsxImportSource hono/jsx */
// A page that says one thing: a refusal, a confirmation.

import { Layout } from './layout.tsx';

export type Message = { readonly title: string; readonly text: string };

export function messagePage({ title, text }: Message) {
  return (
    <Layout title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="/">To the front page</a>
      </p>
    </Layout>
  );
}
