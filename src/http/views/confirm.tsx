/** @jsxImportSource hono/jsx */
// The pages behind the link in a confirmation mail.

import { Filled } from './filled.tsx';
import { Layout } from './layout.tsx';
import { messagePage } from './message.tsx';
import { SubscribeForm } from './subscribe.tsx';
import { maskAddress, words } from './words.ts';

export function ConfirmPage({ email }: { readonly email: string }) {
  const { confirm } = words;
  return (
    <Layout lang={words.lang} title={confirm.title}>
      <h1>{confirm.title}</h1>
      <p>
        <Filled words={confirm.text} address={maskAddress(email)} />
      </p>
      <form method="post">
        <button type="submit">{confirm.action}</button>
      </form>
    </Layout>
  );
}

export const confirmedPage = (email: string) =>
  messagePage({
    title: words.confirm.doneTitle,
    text: <Filled words={words.confirm.doneText} address={maskAddress(email)} />,
  });

export function DeadLinkPage() {
  const { confirm } = words;
  return (
    <Layout lang={words.lang} title={confirm.deadTitle}>
      <h1>{confirm.deadTitle}</h1>
      <p>{confirm.deadText}</p>
      <SubscribeForm />
    </Layout>
  );
}
