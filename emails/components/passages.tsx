// The running text of a section: paragraphs, lists, and what an editor added, which is marked as theirs.

import { Text } from '@react-email/components';
import type { Copy } from '../../content/copy.ts';
import type { Section } from '../../src/digest/index.ts';
import { light, styles } from '../theme.ts';
import { each } from './each.ts';

type Block = Section['blocks'][number];

export function Passages(props: { blocks: readonly Block[]; words: Copy; accent: string }) {
  return each(groups(props.blocks), ([block, ...more]) => {
    if (block.kind === 'list-item') return <List items={[block, ...more]} />;
    if (block.kind === 'editor')
      return <EditorsNote text={block.text} words={props.words} accent={props.accent} />;
    return (
      <Text className="ink" style={{ ...styles.body, color: light.ink, margin: '15px 0 0' }}>
        {block.text}
      </Text>
    );
  });
}

type Group = [Block, ...Block[]];

/** List items that follow one another are one list; every other block stands alone. */
function groups(blocks: readonly Block[]): Group[] {
  const all: Group[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (block.kind === 'list-item' && last?.[0].kind === 'list-item') last.push(block);
    else all.push([block]);
  }
  return all;
}

function List({ items }: { items: readonly Block[] }) {
  return (
    <ul style={{ margin: '14px 0 0', paddingInlineStart: '24px' }}>
      {each(items, (item) => (
        <li className="ink" style={{ ...styles.body, color: light.ink, margin: '0 0 6px' }}>
          {item.text}
        </li>
      ))}
    </ul>
  );
}

function EditorsNote({ text, words, accent }: { text: string; words: Copy; accent: string }) {
  return (
    <div
      className="panel mark"
      style={{
        backgroundColor: light.panel,
        borderTop: `2px solid ${accent}`,
        padding: '14px 20px',
        margin: '22px 0 0',
      }}
    >
      <Text
        lang={words.lang}
        dir={words.dir}
        className="accent"
        style={{ ...styles.label, color: accent, margin: 0, textAlign: 'inherit' }}
      >
        {words.editorsNote}
      </Text>
      <Text className="ink" style={{ ...styles.body, color: light.ink, margin: '4px 0 0' }}>
        {text}
      </Text>
    </div>
  );
}
