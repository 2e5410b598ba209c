import { expect, it } from 'vitest';
import { testConfig, testItem } from './feeds/test-feeds.ts';
import { shownBody } from './republish.ts';

const config = testConfig('', ', republish: excerpt');

it('shows a whole article unless its feed allows an excerpt only', () => {
  expect(shownBody(testItem, '<p>All.</p>', config)).toEqual({ html: '<p>All.</p>', whole: true });
  const hills = { ...testItem, feed: 'hills', excerpt: 'Short <b> & plain.' };
  expect(shownBody(hills, '<p>All.</p>', config)).toEqual({
    html: '<p>Short &lt;b&gt; &amp; plain.</p>',
    whole: false,
  });
  expect(shownBody({ ...hills, excerpt: '' }, '<p>All.</p>', config)).toEqual({ html: '', whole: false });
});

it('shows all of what is stored of a feed that has left the configuration', () => {
  expect(shownBody({ ...testItem, feed: 'left' }, '<p>All.</p>', config).whole).toBe(true);
});
