// Rows that came as a table: as one again where their cells can be told apart, else as lines.

import { Text } from '@react-email/components';
import type { Block } from '../../src/digest/index.ts';
import { light, styles } from '../theme.ts';
import { CellBelow } from './cell.tsx';
import { each } from './each.ts';
import { Lines } from './lines.tsx';

type Side = 'left' | 'right';

export function Rows({ rows, start }: { rows: readonly [Block, ...Block[]]; start: Side }) {
  if (rows[0].cells === undefined)
    return (
      <Text className="ink sans" style={{ ...styles.cell, color: light.ink, margin: '15px 0 0' }}>
        <Lines of={rows} />
      </Text>
    );
  const head = rows[0].isHead ? rows[0] : null;
  return (
    <CellBelow above={18}>
      <table style={{ width: '100%', borderCollapse: 'collapse' }}>
        {head !== null && (
          <thead>
            <tr>
              {each(head.cells ?? [], (text) => (
                <th
                  scope="col"
                  className="muted rule sans"
                  style={{ ...cell(start), color: light.muted, fontWeight: 700 }}
                >
                  {text}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {each(head === null ? rows : rows.slice(1), ({ cells = [] }) => (
            <tr>
              {each(cells, (text) => (
                <td className="ink rule sans" style={{ ...cell(start), color: light.ink }}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </CellBelow>
  );
}

const cell = (start: Side) =>
  ({
    ...styles.cell,
    borderBottom: `1px solid ${light.rule}`,
    padding: start === 'left' ? '7px 14px 7px 0' : '7px 0 7px 14px',
    textAlign: start,
    verticalAlign: 'top',
  }) as const;
