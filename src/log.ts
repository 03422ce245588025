// The log: one line of JSON for each event, on the console. No line holds an address, a token or a text that somebody
// sent: fields are ids, counts, names and sentences of ours, and what a provider or an error says is cleaned here.

type Run = { readonly issue: string; readonly run: string };

/** Each event with its fields. */
export type Events = {
  readonly tick: { readonly outcome: string };
  readonly 'run-started': Run & { readonly mails: number };
  readonly 'run-paused': Run & { readonly reason: string | null };
  readonly 'run-resumed': Run;
  readonly 'run-ended': Run & {
    readonly state: string;
    readonly reason: string | null;
    readonly mails: number;
    readonly sent: number;
    readonly failed: number;
  };
  /** The outcome of a call for a batch of a run, unless it was sent. `scope` and `message` are of a refusal. */
  readonly 'batch-outcome': {
    readonly run: string;
    readonly batch: number;
    readonly mails: number;
    readonly outcome: string;
    readonly name: string;
    readonly scope?: string;
    readonly message?: string;
  };
  /** The provider refused a transactional mail. With the scope `account` it would refuse any other mail, too. */
  readonly refusal: {
    readonly purpose: string;
    readonly scope: string;
    readonly name: string;
    readonly message: string;
  };
  /** A list of subscribers, or of addresses to suppress, was read to its end. */
  readonly import: {
    readonly list: 'subscribers' | 'suppressed';
    readonly dryRun: boolean;
    readonly rows: number;
    readonly added: number;
    readonly activated: number;
    readonly withdrawn: number;
    readonly unchanged: number;
    readonly erased: number;
    readonly bad: number;
  };
  /** An error that nobody expected. */
  readonly fault: { readonly where: string; readonly error: unknown };
};

export type Log = <Event extends keyof Events>(event: Event, fields: Events[Event]) => void;

const LEVELS: Readonly<Record<keyof Events, 'log' | 'warn' | 'error'>> = {
  tick: 'log',
  'run-started': 'log',
  'run-paused': 'warn',
  'run-resumed': 'log',
  'run-ended': 'log',
  'batch-outcome': 'warn',
  refusal: 'warn',
  import: 'log',
  fault: 'error',
};

const MAX_TEXT = 500;
const MAX_FRAMES = 8;

export const log: Log = (event, fields) => console[LEVELS[event]](formatEvent(event, fields));

export function formatEvent<Event extends keyof Events>(event: Event, fields: Events[Event]): string {
  const { error, ...others }: Record<string, unknown> = { ...fields };
  const known = event === 'fault' ? { ...others, ...describeError(error) } : others;
  return JSON.stringify({ event, ...known }, (_, value) =>
    typeof value === 'string' ? hideTokens(hideAddresses(value)).slice(0, MAX_TEXT) : value,
  );
}

function describeError(error: unknown): { message: string; stack?: string[] } {
  if (!(error instanceof Error)) return { message: String(error) };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    // A parser quotes what it read.
    message: error instanceof SyntaxError ? error.name : `${error.name}: ${error.message}`,
    stack: frames.slice(0, MAX_FRAMES).map((line) => line.trim()),
  };
}

/** Takes time in proportion to the text: a match begins only at the start of a word. */
export const hideAddresses = (text: string): string =>
  text.replace(/(?<![^\s<>()[\],;:"'`=])[^\s<>()[\],;:"'`=]+(?:@|%40)[^\s<>()[\],;:"'`=]+/g, '(an address)');

/** `<payload>.<HMAC-SHA-256>` in base64url, as src/crypto/tokens.ts makes them. */
const hideTokens = (text: string): string =>
  text.replace(/(?<![\w-])[\w-]+\.[\w-]{43}(?![\w-])/g, '(a token)');
