// What the tables need of a Durable Object's storage, and who is notified when the state of a run changes.

export type RunState = 'sending' | 'paused' | 'sent' | 'cancelled' | 'failed';

/** The state that a run has now, and what it has sent by then. */
export type RunChange = {
  readonly isNew: boolean;
  readonly runId: string;
  readonly issueId: string;
  readonly state: RunState;
  readonly reason: string | null;
  readonly total: number;
  readonly sent: number;
  readonly failed: number;
};

export type Storage = Pick<DurableObjectStorage, 'sql' | 'transactionSync' | 'sync'> & {
  readonly onRunChange?: (change: RunChange) => void;
};

/** The same storage. `onChange` is called for each change of a run after its transaction, unless that is undone. */
export function watchRunChanges(storage: Storage, onChange: (change: RunChange) => void): Storage {
  let isOpen = false;
  let changes: RunChange[] = [];
  return {
    sql: storage.sql,
    sync: () => storage.sync(),
    transactionSync(work) {
      isOpen = true;
      changes = [];
      try {
        const result = storage.transactionSync(work);
        for (const change of changes) onChange(change);
        return result;
      } finally {
        isOpen = false;
      }
    },
    onRunChange(change) {
      if (isOpen) changes.push(change);
      else onChange(change);
    },
  };
}
