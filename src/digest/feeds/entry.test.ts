import { describe, expect, test } from 'vitest';
import type { PlacedItem } from '../../store/stored-item.ts';
import { guidOf } from '../guid.ts';
import { isIssue, itemEntry } from './entry.ts';
import { testContext, testEntry, wireConfig, wireItem } from './test-feeds.ts';

const page = 'https://name.github.io/paper/2026/11/22/wire-0123456789ab/';
const other: PlacedItem = {
  ...wireItem,
  name: 'hills-0123456789ab',
  feed: 'hills',
  title: '渡轮与铁路',
  link: 'https://hills.example/2',
};

describe('an entry', () => {
  test('names its source first, linked to the original, then shows the article', () => {
    expect(testEntry().html).toBe(
      [
        '<p><a href="https://wire.example/1?a=1&amp;b=2">Harbour Wire</a></p>',
        '<p>All of it.</p>',
        `<p><a href="${page}">Paper</a></p>`,
      ].join('\n'),
    );
  });

  test('lists the other sources of its story, each with its original and our page', () => {
    expect(testEntry({}, '<p>All.</p>', testContext(), [other]).html).toContain(
      [
        '<p>Told by others</p>',
        '<ul>',
        '<li dir="auto"><a href="https://hills.example/2">山里人</a> · <a href="https://name.github.io/paper/2026/11/22/hills-0123456789ab/">渡轮与铁路</a></li>',
        '</ul>',
      ].join('\n'),
    );
  });

  test('links to our page when its feed gives no link or an invalid one', () => {
    for (const link of [null, 'javascript:alert(1)', '/relative', 'ftp://wire.example/1']) {
      const entry = testEntry({ link });
      expect(entry.link).toBe(page);
      expect(entry.html).toMatch(/^<p>Harbour Wire<\/p>/);
    }
  });

  test('shows only the excerpt of a source that allows no more, and links to the original', () => {
    const config = wireConfig('', ', republish: excerpt');
    const entry = testEntry(
      { feed: 'hills', excerpt: 'Short <b>.' },
      '<p>All of it.</p>',
      testContext(config),
    );
    expect(entry).toMatchObject({ whole: false, summary: 'Short <\u2060b>.' });
    expect(entry.html).not.toContain('All of it');
    expect(entry.html).toContain('<p>Short &lt;b&gt;.</p>');
    expect(entry.html).toContain('<a href="https://wire.example/1?a=1&amp;b=2">Read the original</a>');
  });

  test('shows the excerpt in a paper with summary feeds, and links to the whole article on our page', () => {
    const entry = testEntry({}, '<p>All of it.</p>', testContext(wireConfig(', feedText: summary')));
    expect(entry.whole).toBe(false);
    expect(entry.html).not.toContain('All of it');
    expect(entry.html).toContain(`<a href="${page}">Read all of it</a>`);
  });

  test('links to the rest of an article that its source gives in part', () => {
    const entry = testEntry({ fullText: false }, '<p>A teaser.</p>');
    expect(entry.html).toContain('<p>A teaser.</p>\n<p><a href="https://wire.example/1?a=1&amp;b=2">Read');
  });

  test('carries the rights of its source', () => {
    const entry = testEntry({}, '', { ...testContext(), rightsOf: () => '© <Wire>' });
    expect(entry.rights).toBe('© <\u2060Wire>');
    expect(entry.html).toContain('Paper</a> · © &lt;Wire&gt;</p>');
  });

  test('marks its text direction when that differs from the paper', () => {
    expect(testEntry({ language: 'ar' }, '<p>نص</p>').html).toContain(
      '<div dir="rtl" lang="ar">\n<p>نص</p>\n</div>',
    );
    expect(testEntry({ language: 'zh-Hans' }).html).not.toContain('<div');
  });

  test('names our own feed of the source when the address of the source is private', () => {
    const config = wireConfig();
    const [wire] = config.feeds;
    const kept = { ...config, feeds: [{ ...wire, url: 'https://wire.example/feed?token=abc' }] };
    const { source } = testEntry({}, '', testContext(kept as typeof config));
    expect(source).toEqual({
      name: 'Harbour Wire',
      url: 'https://name.github.io/paper/sources/wire/rss.xml',
    });
  });

  test('never has an empty summary', () => {
    expect(testEntry({ excerpt: '' }).summary).toBe('Ferry & rail');
  });

  test('has only absolute addresses, in the characters of RFC 3986', () => {
    const entry = testEntry({
      link: 'https://wire.example/a[1]|{b}?q=^`ü',
      picture: { url: '/p.jpg', width: 1, height: 1, alt: null },
      enclosures: [
        { url: 'e.mp3', type: null, length: null },
        { url: 'https://wire.example/音.mp3', type: null, length: null },
      ],
    });
    expect(entry.link).toMatch(/^https:\/\/wire\.example\/[\w%?=.~/-]+$/);
    expect(new URL(entry.link).pathname).toBe('/a%5B1%5D%7C%7Bb%7D');
    expect(entry.picture).toBeNull();
    expect(entry.enclosures.map(({ url }) => url)).toEqual(['https://wire.example/%E9%9F%B3.mp3']);
  });

  test('has a guid that depends only on the name of its item', () => {
    expect(testEntry().guid).toBe(guidOf('wire-0123456789ab'));
    expect(guidOf('wire-0123456789ab')).toBe('urn:uuid:f6bd1e46-ce0d-5472-a9e5-50f0345dd50a');
  });

  test('becomes an issue that names the file when it cannot be made', () => {
    const made = ['\u0000\u0001', '\ud800 '].map((title) =>
      itemEntry({ lead: { ...wireItem, title }, others: [] }, '', testContext()),
    );
    const undated = { ...wireItem, publishedAt: null, firstSeenAt: 'yesterday' };
    made.push(itemEntry({ lead: undated, others: [] }, '', testContext()));
    for (const issue of made) {
      if (!isIssue(issue)) throw new Error('an entry was made');
      expect(issue).toMatchObject({ feed: 'wire', code: 'unfit-for-feeds' });
      expect(issue.message).toContain('wire-0123456789ab is left out of the feeds');
      expect(issue.hint).toContain('items/2026/11/22/wire-0123456789ab.md');
    }
  });
});
