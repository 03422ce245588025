// A subscriber, as the rest of the house sees one.

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

/** Every issue, or the round-up of the week: what a reader chose, and whom an issue is for. */
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
