import { expect, test } from 'vitest';
import { paragraphsHtml } from './paragraphs-html.ts';

test('keeps paragraphs and lines of plain text and escapes markup', () => {
  expect(paragraphsHtml('a <b>\nc\n\nd\r\n \r\ne')).toBe('<p>a &lt;b&gt;<br>c</p>\n<p>d</p>\n<p>e</p>');
});
