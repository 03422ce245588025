/** @jsxImportSource hono/jsx */
// What a reader can see and do about their own data: little behind a link that may have been forwarded, all of it
// behind one that was mailed to them for this alone.

import type { Subscriber } from '../../store/index.ts';
import { FromPage } from '../own-form.tsx';
import { AddressField } from './address-field.tsx';
import { Filled } from './filled.tsx';
import { FrequencyChoice, nameDay, type Weekly } from './frequency.tsx';
import { Layout } from './layout.tsx';
import { messagePage } from './message.tsx';
import { maskAddress, sayTime, words } from './words.ts';

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
  const state = reader.state === 'erased' ? words.visit.erasedText : known;
  return (
    <Layout lang={words.lang} title={preferences.title}>
      <h1>{preferences.title}</h1>
      <p>
        <Filled words={state} address={address} />
      </p>
      {reader.state === 'active' && <FrequencyForm reader={reader} weekly={weekly} saved={saved} />}
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
function FrequencyForm({ reader, weekly, saved }: Omit<Required<PreferencesPageProps>, 'token'>) {
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
          <FrequencyChoice chosen={reader.frequency} weekly={weekly} />
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

export type VisitPageProps = {
  readonly reader: Subscriber;
  readonly email?: string;
  readonly refused?: boolean;
};

export function VisitPage({ reader, email = '', refused = false }: VisitPageProps) {
  const { visit } = words;
  return (
    <Layout lang={words.lang} title={visit.title}>
      <h1>{visit.title}</h1>
      <p>
        <Filled words={visit.own} address={reader.email ?? ''} />
      </p>
      <h2>{visit.exportTitle}</h2>
      <p>{visit.exportText}</p>
      <form method="post">
        <button type="submit" name="action" value="export">
          {visit.exportAction}
        </button>
      </form>
      <h2>{visit.changeTitle}</h2>
      <p id="change">{visit.changeText}</p>
      <form method="post">
        <FromPage />
        <AddressField label={visit.newAddress} value={email} refused={refused} describedBy="change">
          <button type="submit" name="action" value="change">
            {visit.changeAction}
          </button>
        </AddressField>
      </form>
      <h2>{visit.eraseTitle}</h2>
      <p>{visit.eraseText}</p>
      <form method="post">
        <FromPage />
        <button class="quiet" type="submit" name="action" value="erase">
          {visit.eraseAction}
        </button>
      </form>
    </Layout>
  );
}

export const changeAskedPage = () =>
  messagePage({ title: words.join.askedTitle, text: words.visit.changedText });

/** Erasing asks once more: nothing brings back what is gone. */
export function eraseSurePage() {
  const { visit } = words;
  return (
    <Layout lang={words.lang} title={visit.sureTitle}>
      <h1>{visit.sureTitle}</h1>
      <p>
        {visit.eraseText} {visit.sureText}
      </p>
      <form method="post">
        <FromPage />
        <input type="hidden" name="sure" value="yes" />
        <button type="submit" name="action" value="erase">
          {visit.sureAction}
        </button>
      </form>
      <p>
        <a href="?">{visit.notSure}</a>
      </p>
    </Layout>
  );
}

export const erasedPage = () => messagePage({ title: words.visit.erasedTitle, text: words.visit.erasedText });
