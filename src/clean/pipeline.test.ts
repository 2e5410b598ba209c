import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../html/parse.ts';
import type { CleanContext } from './context.ts';
import { clean, rules } from './pipeline.ts';
import { Receipt } from './rule.ts';

const context: CleanContext = {
  feed: 'sample',
  title: 'The ferry of Lindhaven',
  base: 'https://paper.example/2020/11/story.html',
  publishedAt: '2020-11-27T06:30:00.000Z',
  language: 'en',
  options: {},
  learned: null,
};

/** Any UTF-16 text, halves of characters too, with a liking for markup. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(...[...'<>/&;="'].map((c) => c.charCodeAt(0))),
    ),
  )
  .map((units) => String.fromCharCode(...units));

const tags =
  `p div section span a b strong em i u small h1 h2 h3 h5 ul ol li dl dt dd blockquote pre code table
  tr td th figure figcaption details summary font center noscript article main x-card q ruby rt`.split(/\s+/);
const texts = [
  'one two',
  ' ',
  '\n',
  '\u00a0',
  '北岸',
  'Read more:',
  '2020-11-27 06:30',
  '© 2020 The Paper',
  '-----',
  '。',
  'x',
  'The ferry of Lindhaven',
  'Photo: A. Moor',
  '&lt;b&gt;',
  '&amp;amp;',
  '\u3000',
];
const atoms = [
  '<br>',
  '<br><br>',
  '<hr>',
  '<img src="https://m.example/a.jpg" alt="a">',
  '<img src="/line.gif">',
  '<img data-src="/b.jpg">',
  '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
  '<video src="/v.mp4" poster="/v.jpg"></video>',
  '<a href="/other">Another story</a>',
  '<!-- c -->',
  '<a href="https://else.example/?utm_source=x">else</a>',
  '<wbr>',
  '</p>',
  '</div>',
  '<li>',
  '<td>',
];
const attributes = [
  '',
  ' class="wp-caption"',
  ' class="related-posts"',
  ' dir="rtl"',
  ' href="/x"',
  ' id="a"',
  ' lang="zh"',
];

const body: fc.Arbitrary<string> = fc.letrec<{ node: string; many: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...texts, ...atoms),
    fc
      .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes), tie('many'), fc.boolean())
      .map(([tag, attribute, inner, closed]) => `<${tag}${attribute}>${inner}${closed ? `</${tag}>` : ''}`),
  ),
  many: fc.array(tie('node'), { maxLength: 5 }).map((nodes) => nodes.join('')),
})).many;

describe('for any body', { timeout: 300_000 }, () => {
  const runs = { numRuns: Number(process.env['CLEAN_RUNS'] ?? 400) };

  test('cleaning twice changes nothing', () => {
    // What stood below the text of a listing goes, and the line end before it with it.
    const below = clean('<pre><p>one two<p><rt class="related-posts">three', context).html;
    expect(below).toBe('<pre>one two</pre>');
    fc.assert(
      fc.property(body, (html) => {
        const once = clean(html, context).html;
        expect(clean(once, context).html).toBe(once);
      }),
      runs,
    );
  });

  test('the HTML starts with a block and has no blank line and no line end inside pre', () => {
    fc.assert(
      fc.property(body, (html) => {
        const cleaned = clean(html, context).html;
        expect(cleaned).toMatch(/^(?:<(?:p|h[2-6]|ul|ol|dl|blockquote|pre|figure|table|details|hr)\b|$)/);
        expect(cleaned).not.toMatch(/\n[ \t]*\n/);
        expect(cleaned).not.toMatch(/<pre>(?:(?!<\/pre>)[\s\S])*\n/);
      }),
      runs,
    );
  });

  test('no empty element remains', () => {
    fc.assert(
      fc.property(body, (html) => {
        expect(clean(html, context).html).not.toMatch(
          /<(p|h\d|ul|ol|li|dl|dd|dt|blockquote|figure|figcaption|a|b|strong|em|i|small|span|pre|code|details)>\s*<\/\1>/,
        );
      }),
      runs,
    );
  });

  test('no rule throws', () => {
    const everyRule = (html: string) => {
      const root = parseHtml(html);
      for (const rule of rules) rule.apply(root, context, new Receipt());
    };
    fc.assert(fc.property(body, everyRule), runs);
    fc.assert(fc.property(anyText, everyRule), runs);
  });
});
