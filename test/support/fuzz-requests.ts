// Random and hostile requests for every method and route of the app. The same seed makes the same requests.

export type Route = { readonly method: string; readonly path: string };

/** Things that exist on the site at this moment, so that a request may find something. */
export type Known = {
  readonly ids: readonly string[];
  readonly reports: readonly string[];
  readonly issues: readonly string[];
  readonly tokens: readonly string[];
  readonly slugs: readonly string[];
  readonly etags: readonly string[];
  readonly cookie: string;
};

export type FuzzRequest = { readonly path: string; readonly init: RequestInit & { method: string } };

/** Must leave the site as text, never as markup of a page. */
export const CANARY = `<x-canary>"x-canary-attribute`;

/** Mulberry32: small, and the same everywhere. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  return { next, pick, chance: (share: number): boolean => next() < share };
}

type Random = ReturnType<typeof createRandom>;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** In a path or a query, so percent-encoded or meant to be. */
const NASTY_IN_URL = [
  '',
  '%00',
  'a%0ab',
  'a%0d%0aSet-Cookie:%20x=1',
  '%',
  '%zz',
  '%E0%A4',
  '%ff%fe',
  '%C0%80',
  '..',
  '%2e%2e%2f',
  '.',
  '//evil.example',
  '%2f%2fevil.example',
  'https://evil.example',
  '%5cevil.example',
  'javascript:alert(1)',
  '-1',
  '0',
  '00',
  '1e309',
  '1.5',
  'NaN',
  '9007199254740993',
  '9'.repeat(30),
  '99999999999999999999%00',
  '__proto__',
  'constructor',
  "1'%20OR%201=1--",
  encodeURIComponent(CANARY),
  encodeURIComponent('\u202e\u0000\ufeff\ud83d\ude00'),
  'x'.repeat(3000),
  'example',
  'issue.example.html',
] as const;

const QUERY_NAMES = [
  ...[
    'limit',
    'before',
    'after',
    'state',
    'email',
    'next',
    'confirmed',
    'dry_run',
    'done',
    'ask',
    'until',
    'x',
  ],
  ...['ignore', 'q', 'find', '__proto__', '%00', encodeURIComponent(CANARY)],
];

const MEMBERS = [
  ...['email', 'name', 'confirmed', 'frequency', 'reports', 'subject', 'preheader', 'audience', 'to', 'at'],
  ...[
    'hold',
    'action',
    'generation',
    'overrides',
    'raw',
    'token',
    'from',
    'sure',
    'homepage',
    '__proto__',
    CANARY,
  ],
];

const TYPES = [
  ...[
    'application/json',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    'text/plain',
  ],
  ...[
    'text/plain; charset=klingon',
    'text/plain; charset=utf-16',
    'text/csv',
    'text/csv; charset="',
    'text/html',
  ],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'multipart/form-data; boundary=',
    'text/markdown',
  ],
  ...['application/octet-stream', 'APPLICATION/JSON;', ';', 'x'.repeat(2000), ''],
];

const TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    CANARY,
    'ann@x.org',
    `${CANARY}@x.org`,
    'every',
    'weekly',
    'resubscribe',
    'erase',
    'change',
  ],
  ...[
    'link',
    'export',
    'yes',
    'page',
    'close',
    'resend',
    '2026-12-01T07:00:00Z',
    '9999-99-99T99:99:99Z',
    'dev',
  ],
  ...['\ud800', '\u202eabc', 'a\r\nBcc: x@y.org', 'x'.repeat(5000), '=1+1', '9'.repeat(400)],
];

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  [
    'Accept',
    ['*/*', 'text/html', 'text/plain', 'text/event-stream', 'application/json;q=x', ';;,,', 'x'.repeat(3000)],
  ],
  ['If-Match', ['*', '""', 'W/"', CANARY, '"'.repeat(500), 'x, y, "z"']],
  ['If-None-Match', ['*', '"x"', CANARY]],
  ['Origin', ['null', 'https://evil.example', 'http://copydesk.test', CANARY, 'x:', 'http://[']],
  ['Sec-Fetch-Site', ['same-origin', 'cross-site', 'none', 'x']],
  [
    'Cookie',
    ['copydesk_session=x', 'copydesk_session=%', ';;=;', 'copydesk_session="a.b"', 'a'.repeat(5000)],
  ],
  ['CF-Connecting-IP', ['::', ':::', '1.2.3', 'x', '2001:db8::1', '::ffff:1.2.3.4', ':'.repeat(99)]],
  ['Access-Control-Request-Method', ['POST', 'X']],
  ['Access-Control-Request-Headers', ['content-type', CANARY]],
  ['Range', ['bytes=0-0', 'bytes=9-1,x']],
  ['Content-Encoding', ['gzip', 'x']],
  ['X-Forwarded-Host', ['evil.example']],
  ['X-HTTP-Method-Override', ['DELETE']],
  ['Accept-Language', ['*', 'x'.repeat(300)]],
];

/** Requests that broke sites before, at every route: as a stranger and as an editor. */
export function sharpRequests(routes: readonly Route[], known: Known): FuzzRequest[] {
  const at = (path: string, segment: (part: string) => string) =>
    path
      .split('/')
      .map((part) => (/^[:*]/.test(part) ? segment(part) : part))
      .join('/');
  return routes.flatMap(({ method, path }) =>
    [{}, { Authorization: 'Bearer dev' }].flatMap((entry): FuzzRequest[] => {
      const init = { method: method === 'ALL' ? 'GET' : method, headers: entry, redirect: 'manual' as const };
      const found = at(path, (part) => knownSegment(part, known));
      const torn = { ...entry, 'Content-Type': 'multipart/form-data' };
      return [
        ...(found === path ? [] : ['%00', 'a%0d%0ab', '%E0%A4', encodeURIComponent(CANARY)]).map(
          (segment) => ({
            path: at(path, () => segment),
            init,
          }),
        ),
        { path: `${found}?limit=%00&next=//evil.example&done=${encodeURIComponent(CANARY)}`, init },
        ...(init.method === 'GET' ? [] : [{ path: found, init: { ...init, headers: torn, body: 'torn' } }]),
      ];
    }),
  );
}

function knownSegment(part: string, { ids, issues, tokens, slugs }: Known): string {
  const fitting = /token/.test(part) ? tokens : /slug/.test(part) ? slugs : /\{/.test(part) ? ids : issues;
  return fitting[0] ?? '';
}

export function fuzzRequest(random: Random, routes: readonly Route[], known: Known): FuzzRequest {
  const route = random.pick(routes);
  const isKnownMethod = random.chance(0.8) && route.method !== 'ALL';
  const method = isKnownMethod ? route.method : random.pick([...METHODS, 'PROPFIND']);
  const headers = fuzzHeaders(random, known);
  const init = { method, headers, redirect: 'manual' as const };
  const path = `${fillPath(random, route.path, known)}${fuzzQuery(random)}`;
  if (method === 'GET' || method === 'HEAD') return { path, init };
  const body = fuzzBody(random, headers, known);
  return { path, init: body === null ? init : { ...init, body } };
}

function fillPath(random: Random, pattern: string, known: Known): string {
  const path = pattern
    .split('/')
    .map((part) => (/^[:*]/.test(part) ? fuzzSegment(random, part, known) : part))
    .join('/');
  if (!random.chance(0.08)) return path;
  return `${path}${random.pick(['', '/', '//', '.', ')', '%29', ';x=1'])}${random.pick(NASTY_IN_URL)}`;
}

function fuzzSegment(random: Random, part: string, known: Known): string {
  if (random.chance(0.35)) return random.pick(NASTY_IN_URL);
  const { ids, issues, tokens, slugs } = known;
  if (/token/.test(part)) return random.pick(tokens);
  if (/slug/.test(part)) return random.pick(slugs);
  return random.pick([...ids, ...issues, ...issues, ...slugs]);
}

function fuzzQuery(random: Random): string {
  if (!random.chance(0.3)) return '';
  const pairs = Array.from({ length: 1 + Math.floor(random.next() * 3) }, () => {
    const value = random.chance(0.3)
      ? random.pick(['true', 'false', '1', '50', 'active', 'ann'])
      : random.pick(NASTY_IN_URL);
    return `${random.pick(QUERY_NAMES)}${random.pick(['=', '=', '=', ''])}${value}`;
  });
  return `?${pairs.join('&')}`;
}

function fuzzHeaders(random: Random, known: Known): Headers {
  const headers = new Headers();
  const entry = random.next();
  if (entry < 0.75) headers.set('Authorization', 'Bearer dev');
  else if (entry < 0.87) headers.set('Cookie', known.cookie);
  else if (entry < 0.93)
    headers.set(
      'Authorization',
      random.pick(['Bearer wrong', 'Bearer', 'Basic ZGV2', `Bearer ${CANARY}`, 'x'.repeat(9000)]),
    );
  for (const [name, values] of HEADERS) if (random.chance(0.12)) headers.append(name, random.pick(values));
  if (random.chance(0.2)) headers.set('If-Match', random.pick(known.etags));
  return headers;
}

function fuzzBody(random: Random, headers: Headers, known: Known): BodyInit | null {
  const send = (type: string, body: BodyInit): BodyInit => {
    headers.set('Content-Type', random.chance(0.85) ? type : random.pick(TYPES));
    return body;
  };
  switch (Math.floor(random.next() * 9)) {
    case 0:
      return null;
    case 1:
      return send('application/json', JSON.stringify(fuzzObject(random, known)));
    case 2:
      return send(
        'application/json',
        random.pick(['{', '[[[[', 'null', '0', '""', '\ufeff{}', '['.repeat(20_000)]),
      );
    case 3:
      return send('application/x-www-form-urlencoded', new URLSearchParams(fuzzFields(random)).toString());
    case 4: {
      const parts = fuzzFields(random).map(
        ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      return send(
        'multipart/form-data; boundary=x',
        `${parts.join('')}--x${random.pick(['--\r\n', '', '-'])}`,
      );
    }
    case 5:
      return send(
        'text/plain',
        `${CANARY}\n\n${random.pick(TEXTS)} is what the harbour board said on Tuesday.\n`,
      );
    case 6:
      return send('text/csv', fuzzCsv(random));
    case 7:
      return send(
        random.pick(TYPES),
        Uint8Array.from({ length: 64 }, () => Math.floor(random.next() * 256)),
      );
    default:
      return send(random.pick(TYPES), random.chance(0.1) ? 'x'.repeat(70_000) : random.pick(TEXTS));
  }
}

const fuzzFields = (random: Random): [string, string][] =>
  Array.from({ length: Math.floor(random.next() * 5) }, () => [random.pick(MEMBERS), random.pick(TEXTS)]);

function fuzzObject(random: Random, known: Known): unknown {
  const value = (depth: number): unknown => {
    const deeper = () => (depth > 3 ? null : value(depth + 1));
    return random.pick<() => unknown>([
      () => random.pick(TEXTS),
      () => random.pick([0, -1, 1, Number.MAX_VALUE, 2 ** 53, 0.1, 3600, true, false, null]),
      () => [random.pick(known.ids)],
      () => [deeper(), deeper()],
      () => ({ [random.pick(MEMBERS)]: deeper() }),
    ])();
  };
  if (random.chance(0.5)) return random.pick(sound(random, known));
  return Object.fromEntries(
    Array.from({ length: Math.floor(random.next() * 5) }, () => [random.pick(MEMBERS), value(0)]),
  );
}

/** What a route takes, with texts in it that must stay texts. */
const sound = (random: Random, { reports }: Known): readonly object[] => [
  { reports: [reports[0]], subject: random.pick(TEXTS), preheader: CANARY },
  { audience: 'weekly', subject: CANARY },
  { subject: random.pick(TEXTS) },
  {
    email: `new-${Math.floor(random.next() * 99)}@x.org`,
    name: random.pick(TEXTS),
    confirmed: random.chance(0.5),
  },
  { to: 'ann@x.org' },
  { raw: `${CANARY}\n\nThe harbour board said on Tuesday ${random.pick(TEXTS)} and no more.\n` },
  { overrides: [{ kind: 'add', text: CANARY }] },
  { action: random.pick(['close', 'resend']), generation: 0 },
  { at: '2030-01-01T00:00:00Z' },
  { hold: 60 },
];

function fuzzCsv(random: Random): string {
  if (random.chance(0.4))
    return `email,name\nlist-${Math.floor(random.next() * 99)}@x.org,"${random.pick(TEXTS)}"\n`;
  const columns = ['email', 'name', 'state', 'Status', 'frequency', 'Unsubscribed', CANARY, '', 'sep=;', '"'];
  const line = (items: readonly string[]) =>
    Array.from({ length: 1 + Math.floor(random.next() * 4) }, () => random.pick(items)).join(
      random.pick([',', ';', '\t']),
    );
  return Array.from({ length: 5 }, (_, n) => line(n === 0 ? columns : TEXTS)).join(
    random.pick(['\n', '\r\n', '\r']),
  );
}
