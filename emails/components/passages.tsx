// The running text of a section: paragraphs, lists, quotes, tables, and what an editor added, which is
// marked as theirs.

import { Text } from '@react-email/components';
import type { Copy } from '../../content/locales/words.ts';
import type { Block } from '../../src/digest/index.ts';
import { light, styles } from '../theme.ts';
import { CellBelow } from './cell.tsx';
import { each } from './each.ts';
import { Rows } from './rows.tsx';

type Side = 'left' | 'right';
type Words = { readonly words: Copy; readonly accent: string; readonly dir: 'ltr' | 'rtl' };

export function Passages({ blocks, ...rest }: { blocks: readonly Block[] } & Words) {
  const start: Side = rest.dir === 'rtl' ? 'right' : 'left';
  return each(groups(blocks), (group) => {
    switch (group[0].kind) {
      case 'list-item':
        return <List items={group} start={start} />;
      case 'quote':
        return <Quote passages={group} start={start} />;
      case 'row':
        return <Rows rows={group} start={start} />;
      case 'editor':
        return <EditorsNote passages={group} {...rest} />;
      default:
        return (
          <Text className="ink" style={{ ...styles.body, color: light.ink, margin: '15px 0 0' }}>
            {group[0].text}
          </Text>
        );
    }
  });
}

type Group = readonly [Block, ...Block[]];

/** What the digest says is drawn together. */
function groups(blocks: readonly Block[]): Group[] {
  const all: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    if (block.joins) all.at(-1)?.push(block);
    else all.push([block]);
  }
  return all;
}

/** Indented by a margin, since Outlook for Windows ignores the padding of a list. */
const indented = (start: Side, by: string, above: string) => ({
  margin: start === 'left' ? `${above} 0 0 ${by}` : `${above} ${by} 0 0`,
  padding: 0,
});

function List({ items, start }: { items: Group; start: Side }) {
  const style = indented(start, '24px', '14px');
  const drawn = each(items, (item) => (
    <li className="ink" style={{ ...styles.body, color: light.ink, margin: '0 0 6px' }}>
      {item.text}
    </li>
  ));
  const [{ number }] = items;
  return number === undefined ? (
    <ul style={style}>{drawn}</ul>
  ) : (
    <ol start={number} style={style}>
      {drawn}
    </ol>
  );
}

function Quote({ passages, start }: { passages: Group; start: Side }) {
  const line = `3px solid ${light.rule}`;
  return (
    <blockquote style={{ margin: 0, padding: 0 }}>
      <CellBelow
        above={20}
        className="rule"
        style={
          start === 'left'
            ? { borderLeft: line, padding: '1px 0 1px 20px', textAlign: start }
            : { borderRight: line, padding: '1px 20px 1px 0', textAlign: start }
        }
      >
        {each(passages, ({ text }) => (
          <Text className="soft" style={{ ...styles.quote, color: light.soft, margin: '0 0 6px' }}>
            {text}
          </Text>
        ))}
      </CellBelow>
    </blockquote>
  );
}

function EditorsNote({ passages, words, accent }: { passages: Group } & Words) {
  return (
    <CellBelow
      above={22}
      className="panel mark"
      style={{
        backgroundColor: light.panel,
        borderTop: `2px solid ${accent}`,
        padding: '14px 20px 16px',
        textAlign: 'inherit',
      }}
    >
      <Text
        lang={words.lang}
        dir={words.dir}
        className="accent sans"
        style={{ ...styles.label, color: accent, margin: 0, textAlign: 'inherit' }}
      >
        {words.editorsNote}
      </Text>
      {each(passages, ({ text }) => (
        <Text className="ink" style={{ ...styles.body, color: light.ink, margin: '4px 0 0' }}>
          {text}
        </Text>
      ))}
    </CellBelow>
  );
}
