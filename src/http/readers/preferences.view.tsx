/** @jsxImportSource hono/jsx */
// The page behind the link in an issue. The mail may have been forwarded, so it shows and offers little.

import type { Subscriber } from '../../store/index.ts';
import { Filled } from '../views/filled.tsx';
import { Layout } from '../views/layout.tsx';
import { messagePage } from '../views/message.tsx';
import { formatTime, maskAddress, words } from '../views/words.ts';
import { CadenceChoice, nameDay, type Weekly } from './cadence.view.tsx';
import { FromPage } from './own-form.tsx';

export type PreferencesPageProps = {
  readonly reader: Subscriber;
  readonly token: string;
  readonly weekly: Weekly;
  /** The choice was just saved. */
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

/** The same form switches back and forth. Readers of a round-up that is no longer made can only switch to every issue. */
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

/** @param waitUntil when a link may be sent again, if none was sent now. */
export function linkSentPage(reader: Subscriber, waitUntil: number | null) {
  const address = maskAddress(reader.email);
  const { sentText, waitText } = words.preferences;
  const text =
    waitUntil === null ? (
      <Filled words={sentText} address={address} />
    ) : (
      <Filled words={waitText} address={address} time={formatTime(waitUntil)} />
    );
  return messagePage({ title: words.join.askedTitle, text });
}
