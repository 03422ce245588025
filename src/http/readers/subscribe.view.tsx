/** @jsxImportSource hono/jsx */
// The signup form and the page after it. They need no script, and are the same for every address.

import { publication } from '../../../content/publication.ts';
import { directionOf } from '../../digest/index.ts';
import type { Cadence } from '../../store/index.ts';
import { Filled } from '../views/filled.tsx';
import { Layout } from '../views/layout.tsx';
import { messagePage } from '../views/message.tsx';
import { format, words } from '../views/words.ts';
import { AddressField } from './address-field.view.tsx';
import { CadenceChoice } from './cadence.view.tsx';
import { FromPage } from './own-form.tsx';

/** People never see this field; programs that fill in everything do. */
export const TRAP = 'homepage';

export type SubscribeFormProps = {
  readonly email?: string;
  readonly frequency?: Cadence;
  readonly refused?: boolean;
};

export function SubscribeForm({ email = '', frequency = 'every', refused = false }: SubscribeFormProps) {
  const { join } = words;
  const button = <button type="submit">{join.action}</button>;
  const hasChoice = publication.weekly !== null;
  return (
    <form lang={words.lang} dir={directionOf(words.lang)} method="post" action="/subscribe">
      <FromPage />
      <AddressField label={join.address} value={email} refused={refused} describedBy="consent">
        {!hasChoice && button}
      </AddressField>
      <CadenceChoice chosen={frequency} />
      {hasChoice && <p>{button}</p>}
      <p hidden>
        <label>
          {join.leaveEmpty} <input name={TRAP} tabindex={-1} autocomplete="off" />
        </label>
      </p>
      <p id="consent" class="quiet">
        <Filled words={join.consent} />
      </p>
    </form>
  );
}

export function SubscribePage(props: SubscribeFormProps) {
  const title = format(words.join.title);
  return (
    <Layout lang={words.lang} title={title}>
      <h1>
        <Filled words={words.join.title} />
      </h1>
      <SubscribeForm {...props} />
    </Layout>
  );
}

export const requestedPage = () => messagePage({ title: words.join.askedTitle, text: words.join.askedText });
