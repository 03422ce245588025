// What Resend documents about the body of a request (https://resend.com/docs/api-reference/emails/send-email and
// .../send-batch-emails), checked more strictly than by the real one: an unknown field is refused, so that a misspelt
// one is noticed.

export type Refusal = { status: number; name: string; message: string };

export type SentMail = {
  from: string;
  to: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: Record<string, string>;
};

const MAX_MAILS = 100;
const MAX_RECIPIENTS = 50;
const FIELDS = new Set([
  'from',
  'to',
  'subject',
  'bcc',
  'cc',
  'reply_to',
  'html',
  'text',
  'headers',
  'tags',
  'scheduled_at',
  'topic_id',
]);
const ADDRESS = /^[^\s<>@,"]+@[^\s<>@,"]+\.[a-zA-Z0-9-]{2,}$/;
const NAMED = /^[^<>]*<([^<>]+)>$/;
const TAG = /^[A-Za-z0-9_-]{1,256}$/;

export const addressOf = (text: string): string => (NAMED.exec(text)?.[1] ?? text).trim();

/** @returns the mails of a batch, or the refusal of all of them for the first one that is wrong. */
export function readBatch(body: unknown): SentMail[] | Refusal {
  if (!Array.isArray(body)) return invalid('The request body must be an array of emails.');
  if (body.length === 0 || body.length > MAX_MAILS)
    return invalid(`The batch must hold between 1 and ${MAX_MAILS} emails.`);
  const mails: SentMail[] = [];
  for (const item of body) {
    const mail = readMail(item);
    if ('status' in mail) return mail;
    mails.push(mail);
  }
  return mails;
}

export function readMail(item: unknown): SentMail | Refusal {
  if (!isRecord(item)) return invalid('An email must be an object.');
  for (const field of Object.keys(item)) {
    if (field === 'attachments') return invalid('The `attachments` field is not supported in a batch.');
    if (!FIELDS.has(field)) return invalid(`Unknown field \`${field}\`.`);
  }
  for (const field of ['from', 'to', 'subject']) {
    if (item[field] === undefined || item[field] === '') return missing(field);
  }
  const { from, subject, html, text } = item;
  if (typeof from !== 'string' || !isAddress(from)) return invalidAddress('from');
  const to = readAddresses(item['to']);
  if (to === null || to.length === 0) return invalidAddress('to');
  if (to.length > MAX_RECIPIENTS) return invalid(`The \`to\` field holds more than ${MAX_RECIPIENTS}.`);
  for (const field of ['cc', 'bcc', 'reply_to']) {
    if (item[field] !== undefined && readAddresses(item[field]) === null) return invalidAddress(field);
  }
  if (typeof subject !== 'string' || /[\r\n]/.test(subject)) return invalid('Invalid `subject` field.');
  if (html === undefined && text === undefined) return missing('html` or `text');
  if (html !== undefined && typeof html !== 'string') return invalid('Invalid `html` field.');
  if (text !== undefined && typeof text !== 'string') return invalid('Invalid `text` field.');
  const headers = readHeaders(item['headers']);
  if (headers === null) return invalid('Invalid `headers` field.');
  const tags = readTags(item['tags']);
  if (tags === null)
    return invalid('Tags should only contain ASCII letters, numbers, underscores, or dashes.');
  return { from, to, subject, html: html ?? '', text: text ?? '', headers, tags };
}

const isAddress = (text: string): boolean => ADDRESS.test(addressOf(text));

function readAddresses(value: unknown): string[] | null {
  const list = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(list)) return null;
  return list.every((item): item is string => typeof item === 'string' && isAddress(item)) ? list : null;
}

function readHeaders(value: unknown): Record<string, string> | null {
  if (value === undefined) return {};
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  const isFine = entries.every(
    ([name, text]) => /^[A-Za-z0-9-]+$/.test(name) && typeof text === 'string' && !/[\r\n]/.test(text),
  );
  return isFine ? (value as Record<string, string>) : null;
}

function readTags(value: unknown): Record<string, string> | null {
  if (value === undefined) return {};
  if (!Array.isArray(value) || value.length > 75) return null;
  const tags: Record<string, string> = {};
  for (const tag of value) {
    if (!isRecord(tag)) return null;
    const { name, value: text } = tag;
    if (typeof name !== 'string' || typeof text !== 'string') return null;
    if (!TAG.test(name) || !TAG.test(text) || Object.hasOwn(tags, name)) return null;
    tags[name] = text;
  }
  return tags;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalid = (message: string): Refusal => ({ status: 422, name: 'validation_error', message });

const invalidAddress = (field: string): Refusal =>
  invalid(
    `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
  );

const missing = (field: string): Refusal => ({
  status: 422,
  name: 'missing_required_field',
  message: `Missing \`${field}\` field.`,
});
