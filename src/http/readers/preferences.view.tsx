/** @jsxImportSource hono/jsx */
// What a reader can see and do about their own data: little behind a link that may have been forwarded, all of it
// behind one that was mailed to them for this alone.

import type { Subscriber } from '../../store/index.ts';
import { Filled } from '../views/filled.tsx';
import { Layout } from '../views/layout.tsx';
import { messagePage } from '../views/message.tsx';
import { maskAddress, sayTime, words } from '../views/words.ts';
import { AddressField } from './address-field.view.tsx';
import { CadenceChoice, nameDay, type Weekly } from './frequency.view.tsx';
import { FromPage } from './own-form.tsx';

export type PreferencesPageProps = {
  readonly reader: Subscriber;
  readonly token: string;
  readonly weekly: Weekly;
  /** The choice was made just now. */
  readonly saved?: boolean;
};

export function PreferencesPage({ reader, token, weekly, saved = false }: PreferencesPageProps) {
  const { preferences } = words;
  const address = maskAddress(reader.email);
  const isIn = reader.state === 'active' || reader.state === 'pending';
  const known = isIn ? preferences.active : preferences.left;
  const state = reader.state === 'erased' ? words.dataLink.erasedText : known;
  return (
    <Layout lang={words.lang} title={preferences.title}>
      <h1>{preferences.title}</h1>
      <p>
        <Filled words={state} address={address} />
      </p>
      {reader.state === 'active' && <CadenceForm reader={reader} weekly={weekly} saved={saved} />}
      {(isIn || reader.state === 'unsubscribed') && (
        <p>
          <a href={`/unsubscribe/${token}`}>{isIn ? preferences.toLeave : preferences.toReturn}</a>
        </p>
      )}
      {reader.email !== null && (
        <>
          <h2>{preferences.dataTitle}</h2>
          <p>
            <Filled words={preferences.dataText} address={address} />
          </p>
          <form method="post">
            <FromPage />
            <button class="quiet" type="submit" name="action" value="link">
              {preferences.dataAction}
            </button>
          </form>
        </>
      )}
    </Layout>
  );
}

/** The same form switches and switches back. Who chose a round-up that is not made any more can only leave it. */
function CadenceForm({ reader, weekly, saved }: Omit<Required<PreferencesPageProps>, 'token'>) {
  const { frequency } = words;
  const isOver = weekly === null && reader.frequency === 'weekly';
  const done = saved ? frequency[reader.frequency === 'weekly' ? 'weeklySaved' : 'everySaved'] : null;
  return (
    <>
      {done !== null && (
        <p role="status">
          <Filled words={done} address={maskAddress(reader.email)} day={nameDay(weekly)} />
        </p>
      )}
      {isOver && <p>{frequency.over}</p>}
      {(weekly !== null || isOver) && (
        <form method="post">
          <FromPage />
          <CadenceChoice chosen={reader.frequency} weekly={weekly} />
          <button type="submit" name="action" value={isOver ? 'every' : 'frequency'}>
            {isOver ? frequency.every : frequency.action}
          </button>
        </form>
      )}
    </>
  );
}

/** @param waitUntil no link was sent: this is when one may leave. */
export function linkSentPage(reader: Subscriber, waitUntil: number | null) {
  const address = maskAddress(reader.email);
  const { sentText, waitText } = words.preferences;
  const text =
    waitUntil === null ? (
      <Filled words={sentText} address={address} />
    ) : (
      <Filled words={waitText} address={address} time={sayTime(waitUntil)} />
    );
  return messagePage({ title: words.join.askedTitle, text });
}

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

export const changeAskedPage = () =>
  messagePage({ title: words.join.askedTitle, text: words.dataLink.changedText });

/** Erasing asks once more: nothing brings back what is gone. */
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
