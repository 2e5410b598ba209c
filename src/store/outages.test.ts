import { describe, expect, test } from 'vitest';
import { outageSchema, outagesAfter } from './outages.ts';

const failure = {
  since: '2026-11-02T22:30:00.000Z',
  count: 2,
  code: 'dns',
  message: 'no such host',
  hint: 'look',
};
const now = '2026-11-05T22:30:00.000Z';
const over = { since: failure.since, until: now, code: 'dns', message: 'no such host', hint: 'look' };

describe('outagesAfter', () => {
  test('adds an outage when a pull ends a series of failures', () => {
    const outages = outagesAfter({ failure, outages: [] }, { failure: null }, now);
    expect(outages).toEqual([over]);
    expect(outageSchema.parse(outages[0])).toEqual(over);
  });

  test('adds nothing while the feed fails, and while it does not', () => {
    expect(outagesAfter({ failure, outages: [over] }, { failure }, now)).toEqual([over]);
    expect(outagesAfter({ failure: null, outages: [over] }, { failure: null }, now)).toEqual([over]);
    expect(outagesAfter({ failure: null }, { failure }, now)).toEqual([]);
  });

  test('keeps the last 20 outages', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...over, message: String(index) }));
    const outages = outagesAfter({ failure, outages: many }, { failure: null }, now);
    expect(outages).toHaveLength(20);
    expect(outages.map(({ message }) => message).at(0)).toBe('1');
    expect(outages.at(-1)).toEqual(over);
  });
});
