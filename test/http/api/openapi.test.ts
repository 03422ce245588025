import { expect, it } from 'vitest';
import { request } from '../../support/client.ts';

type Operation = { responses: Record<string, unknown>; security?: unknown[] };
type Description = { openapi: string; paths: Record<string, Record<string, Operation>> };

it('describes every route of the API with its refusals', async () => {
  const description = (await (await request('/api/openapi.json')).json()) as Description;
  expect(description.openapi).toBe('3.1.0');
  expect(Object.keys(description.paths)).toEqual(
    expect.arrayContaining(['/api/clean', '/api/preview', '/health']),
  );
  for (const path of Object.keys(description.paths).filter((name) => name.startsWith('/api/')))
    for (const operation of Object.values(description.paths[path] ?? {})) {
      expect(operation.security).toEqual([{ editor: [] }]);
      expect(Object.keys(operation.responses)).toContain('401');
    }
});

it('answers /health with a boot id that stays while the server runs', async () => {
  const [first, second] = (await Promise.all([0, 1].map(async () => (await request('/health')).json()))) as {
    ok: boolean;
    bootId: string;
  }[];
  expect(first).toEqual(second);
  expect(first).toMatchObject({ ok: true, bootId: expect.stringMatching(/./) });
});
