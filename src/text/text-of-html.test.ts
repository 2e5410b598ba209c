import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfHtml } from './text-of-html.ts';

describe('textOfHtml', () => {
  test.each([
    ['<p>One</p><p>two</p>', 'One two'],
    ['One<br>two', 'One two'],
    ['One <b>tw</b>o', 'One two'],
    ['a<td>b</td><td>c</td>', 'a b c'],
    ['&lt;b&gt; &amp;amp; &eacute;&#8217;', '<b> &amp; é’'],
    ['<script>no</script>yes<style>no</style>', 'yes'],
    ['<!-- no -->yes', 'yes'],
    ['<img alt="no" src="x">yes', 'yes'],
    ['<a title="a > b">yes</a>', 'yes'],
    ['1 < 2', '1 < 2'],
    ['', ''],
    ['<p>', ''],
  ])('reads %j as %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  test('stops at the length asked for', () => {
    expect(textOfHtml('<p>word</p>'.repeat(100_000), 50)).toHaveLength(50);
  });

  test('reads 200,000 nested elements in time', () => {
    expect(textOfHtml(`${'<div>'.repeat(200_000)}yes`)).toBe('yes');
  });

  test('returns no control characters and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (html) => {
        expect(textOfHtml(html)).not.toMatch(/[\p{Cc}\ufffe]|^\s|\s$/u);
      }),
    );
  });
});
