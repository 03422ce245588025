// A layout table of one cell. Outlook for Windows knows padding, borders and backgrounds of table cells only,
// so whatever needs one of them stands in a cell. White space around it is padding of the cell around it.

import type { CSSProperties, ReactNode } from 'react';

export type CellProps = {
  readonly className?: string;
  readonly style?: CSSProperties;
  /** Of the table: its width, where it is not that of what is around it. */
  readonly table?: { readonly className?: string; readonly style?: CSSProperties; readonly align?: 'center' };
  readonly children: ReactNode;
};

export function Cell({ className, style, table, children }: CellProps) {
  return (
    <table
      role="presentation"
      width="100%"
      align={table?.align}
      className={table?.className}
      style={{ borderCollapse: 'collapse', ...table?.style }}
    >
      <tbody>
        <tr>
          <td className={className} style={{ padding: 0, ...style }}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The same with room above it, which Outlook would not give to a table. */
export function CellBelow({ above, ...cell }: CellProps & { readonly above: number }) {
  return (
    <Cell style={{ paddingTop: `${above}px` }}>
      <Cell {...cell} />
    </Cell>
  );
}
