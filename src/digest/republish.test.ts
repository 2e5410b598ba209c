import { expect, test } from 'vitest';
import { wireConfig, wireItem } from './feeds/test-feeds.ts';
import { shownBody } from './republish.ts';

const config = wireConfig('', ', republish: excerpt');

test('shows a whole article unless its feed allows an excerpt only', () => {
  expect(shownBody(wireItem, '<p>All.</p>', config)).toEqual({ html: '<p>All.</p>', whole: true });
  const hills = { ...wireItem, feed: 'hills', excerpt: 'Short <b> & plain.' };
  expect(shownBody(hills, '<p>All.</p>', config)).toEqual({
    html: '<p>Short &lt;b&gt; &amp; plain.</p>',
    whole: false,
  });
  expect(shownBody({ ...hills, excerpt: '' }, '<p>All.</p>', config)).toEqual({ html: '', whole: false });
});

test('shows whole articles of a feed that has left the configuration', () => {
  expect(shownBody({ ...wireItem, feed: 'left' }, '<p>All.</p>', config).whole).toBe(true);
});

test.each([
  'url: "https://hills.example/feed?key=${KEY}"',
  'url: "https://hills.example/feed", headers: {Cookie: "a=b"}',
  'url: "https://hills.example/feed", headers: {Authorization: "Bearer ${KEY}"}',
])('shows an excerpt of a private feed (%s), and the whole when its owner says so', (access) => {
  const shown = (more: string) =>
    shownBody(
      { ...wireItem, feed: 'quay' },
      '<p>All.</p>',
      wireConfig('', `}\n  - {id: quay, ${access}${more}`),
    ).whole;
  expect(shown('')).toBe(false);
  expect(shown(', republish: full')).toBe(true);
});
