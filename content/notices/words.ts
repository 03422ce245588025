export type NoticeWords = {
  readonly lang: string;
  /** The link. */
  readonly desk: string;
  /** How an issue or a report is named by its `{title}`, and a draft without one by its number. */
  readonly quoted: string;
  readonly untitled: string;
  /** Between two sentences, between the items of a list, and between a heading and its text. */
  readonly space: string;
  readonly comma: string;
  readonly colon: string;
  /** Of several things in one mail, since there are at most ten a day: `{n}`. */
  readonly summary: Record<'title' | 'text', string>;
  /** `{path}` in each `todo`: the request of the API that does it. */
  readonly paused: Record<'title' | 'stopped' | 'figures' | 'todo', string>;
  readonly decision: Record<'title' | 'text' | 'todo', string>;
  /** `held`: something keeps it from being sent by itself. `{time}` of the slot. */
  readonly draft: Record<'title' | 'text' | 'held' | 'todo' | 'action', string>;
  readonly missed: Record<'title' | 'text' | 'todo', string>;
  readonly leftOut: Record<'title' | 'text' | 'todo', string>;
};
