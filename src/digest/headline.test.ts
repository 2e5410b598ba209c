import { expect, test } from 'vitest';
import { repeatsHeadline, withoutHeadline } from './headline.ts';

test.each([
  ['The ferry is back', '<p>The ferry is <em>back</em>.</p>', ''],
  ['The ferry is back', '<p>The ferry is back. Come!</p>', '<p>The ferry is back. Come!</p>'],
  [
    'The ferry is back',
    '<p>The <a href="https://a.example/">ferry</a> is back</p>',
    '<p>The <a href="https://a.example/">ferry</a> is back</p>',
  ],
  [
    'A pier',
    '<p>A pier</p><figure><img src="https://a.example/a.jpg" alt="" /></figure>',
    '<p>A pier</p><figure><img src="https://a.example/a.jpg" alt="" /></figure>',
  ],
  ['🙂', '<p>🙂</p>', '<p>🙂</p>'],
])('shows the text of a post once: %s', (title, html, shown) => {
  expect(withoutHeadline(title, html)).toBe(shown);
});

test('knows a body with links or pictures that says no more than its headline', () => {
  expect(repeatsHeadline('A pier', '<p>A <a href="https://a.example/">pier</a></p>')).toBe(true);
  expect(repeatsHeadline('A pier', '<p>A pier, and more</p>')).toBe(false);
});
