// What the ledger says of a passage.

/** UTF-16 offsets into the raw text, half-open. */
export type Span = { start: number; end: number };

export type DropReason = 'duplicate' | 'promo' | 'boilerplate' | 'markup';

export type PrintedRole =
  | 'title'
  | 'dek'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'question'
  | 'answer'
  | 'editor';

/** Why a passage may be printed although its words were printed before. */
export type Repeat = 'refrain' | 'dialogue' | 'heading' | 'answer' | 'row' | 'restored';

export type Passage = {
  start: number;
  end: number;
  role: PrintedRole | 'dropped';
  /** Id of the rule that decided. */
  rule: string;
  /** The passage as it reads after repair. */
  text: string;
  reason?: DropReason;
  /** Of a duplicate: the span of the copy that stays. */
  duplicateOf?: Span;
  /** What the rule saw. */
  evidence?: string;
  /** How sure the judge is that it is page clutter, from 0 to 1. */
  confidence?: number;
  /** An editor should look: it was cut with hardly enough confidence, or printed with hardly too little. */
  doubtful?: true;
  /** It goes on with the passage before it: markup stood between them. */
  continues?: true;
  repeat?: Repeat;
  /** An editor decided; `was` tells what the rules had said. */
  override?: EditorMark;
  was?: { role: PrintedRole | 'dropped'; rule: string };
  /** An editor made it of a part of a passage, or of two. */
  edited?: 'split' | 'joined';
  /** How an override names this passage; markup and what continues a passage have none. */
  id?: string;
};

export type EditorMark = 'restored' | 'dropped' | 'changed' | 'added';

export type Decision = {
  readonly rule: string;
  readonly evidence?: string;
  readonly confidence?: number;
  readonly doubtful?: true;
  readonly override?: EditorMark;
  readonly edited?: 'split' | 'joined';
  readonly was?: { role: PrintedRole | 'dropped'; rule: string };
};
