/** @jsxImportSource hono/jsx */
// The form for joining, and what comes after it. Without a script, and the same for every address.

import { publication } from '../../../content/publication.ts';
import { directionOf } from '../../digest/index.ts';
import type { Frequency } from '../../store/index.ts';
import { FromPage } from '../own-form.tsx';
import { AddressField } from './address-field.tsx';
import { Filled } from './filled.tsx';
import { FrequencyChoice } from './frequency.tsx';
import { Layout } from './layout.tsx';
import { messagePage } from './message.tsx';
import { say, words } from './words.ts';

/** People never see this field; programs that fill in everything do. */
export const TRAP = 'homepage';

export type SubscribeFormProps = {
  readonly email?: string;
  readonly frequency?: Frequency;
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
      <FrequencyChoice chosen={frequency} />
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
  const title = say(words.join.title);
  return (
    <Layout lang={words.lang} title={title}>
      <h1>
        <Filled words={words.join.title} />
      </h1>
      <SubscribeForm {...props} />
    </Layout>
  );
}

export const askedPage = () => messagePage({ title: words.join.askedTitle, text: words.join.askedText });
