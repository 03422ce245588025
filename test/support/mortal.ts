// A tick that is killed: nothing after the point where it dies runs, no catch and no finally. So what it waits for
// there never answers.

/** Dies after a given step, and counts the steps. */
export class Life {
  steps = 0;
  /** Statements, as the platform counts them. */
  queries = 0;
  readonly #dieAt: number;
  #die: () => void = () => {};
  /** Resolves when it dies. */
  readonly death: Promise<'killed'>;

  /** @param dieAt the step after which it dies; 0: none. */
  constructor(dieAt: number) {
    this.#dieAt = dieAt;
    this.death = new Promise((resolve) => {
      this.#die = () => resolve('killed');
    });
  }

  /** Does it, and perhaps dies right after it. */
  async step<T>(act: () => Promise<T>, queries = 1): Promise<T> {
    const result = await act();
    this.steps += 1;
    this.queries += queries;
    return this.#dieAt > 0 && this.steps >= this.#dieAt ? this.dieNow() : result;
  }

  dieNow(): Promise<never> {
    this.#die();
    return new Promise(() => {});
  }
}

/** A database whose user may die after each query; a batch is one query. */
export function mortalDatabase(db: D1Database, life: Life): D1Database {
  const real = new WeakMap<object, D1PreparedStatement>();
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      first: (column: string) => life.step(() => statement.first(column)),
      all: () => life.step(() => statement.all()),
      run: () => life.step(() => statement.run()),
    } as unknown as D1PreparedStatement;
    real.set(wrapped, statement);
    return wrapped;
  };
  return {
    prepare: (query: string) => wrap(db.prepare(query)),
    batch: (statements: D1PreparedStatement[]) =>
      life.step(
        () => db.batch(statements.map((statement) => real.get(statement) ?? statement)),
        statements.length,
      ),
  } as unknown as D1Database;
}
