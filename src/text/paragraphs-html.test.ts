import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paragraphsHtml } from './paragraphs-html.ts';
import { textOfHtml } from './text-of-html.ts';

test('keeps paragraphs and lines of plain text and escapes markup', () => {
  expect(paragraphsHtml('a <b>\nc\n\nd\r\n \r\ne')).toBe('<p>a &lt;b&gt;<br>c</p>\n<p>d</p>\n<p>e</p>');
});

describe('addresses become links', () => {
  test.each([
    ['https://a.example/x.', '<a href="https://a.example/x">https://a.example/x</a>.'],
    ['(see https://a.example/x_(y))', '(see <a href="https://a.example/x_(y)">https://a.example/x_(y)</a>)'],
    ['www.a.example, then', '<a href="https://www.a.example">www.a.example</a>, then'],
    ['见https://a.example/x。', '见<a href="https://a.example/x">https://a.example/x</a>。'],
    ['"https://a.example/?a&b"', '"<a href="https://a.example/?a&amp;b">https://a.example/?a&amp;b</a>"'],
    ['javascript:alert(1) http://', 'javascript:alert(1) http://'],
  ])('%s', (text, html) => {
    expect(paragraphsHtml(text)).toBe(`<p>${html}</p>`);
  });
});

describe('a paragraph that is only wrapped stays one', () => {
  test.each([
    [
      'English at 72 columns',
      'The committee has read all of the letters that came in since the spring\nand thanks everybody who has written one.',
      '<p>The committee has read all of the letters that came in since the spring and thanks everybody who has written one.</p>',
    ],
    [
      'Chinese at 72 columns',
      '委员会读完了春天以来收到的全部来信，并感谢每一位写信的人，大多数人要求的是同\n一件事：水边的长椅，台阶旁的灯，还有北岸的扶手。',
      '<p>委员会读完了春天以来收到的全部来信，并感谢每一位写信的人，大多数人要求的是同一件事：水边的长椅，台阶旁的灯，还有北岸的扶手。</p>',
    ],
    [
      'not verse',
      'The tide goes out,\nthe tide comes in,',
      '<p>The tide goes out,<br>the tide comes in,</p>',
    ],
    [
      'not sentences of their own line',
      'We are glad to say that the ferry is back in the harbour today.\nCome and see it!',
      '<p>We are glad to say that the ferry is back in the harbour today.<br>Come and see it!</p>',
    ],
  ])('%s', (_, text, html) => {
    expect(paragraphsHtml(text)).toBe(html);
  });
});

test.each([
  ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
  ['Bring:\n• a\n• b\nThanks', '<p>Bring:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Thanks</p>'],
  ['3. c\n4. d', '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'],
  ['- only one', '<p>- only one</p>'],
])('makes a list of several marked lines: %j', (text, html) => {
  expect(paragraphsHtml(text)).toBe(html);
});

test('keeps the words of any text', () => {
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
      expect(letters(textOfHtml(paragraphsHtml(text)))).toBe(letters(text));
    }),
  );
});
