import { describe, expect, test } from 'vitest';
import { processorTime } from '../test-processor-time.ts';
import { hostileBodies } from './fixtures/hostile.ts';
import { offences } from './fixtures/offences.ts';
import { sanitize } from './sanitize.ts';

describe('values of attributes', () => {
  test.each([
    '<p dir="rtl" lang="zh-Hant-TW">x</p>',
    '<ol start="-3" reversed><li value="7">x</li></ol>',
    '<table><tr><th colspan="2" rowspan="0" scope="colgroup">x</th></tr></table>',
    '<time datetime="2026-11-22T06:30:00.5+08:00">x</time>',
    '<time datetime="P3DT4H30M">x</time>',
    '<img src="https://a.example/a.jpg" alt="a &lt;b&gt; “c”" width="640" height="480" />',
    '<abbr title="x &amp; y">x</abbr>',
  ])('keeps allowed values: %s', (html) => {
    expect(sanitize(html)).toBe(html);
  });

  test.each([
    ['<time datetime="\n\n[x](javascript:xss())\n\n">x</time>', '<time>x</time>'],
    ['<ol start="1\n\n# x" reversed="\n\n"><li value="7e7">x</li></ol>', '<ol><li>x</li></ol>'],
    ['<bdo dir="rtl\n\nx">x</bdo>', '<bdo>x</bdo>'],
    ['<span lang="\n\n<script>">x</span>', '<span>x</span>'],
    [
      '<table><tr><td colspan="9999999" rowspan="-1" scope="x">x</td></tr></table>',
      '<table><tr><td>x</td></tr></table>',
    ],
    [
      '<img src="https://a.example/a.jpg" width="100%" height="1e9" />',
      '<img src="https://a.example/a.jpg" />',
    ],
  ])('removes other values: %s', (html, sanitized) => {
    expect(sanitize(html)).toBe(sanitized);
  });

  test('folds texts to one line, so that a stored body has no blank line', () => {
    expect(sanitize('<abbr title="a\n\n&lt;b&gt;\r\rc">x</abbr>')).toBe(
      '<abbr title="a &lt;b&gt; c">x</abbr>',
    );
  });
});

test('sanitises a long run of white space in time', async () => {
  const space = '\u3000'.repeat(500_000);
  const html = `<p>a${space}b</p>`;
  expect(await processorTime(() => expect(sanitize(html)).toBe(html))).toBeLessThan(5000);
});

test.each(hostileBodies.map(({ html }) => html))('makes %j harmless without any rule before it', (html) => {
  expect(offences(sanitize(html))).toEqual([]);
  expect(offences(sanitize(`<p>before ${html} behind</p>${html}<table><tr><td>${html}`))).toEqual([]);
});

describe('formulas', () => {
  test.each([
    '<p><math display="block" alttext="\\frac{a}{b}"><mfrac linethickness="0.1em"><mi mathvariant="double-struck">a</mi><mi>b</mi></mfrac></math></p>',
    '<math><mo form="prefix" stretchy="false" lspace="0.2em">(</mo><mspace width="-0.17em"></mspace></math>',
    '<math><mtable><mtr><mtd columnspan="2"><mn>1</mn></mtd></mtr></mtable></math>',
  ])('keeps %s', (html) => {
    expect(sanitize(html)).toBe(html);
  });

  test.each([
    ['<mi>x</mi> <mrow>y</mrow>', 'x y'],
    ['<math><mi>x<b>y</b><math>z</math></mi><p>q</p></math>', '<math><mi>xyz</mi>q</math>'],
    ['<math href="https://a.example"><mi onclick="x">x</mi></math>', '<math><mi>x</mi></math>'],
    ['<math><semantics><mi>x</mi><annotation>\\x</annotation></semantics></math>', '<math><mi>x</mi></math>'],
  ])('keeps nothing else in them, and them nowhere else: %s', (html, sanitized) => {
    expect(sanitize(html)).toBe(sanitized);
  });
});
