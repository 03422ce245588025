/** @jsxImportSource hono/jsx */
// The ledger of an issue, for readers: what was cut from each report and why, and the whole report with the cuts
// in their places.

import { copyFor, formatPlural, receiptLine } from '../../../content/copy.ts';
import type { Copy } from '../../../content/locales/words.ts';
import type { Entry, Story } from '../../digest/index.ts';
import { type Edition, IssueFrame, own } from './issue-frame.view.tsx';

/** In the order of the receipt. */
const REASONS = ['duplicate', 'promo', 'boilerplate'] as const;
type Reason = (typeof REASONS)[number];
/** Of a whole page. */
const COUNTED = ['boilerplate', 'markup'] as const;
type CountedReason = (typeof COUNTED)[number];

export function LedgerPage({ edition }: { readonly edition: Edition }) {
  const { digest, ledgers, url } = edition;
  const words = copyFor(digest.lang);
  const several = digest.stories.length > 1;
  return (
    <IssueFrame edition={edition} title={words.ledger.title} url={`${url}/ledger`}>
      <div {...own(words, digest.lang)}>
        <p class="small">
          <a href={url}>{words.web.toIssue}</a>
        </p>
        <h1>{words.ledger.title}</h1>
        <p class="dek">{words.ledger.intro}</p>
        {several && <p>{receiptLine(words, digest.receipt)}</p>}
      </div>
      {digest.stories.map((story, index) => (
        <StoryLedger story={story} entries={ledgers[index] ?? []} />
      ))}
    </IssueFrame>
  );
}

function StoryLedger({ story, entries }: { readonly story: Story; readonly entries: readonly Entry[] }) {
  const words = copyFor(story.lang);
  const told = entries.filter(({ count }) => count === undefined);
  const cuts = told.filter(({ reason }) => reason !== undefined && reason !== 'markup');
  const signs = [...new Set(told.filter(({ reason }) => reason === 'markup').map(({ text }) => text))];
  const counted = (which: CountedReason): number =>
    entries.reduce((sum, { reason, count = 0 }) => (reason === which ? sum + count : sum), 0);
  const left = story.rest?.passages ?? 0;
  const fixed = own(words, story.lang);
  const forLength = story.issues === undefined ? words.ledger.forLength : words.week.forLength;
  return (
    <article lang={story.lang} dir={story.dir}>
      <h2>{story.title}</h2>
      <p {...fixed}>{receiptLine(words, story.stats)}</p>
      {left > 0 && <p {...fixed}>{formatPlural(words, forLength, left)}</p>}
      {cuts.length === 0 && counted('boilerplate') === 0 && <p {...fixed}>{words.ledger.nothingCut}</p>}
      {REASONS.map((reason) => (
        <Cuts
          entries={cuts.filter((entry) => entry.reason === reason)}
          reason={reason}
          words={words}
          lang={story.lang}
        />
      ))}
      {COUNTED.filter((reason) => counted(reason) > 0).map((reason) => (
        <p class="small" {...fixed}>
          {formatPlural(words, words.ledger.counted[reason], counted(reason))}
        </p>
      ))}
      {signs.length > 0 && (
        <p class="signs">
          <strong {...fixed}>{words.ledger.reasons.markup.name}</strong>{' '}
          <span {...fixed}>{words.ledger.reasons.markup.why}</span>{' '}
          {signs.map((sign) => (
            <>
              <code dir="auto">{sign}</code>{' '}
            </>
          ))}
        </p>
      )}
      <details class="whole">
        <summary {...fixed}>{words.ledger.whole}</summary>
        <ol>
          {entries
            .filter(({ reason }) => reason !== 'markup')
            .map((entry) => (
              <WholeItem entry={entry} words={words} lang={story.lang} />
            ))}
        </ol>
      </details>
    </article>
  );
}

type CutsProps = {
  readonly entries: readonly Entry[];
  readonly reason: Reason;
  readonly words: Copy;
  readonly lang: string;
};

/** The passages that were cut for one reason, explained once. */
function Cuts({ entries, reason, words, lang }: CutsProps) {
  if (entries.length === 0) return null;
  const { name, why } = words.ledger.reasons[reason];
  const fixed = own(words, lang);
  return (
    <section>
      <h3 {...fixed}>
        {name} <span class="count">{entries.length}</span>
      </h3>
      <p class="small" {...fixed}>
        {why}
      </p>
      <ul class="cuts">
        {entries.map((entry) => (
          <CutItem entry={entry} words={words} lang={lang} />
        ))}
      </ul>
    </section>
  );
}

type ItemProps = { readonly entry: Entry; readonly words: Copy; readonly lang: string };

function CutItem({ entry, words, lang }: ItemProps) {
  const { ledger } = words;
  const fixed = own(words, lang);
  return (
    <li>
      <blockquote>
        <p>{entry.text}</p>
      </blockquote>
      {entry.copy !== undefined && (
        <>
          <p class="label" {...fixed}>
            {ledger.stays}
          </p>
          <blockquote class="stays">
            <p>{entry.copy}</p>
          </blockquote>
        </>
      )}
      <p class="small">
        {entry.editor !== undefined && <strong {...fixed}>{ledger.editor[entry.editor]}. </strong>}
        {entry.seen !== undefined && (
          <>
            <span {...fixed}>{ledger.seen}:</span> <q>{entry.seen}</q> ·{' '}
          </>
        )}
        <span {...fixed}>{ledger.rule}:</span> <code>{entry.rule}</code>
      </p>
    </li>
  );
}

function WholeItem({ entry, words, lang }: ItemProps) {
  const { ledger } = words;
  if (entry.count !== undefined)
    return (
      <li>
        <small {...own(words, lang)}>{formatPlural(words, ledger.counted.boilerplate, entry.count)}</small>
      </li>
    );
  const mark = entry.editor === undefined ? null : ledger.editor[entry.editor];
  const isHead = ['title', 'heading', 'question'].includes(entry.role);
  const says = [entry.reason === undefined ? null : ledger.reasons[entry.reason].name, mark].filter(
    (word) => word !== null,
  );
  return (
    <li>
      {entry.reason === undefined ? (
        isHead ? (
          <strong>{entry.text}</strong>
        ) : (
          entry.text
        )
      ) : (
        <del>{entry.text}</del>
      )}
      {says.length > 0 && (
        <>
          {' '}
          <small {...own(words, lang)}>{says.join(' · ')}</small>
        </>
      )}
    </li>
  );
}
