/** @jsxImportSource hono/jsx */
// The running text of an issue's page: paragraphs, lists, quotes, tables, and an editor's words.

import type { Copy } from '../../../content/locales/words.ts';
import { type Block, runsOf } from '../../digest/index.ts';
import { own } from './issue-frame.view.tsx';

type Run = readonly [Block, ...Block[]];

export type PassagesProps = {
  readonly blocks: readonly Block[];
  readonly words: Copy;
  readonly lang: string;
  /** An anchor for the block of this place. */
  readonly mark: { readonly at: number; readonly id: string } | null;
};

export function Passages({ blocks, words, lang, mark }: PassagesProps) {
  let at = 0;
  return (
    <>
      {runsOf(blocks).map((run) => {
        const from = at;
        at += run.length;
        const ids = run.map((_, index) => (mark?.at === from + index ? mark.id : undefined));
        return <Drawn run={run} ids={ids} words={words} lang={lang} />;
      })}
    </>
  );
}

type DrawnProps = {
  readonly run: Run;
  readonly ids: readonly (string | undefined)[];
  readonly words: Copy;
  readonly lang: string;
};

function Drawn({ run, ids, words, lang }: DrawnProps) {
  const texts = (
    <>
      {run.map(({ text }, index) => (
        <p id={ids[index]}>{text}</p>
      ))}
    </>
  );
  switch (run[0].kind) {
    case 'list-item':
      return <List run={run} ids={ids} />;
    case 'quote':
      return <blockquote>{texts}</blockquote>;
    case 'row':
      return run[0].cells === undefined ? (
        <Lines run={run} ids={ids} class="rows" />
      ) : (
        <Table run={run} ids={ids} />
      );
    case 'editor':
      return (
        <div class="editor" role="note">
          <p class="label accent" {...own(words, lang)}>
            {words.editorsNote}
          </p>
          {texts}
        </div>
      );
    default:
      return texts;
  }
}

function List({ run, ids }: { readonly run: Run; readonly ids: DrawnProps['ids'] }) {
  const items = (
    <>
      {run.map(({ text }, index) => (
        <li id={ids[index]}>{text}</li>
      ))}
    </>
  );
  const [{ number }] = run;
  return number === undefined ? <ul>{items}</ul> : <ol start={number}>{items}</ol>;
}

function Lines(props: { readonly run: Run; readonly ids: DrawnProps['ids']; readonly class: string }) {
  return (
    <p class={props.class}>
      {props.run.map(({ text }, index) => (
        <span id={props.ids[index]}>{text}</span>
      ))}
    </p>
  );
}

function Table({ run, ids }: { readonly run: Run; readonly ids: DrawnProps['ids'] }) {
  const [first] = run;
  return (
    <table>
      {first.isHead && (
        <thead>
          <tr id={ids[0]}>
            {first.cells?.map((text) => (
              <th scope="col">{text}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {run.map((row, index) =>
          row.isHead ? null : (
            <tr id={ids[index]}>
              {row.cells?.map((text) => (
                <td>{text}</td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
