import { describe, expect, test } from 'vitest';
import { parseHtml } from './parse.ts';
import { isSelector, looksLikeSelector, matcher } from './selectors.ts';
import { elementsOf } from './tree.ts';

const siblings = [...elementsOf(parseHtml(`<div>${'<p>x</p>'.repeat(20_000)}</div>`, 30_000))];
const deep = [...elementsOf(parseHtml('<div>'.repeat(120) + '<p>x</p>'.repeat(300)))];

describe('matcher with a bound', () => {
  test.each([
    ['p:nth-last-of-type(3n+1) ~ p ~ p ~ p', siblings],
    ['b ~ p ~ p', siblings],
    ['p:nth-child(2n of p ~ p)', siblings],
    [':has(~ p ~ b)', siblings],
    ['main div div div div div div p', deep],
    [':has(:has(:has(:has(b))))', deep],
  ])('ends %s within three seconds', (selector, elements) => {
    const start = performance.now();
    const matches = matcher([selector, '.x'], { onSlow: (slow) => expect(slow).toBe(selector) });
    elements.filter(matches);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  test('names the selector that takes too long, once, and goes on with the others', () => {
    const slow: string[] = [];
    const matches = matcher(['b ~ p ~ p', 'div'], { onSlow: (selector) => slow.push(selector) });
    expect(siblings.filter(matches).map(({ name }) => name)).toEqual(['div']);
    for (const found of siblings) matches(found);
    expect(slow).toEqual(['b ~ p ~ p']);
  });

  test('finds what a selector without a bound finds', () => {
    const elements = [
      ...elementsOf(parseHtml('<main><p class="a">x</p><p>y</p><div><p lang="en">z</p></div></main>')),
    ];
    for (const selector of ['p ~ p', 'p:nth-of-type(2)', 'main > p + p', 'div:has(> [lang])', ':not(p)'])
      expect(elements.filter(matcher([selector], { onSlow: () => {} }))).toEqual(
        elements.filter(matcher([selector])),
      );
  });
});

describe('isSelector', () => {
  test('tells selectors from what only looks like one', () => {
    expect(['main .story', 'p:nth-child(2n+1)', 'a[href*=x]'].filter(isSelector)).toHaveLength(3);
    expect(['((((', '.a[', 'p:nonsense', 'p::before', ''].filter(isSelector)).toEqual([]);
    expect(['.a[', 'p > '].filter(looksLikeSelector)).toHaveLength(2);
    expect(['Support our work', '订阅'].filter(looksLikeSelector)).toEqual([]);
  });
});
