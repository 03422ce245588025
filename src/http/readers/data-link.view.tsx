/** @jsxImportSource hono/jsx */
// The pages behind a data link: all that is kept about a reader, and what they can do about it.

import type { Subscriber } from '../../store/index.ts';
import { Filled } from '../views/filled.tsx';
import { Layout } from '../views/layout.tsx';
import { messagePage } from '../views/message.tsx';
import { words } from '../views/words.ts';
import { AddressField } from './address-field.view.tsx';
import { FromPage } from './own-form.tsx';

export type DataPageProps = {
  readonly reader: Subscriber;
  readonly email?: string;
  readonly refused?: boolean;
};

export function DataPage({ reader, email = '', refused = false }: DataPageProps) {
  const { dataLink } = words;
  return (
    <Layout lang={words.lang} title={dataLink.title}>
      <h1>{dataLink.title}</h1>
      <p>
        <Filled words={dataLink.own} address={reader.email ?? ''} />
      </p>
      <h2>{dataLink.exportTitle}</h2>
      <p>{dataLink.exportText}</p>
      <form method="post">
        <button type="submit" name="action" value="export">
          {dataLink.exportAction}
        </button>
      </form>
      <h2>{dataLink.changeTitle}</h2>
      <p id="change">{dataLink.changeText}</p>
      <form method="post">
        <FromPage />
        <AddressField label={dataLink.newAddress} value={email} refused={refused} describedBy="change">
          <button type="submit" name="action" value="change">
            {dataLink.changeAction}
          </button>
        </AddressField>
      </form>
      <h2>{dataLink.eraseTitle}</h2>
      <p>{dataLink.eraseText}</p>
      <form method="post">
        <FromPage />
        <button class="quiet" type="submit" name="action" value="erase">
          {dataLink.eraseAction}
        </button>
      </form>
    </Layout>
  );
}

export const changeRequestedPage = () =>
  messagePage({ title: words.join.askedTitle, text: words.dataLink.changedText });

/** Asks once more before erasing, since it cannot be undone. */

export function eraseSurePage() {
  const { dataLink } = words;
  return (
    <Layout lang={words.lang} title={dataLink.sureTitle}>
      <h1>{dataLink.sureTitle}</h1>
      <p>
        {dataLink.eraseText} {dataLink.sureText}
      </p>
      <form method="post">
        <FromPage />
        <input type="hidden" name="sure" value="yes" />
        <button type="submit" name="action" value="erase">
          {dataLink.sureAction}
        </button>
      </form>
      <p>
        <a href="?">{dataLink.notSure}</a>
      </p>
    </Layout>
  );
}

export const erasedPage = () =>
  messagePage({ title: words.dataLink.erasedTitle, text: words.dataLink.erasedText });
