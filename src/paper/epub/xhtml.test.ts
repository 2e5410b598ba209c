import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { toXhtml, xhtmlText } from './xhtml.ts';

function assertWellFormed(xhtml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(`<body xmlns="http://www.w3.org/1999/xhtml">${xhtml}</body>`).close();
}

describe('a body as XHTML', () => {
  test.each([
    ['keeps what is sound', '<h2>a</h2><p>b <em>c</em></p><ul><li>d</li></ul>', null],
    ['closes what HTML leaves open', '<p>a<br>b</p><hr>', '<p>a<br/>b</p><hr/>'],
    [
      'says a picture in words',
      '<figure><img src="https://x.example/a" alt="渡口"><figcaption>b</figcaption></figure>',
      '<figure>[渡口] <figcaption>b</figcaption></figure>',
    ],
    [
      'leaves nothing of a picture without words',
      '<p>a</p><figure><img src="https://x.example/a" alt=""></figure>',
      '<p>a</p>',
    ],
    ['takes an inline element from around blocks', '<b>a<p>c</p></b>', 'a<p>c</p>'],
    [
      'makes a line with blocks in it a block',
      '<h2>a<ul><li>b</li></ul></h2>',
      '<div>a<ul><li>b</li></ul></div>',
    ],
    ['makes a stray part of a list a block', '<li>a</li>', '<div>a</div>'],
    ['makes a list with something else in it a block', '<ul>a<li>b</li></ul>', '<div>a<div>b</div></div>'],
    [
      'drops attributes that say nothing valid',
      '<table><tr><td colspan="0" rowspan="2">a</td></tr></table>',
      '<table><tr><td rowspan="2">a</td></tr></table>',
    ],
    [
      'escapes addresses',
      '<a href="https://x.example/a b?c=1&amp;d=é">e</a>',
      '<a href="https://x.example/a%20b?c=1&amp;d=%C3%A9">e</a>',
    ],
    [
      'keeps formulas in their own namespace',
      '<p><math alttext="a&lt;b"><mi>a</mi><mo>&lt;</mo><mspace width="1em"></mspace><b>x</b></math><mi>y</mi></p>',
      '<p><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="a&lt;b"><mi>a</mi><mo>&lt;</mo><mspace width="1em"/></math>y</p>',
    ],
    [
      'keeps links within the article',
      '<p>a<a href="#fn-0a-1" id="fn-0a-2">1</a></p><p id="fn-0a-1">b<a href="#fn-0a-2">↩</a></p>',
      '<p>a<a id="fn-0a-2" href="#fn-0a-1">1</a></p><p id="fn-0a-1">b<a href="#fn-0a-2">↩</a></p>',
    ],
    ['dissolves a link to a place that is not there', '<p id="x"><a href="#fn-0a-1">1</a></p>', '<p>1</p>'],
    [
      'opens what is folded',
      '<details><summary>a</summary><p>b</p></details>',
      '<details open="open"><summary>a</summary><p>b</p></details>',
    ],
    ['dissolves a link to nowhere', '<p><a href="http://[bad">a</a></p>', '<p>a</p>'],
    [
      'tells the language in both ways',
      '<p lang="ar" dir="rtl">a</p>',
      '<p dir="rtl" lang="ar" xml:lang="ar">a</p>',
    ],
  ])('%s', (_, html, xhtml) => {
    expect(toXhtml(html)).toBe(xhtml ?? html);
  });

  test('is well-formed for any body', () => {
    const tags = fc.constantFrom(
      'p',
      'b',
      'ul',
      'li',
      'table',
      'tr',
      'td',
      'a',
      'ruby',
      'rt',
      'details',
      'summary',
      'figure',
      'dl',
      'math',
      'mi',
    );
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      tags.map((tag) => `<${tag}>`),
      tags.map((tag) => `</${tag}>`),
      fc.constantFrom(
        '&nbsp;',
        '&amp;',
        '&lt;',
        '<a href="https://x.example/?a&b">',
        '<br>',
        '<td colspan="x&quot;">',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => assertWellFormed(toXhtml(pieces.join('')))),
    );
  });
});

test('xhtmlText leaves out what XML forbids', () => {
  expect(xhtmlText('a\u0000<b>&"\ufffe\ud800')).toBe('a&lt;b&gt;&amp;&quot;');
});
