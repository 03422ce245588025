// A subscriber, as D1 keeps one and as other stages see one.

export const SUBSCRIBER_STATES = [
  'pending',
  'active',
  'unsubscribed',
  'bounced',
  'complained',
  'suppressed',
  'erased',
] as const;

export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];

/** Every issue, or the weekly round-up: what a reader chose, and who an issue is for. */
export const CADENCES = ['every', 'weekly'] as const;

export type Cadence = (typeof CADENCES)[number];

export type Subscriber = {
  id: string;
  /** Null when erased, and only then. */
  email: string | null;
  name: string | null;
  state: SubscriberState;
  frequency: Cadence;
  createdAt: number;
  /** When the state, the name or the frequency changed last. */
  changedAt: number;
};

export type SubscriberRow = {
  id: number;
  email: string | null;
  name: string | null;
  state: SubscriberState;
  frequency: Cadence;
  created_at: number;
  changed_at: number;
};

/** The columns of a `SubscriberRow`. */
export const SUBSCRIBER = 'id, email, name, state, frequency, created_at, changed_at';

export const toSubscriber = (row: SubscriberRow): Subscriber => ({
  id: String(row.id),
  email: row.email,
  name: row.name,
  state: row.state,
  frequency: row.frequency,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});
