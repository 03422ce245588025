// Counts what the free plan counts: queries and rows of D1, rows of a Durable Object's tables, outgoing requests.

export type Count = {
  /** Outgoing requests. */
  requests: number;
  queries: number;
  rowsRead: number;
  rowsWritten: number;
  /** Rows in the tables of the Durable Object. */
  ownRowsRead: number;
  ownRowsWritten: number;
};

export const none = (): Count => ({
  requests: 0,
  queries: 0,
  rowsRead: 0,
  rowsWritten: 0,
  ownRowsRead: 0,
  ownRowsWritten: 0,
});

const NAMES = Object.keys(none()) as (keyof Count)[];

export const isSame = (a: Count, b: Count): boolean => NAMES.every((name) => a[name] === b[name]);

export function summed(counts: readonly Count[]): Count {
  const sum = none();
  for (const count of counts) for (const name of NAMES) sum[name] += count[name];
  return sum;
}

/** A database whose queries are counted into what `into` gives at that time. */
export function countDatabase(db: D1Database, into: () => Count): D1Database {
  const real = new WeakMap<object, D1PreparedStatement>();
  const note = <T>(result: D1Result<T>): D1Result<T> => {
    const count = into();
    count.queries += 1;
    count.rowsRead += result.meta.rows_read;
    count.rowsWritten += result.meta.rows_written;
    return result;
  };
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: async <T>() => note(await statement.all<T>()),
      run: async <T>() => note(await statement.run<T>()),
      // `first` tells no figures, so all rows are asked for: the queries of Copydesk that use it give one.
      first: async (column?: string) => {
        const [row] = note(await statement.all<Record<string, unknown>>()).results;
        return row === undefined ? null : column === undefined ? row : row[column];
      },
    } as unknown as D1PreparedStatement;
    real.set(wrapped, statement);
    return wrapped;
  };
  return {
    prepare: (query: string) => wrap(db.prepare(query)),
    batch: async <T>(statements: D1PreparedStatement[]) =>
      (await db.batch<T>(statements.map((statement) => real.get(statement) ?? statement))).map(note),
  } as unknown as D1Database;
}

/** Counts what is asked of a Durable Object's tables. Rows are known when a cursor has been read. */
export function countSql(sql: SqlStorage, into: () => Count): void {
  const exec = sql.exec.bind(sql);
  const counted = (query: string, ...bindings: unknown[]) => {
    const count = into();
    const cursor = exec(query, ...bindings);
    const seen = { read: 0, written: 0 };
    const note = () => {
      count.ownRowsRead += cursor.rowsRead - seen.read;
      count.ownRowsWritten += cursor.rowsWritten - seen.written;
      seen.read = cursor.rowsRead;
      seen.written = cursor.rowsWritten;
    };
    note();
    for (const name of ['toArray', 'one'] as const) {
      const read = cursor[name].bind(cursor) as () => unknown;
      Object.defineProperty(cursor, name, {
        value: () => {
          const rows = read();
          note();
          return rows;
        },
      });
    }
    return cursor;
  };
  Object.defineProperty(sql, 'exec', { value: counted });
}
