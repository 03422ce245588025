// The port through which every mail leaves. There are two mailers: Resend and the local outbox.

/** One mail in the form of Resend's REST API. We build it ourselves, so an SDK upgrade changes no byte. */
export type Mail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly reply_to?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: readonly { readonly name: string; readonly value: string }[];
};

/** One request: all of its mails are sent, or none. */
export type BatchRequest = {
  readonly key: string;
  /** SHA-256 of the body, in hex. */
  readonly digest: string;
  /** The JSON of an array of `Mail`, in UTF-8. */
  readonly body: Uint8Array<ArrayBuffer>;
};

export const readMails = ({ body }: Pick<BatchRequest, 'body'>): Mail[] =>
  JSON.parse(new TextDecoder().decode(body)) as Mail[];

/**
 * What came back, before it is classified. `status` is that of the status line, `claims` the one that the body names.
 * What did not come, or made no sense, is null.
 */
export type Reply =
  | { readonly kind: 'accepted'; readonly ids: readonly string[]; readonly headers: ReplyHeaders }
  | {
      readonly kind: 'error';
      readonly name: string | null;
      readonly status: number | null;
      readonly claims: number | null;
      readonly message: string;
      readonly headers: ReplyHeaders;
    };

/** Lower-case names. */
export type ReplyHeaders = Readonly<Record<string, string>>;

export type Mailer = {
  /** Names the account that keys belong to, without its secret: for another account, a key is a new key. */
  account(): Promise<string>;
  /**
   * Sends the request, or repeats the answer that its key already got. It answers within a fixed time; if it throws, the
   * outcome is unknown.
   */
  send(request: BatchRequest): Promise<Reply>;
};

/** A reply that proves nothing about whether the mails were taken. */
export const lostReply = (name: string, message: string): Reply => ({
  kind: 'error',
  name,
  status: null,
  claims: null,
  message,
  headers: {},
});
