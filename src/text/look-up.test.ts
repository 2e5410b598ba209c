import { describe, expect, test } from 'vitest';
import { lookUp } from './look-up.ts';

describe('lookUp', () => {
  test('finds what the table itself has, and nothing that objects inherit', () => {
    expect(
      lookUp({ pdf: 'application/pdf', constructor: 'own' } as Record<string, string>, 'constructor'),
    ).toBe('own');
    for (const name of Object.getOwnPropertyNames(Object.prototype))
      expect(lookUp({ a: 1 }, name)).toBeUndefined();
  });
});
