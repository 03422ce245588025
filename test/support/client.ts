// Talks to the Worker under test as the world would: by HTTP.

import { exports } from 'cloudflare:workers';

export const SITE = 'http://copydesk.test';
export const EDITOR = { Authorization: 'Bearer dev' };

export function request(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(`${SITE}${path}`, { redirect: 'manual', ...init }));
}

/** The same, signed in as an editor. */
export function asEditor(path: string, init: RequestInit = {}): Promise<Response> {
  return request(path, { ...init, headers: { ...EDITOR, ...(init.headers as Record<string, string>) } });
}

/** Posts a raw report as an editor. */
export function postText(
  path: string,
  body: BodyInit,
  headers: Record<string, string> = {},
): Promise<Response> {
  return asEditor(path, { method: 'POST', body, headers: { 'Content-Type': 'text/plain', ...headers } });
}

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
} & Record<string, unknown>;

/** Reads a problem document, and fails for any other answer. */
export async function readProblem(response: Response): Promise<Problem> {
  const type = response.headers.get('Content-Type');
  if (type?.startsWith('application/problem+json') !== true)
    throw new Error(`no problem document: ${response.status} ${type} ${await response.text()}`);
  return response.json();
}
