import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/crypto/hash.ts';
import { readPageContent } from '../../src/render/page.ts';
import { hashTemplate, readRequestTemplate } from '../../src/render/template.ts';

/** As version 1 wrote them. They stay as they are: so do the rows in the stores. */
const stored = (name: string): string =>
  readFileSync(new URL(`../fixtures/stored/${name}.json`, import.meta.url), 'utf8').trimEnd();

const TEMPLATE = stored('template--1');
const PAGE = stored('page--1');
const TEMPLATE_SHA256 = '01a14228e1579ecc38f2dcd9564033dcafa406a1b780eb8cd78f4685c9dd7527';

describe('a stored template', () => {
  it('of version 1 is read with the hash and the order of members it was approved with', async () => {
    const read = readRequestTemplate(TEMPLATE);
    if (!read.ok) throw new Error(read.error);
    expect(await hashTemplate(read.value)).toBe(TEMPLATE_SHA256);
    expect(JSON.stringify(read.value)).toBe(TEMPLATE);
    expect(read.value.pageSha256).toBe(await sha256(PAGE));
  });

  it('is read without pages, as it was written before there were any', () => {
    const { pageSha256, ...before } = JSON.parse(TEMPLATE);
    expect(pageSha256).toHaveLength(64);
    expect(readRequestTemplate(JSON.stringify(before))).toEqual({ ok: true, value: before });
  });

  it.each([
    ['', 'it is not JSON'],
    ['[]', 'it is not a JSON object'],
    ['{"version":2}', 'its version is 2, which this code does not know'],
    ['{}', 'from is missing or of a wrong type'],
    [TEMPLATE.replace('"tags":[{"name"', '"tags":[{"nom"'), 'tags[0].name is missing or of a wrong type'],
    [TEMPLATE.replace(/"List-Id":"[^"]*"/, '"List-Id":7'), 'headers.List-Id is missing or of a wrong type'],
  ])('says what is wrong with it: %.20s', (json, error) => {
    expect(readRequestTemplate(json)).toEqual({ ok: false, error });
  });
});

describe('the stored content of the pages', () => {
  it('of version 1 is read', () => {
    const read = readPageContent(PAGE);
    if (!read.ok) throw new Error(read.error);
    expect(JSON.stringify(read.value)).toBe(PAGE);
    const { digest, ledgers } = read.value;
    expect(digest.stories.map(({ lang }) => lang)).toEqual(['tr']);
    expect(ledgers[0]?.length).toBe(digest.receipt.passages);
  });

  it.each([
    ['{"digest":{}}', 'its version is missing, which this code does not know'],
    ['{"version":2}', 'its version is 2, which this code does not know'],
    ['{"version":1,"digest":{}}', 'digest.lang is missing or of a wrong type'],
    [
      PAGE.replace('"kind":"paragraph"', '"kind":null'),
      'digest.stories[0].sections[0].blocks[0].kind is missing or of a wrong type',
    ],
    [PAGE.replace(/"ledgers":.*/, '"ledgers":{}}'), 'ledgers is missing or of a wrong type'],
  ])('says what is wrong with it: %.30s', (json, error) => {
    expect(readPageContent(json)).toEqual({ ok: false, error });
  });
});
