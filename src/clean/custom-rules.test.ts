import { describe, expect, test } from 'vitest';
import { element, elementsOf, setChildren, text } from '../html/tree.ts';
import { removeWhere } from './dom/remove.ts';
import { type CleanContext, clean } from './pipeline.ts';
import type { Rule } from './rule.ts';

const context: CleanContext = {
  feed: 'coast',
  title: 'The ferry comes back',
  base: 'https://coast.example/ferry',
  publishedAt: null,
  language: 'en',
  options: {},
  learned: null,
};

const sentence = 'The ferry across the bay has been running again since the morning of the first of May.';
const html = `<p>${sentence}</p><p>Sponsored by the harbour.</p><p>${sentence.replace('morning', 'evening')}</p>`;

const sponsors: Rule = {
  name: 'sponsors',
  apply: (root, _, receipt) =>
    removeWhere(
      root,
      'sponsors',
      receipt,
      (found) => found.name === 'p' && /Sponsored/.test(JSON.stringify(texts(found))),
    ),
};

function texts(found: Parameters<typeof elementsOf>[0]): string[] {
  return found.children.map((child) => ('data' in child ? child.data : ''));
}

describe('custom rules', () => {
  test('take out what built-in rules leave in, and note it in the receipt', () => {
    expect(clean(html, context).html).toContain('Sponsored');
    const { html: cleaned, removed, failures } = clean(html, context, [sponsors]);
    expect(cleaned).not.toContain('Sponsored');
    expect(cleaned).toContain('evening');
    expect(removed).toEqual([{ rule: 'sponsors', count: 1, text: 'Sponsored by the harbour.' }]);
    expect(failures).toEqual([]);
  });

  test('leave everything as it is when they change nothing', () => {
    const idle: Rule = { name: 'idle', apply: () => {} };
    expect(clean(html, context, [idle])).toEqual(clean(html, context));
  });

  test('cannot let anything through the sanitiser', () => {
    const hostile: Rule = {
      name: 'hostile',
      apply(root) {
        const script = element('script', {}, [text('alert(1)')]);
        const picture = element('img', { src: 'https://coast.example/a.png', onerror: 'alert(2)' }, []);
        const link = element('a', { href: 'javascript:alert(3)' }, [text('here')]);
        const raw = element('p', { style: 'color: red' }, [text('<script>alert(4)</script>')]);
        setChildren(root, [script, picture, link, raw]);
      },
    };
    const { html: cleaned } = clean(html, context, [hostile]);
    expect(cleaned).not.toMatch(/<script|onerror|javascript:|style=/);
    expect(cleaned).toContain('&lt;script');
  });

  const brokenRules: [string, Rule['apply']][] = [
    [
      'throws',
      (root, _, receipt) => {
        for (const found of elementsOf(root)) receipt.note('broken', found);
        setChildren(root, []);
        throw new Error('not a paragraph');
      },
    ],
    [
      'is async',
      (async (root: Parameters<Rule['apply']>[0]) => {
        setChildren(root, []);
        throw new Error('later');
      }) as Rule['apply'],
    ],
    [
      'leaves a tree that contains itself',
      (root) => {
        const loop = element('p', {}, [text('again')]);
        loop.children.push(loop);
        setChildren(root, [loop]);
      },
    ],
  ];

  test.each(brokenRules)('are skipped and named when one %s', (_, apply) => {
    const { html: cleaned, removed, failures } = clean(html, context, [{ name: 'broken', apply }, sponsors]);
    expect(cleaned).toBe(clean(html, context, [sponsors]).html);
    expect(removed.map(({ rule }) => rule)).toEqual(['sponsors']);
    expect(failures).toEqual([{ rule: 'broken', message: expect.stringMatching(/./) }]);
  });
});
