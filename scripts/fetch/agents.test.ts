import type { LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';
import { publicLookup } from './agents.ts';
import { PrivateAddressError } from './guard.ts';

describe('publicLookup', () => {
  const answering = (...addresses: string[]): LookupFunction =>
    ((_host, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as LookupFunction;
  const ask = (lookup: LookupFunction, all: boolean) =>
    new Promise<unknown>((resolve) =>
      publicLookup(lookup)('news.example', { all }, (error, found) => resolve(error ?? found)),
    );

  test('drops the private addresses of a name', async () => {
    const lookup = answering('10.0.0.1', '8.8.8.8', '::1');
    expect(await ask(lookup, true)).toEqual([{ address: '8.8.8.8', family: 4 }]);
    expect(await ask(lookup, false)).toBe('8.8.8.8');
  });

  test('rejects a name that has only private addresses', async () => {
    expect(await ask(answering('169.254.169.254'), true)).toBeInstanceOf(PrivateAddressError);
    expect(await ask(answering('198.18.0.7'), true)).toMatchObject({ looksLikeProxy: true });
  });

  test('reports a name without any address', async () => {
    expect(await ask(answering(), false)).toMatchObject({ code: 'ENOTFOUND' });
  });

  test('passes on the failure of the look-up', async () => {
    const failing = ((_host, _options, callback) =>
      callback(Object.assign(new Error('busy'), { code: 'EAI_AGAIN' }), '')) as LookupFunction;
    expect(await ask(failing, true)).toMatchObject({ code: 'EAI_AGAIN' });
  });
});
