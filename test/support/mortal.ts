// A tick that is killed: nothing behind the place where it dies runs, no catch and no end. So what it waits for there
// never answers.

/** Dies when it is told to, and counts how often that could have been. */
export class Life {
  steps = 0;
  /** Statements, as the platform counts them. */
  queries = 0;
  readonly #dieAt: number;
  #die: () => void = () => {};
  /** Comes with the death. */
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

/** A database whose user may die after each query, of which a batch is one. */
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
