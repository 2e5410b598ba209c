import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFeedSchema, toJsonFeed } from './json-feed.ts';
import { testChannel, testContext, testEntry } from './test-feeds.ts';

describe('the JSON Feed', () => {
  test('gives the duration of an episode with its file', () => {
    const episode = { seconds: 61, season: null, number: null, kind: null, explicit: null, chapters: null };
    const feed = toJsonFeed(testChannel, [testEntry({ episode })]);
    expect(jsonFeedSchema.parse(feed).items[0]?.attachments?.[0]).toMatchObject({ duration_in_seconds: 61 });
  });

  test('names several authors one by one', () => {
    const authors = ['Ida Moreau', 'Petty, Jon'];
    const feed = toJsonFeed(testChannel, [testEntry({ author: authors.join(', '), authors })]);
    expect(feed.items[0]?.authors).toEqual([{ name: 'Ida Moreau' }, { name: 'Petty, Jon' }]);
  });

  test('conforms to version 1.1', () => {
    const bare = testEntry({ name: 'wire-b', author: null, categories: [], enclosures: [], picture: null });
    const feed = toJsonFeed(testChannel, [testEntry({ updatedAt: '2026-11-22T01:00:00.000Z' }), bare]);
    expect(jsonFeedSchema.parse(JSON.parse(JSON.stringify(feed)))).toEqual(feed);
    expect(jsonFeedSchema.parse(toJsonFeed({ ...testChannel, description: '' }, []))).toMatchObject({
      items: [],
    });
  });

  test('carries what the RSS feed carries', () => {
    const entry = testEntry({ updatedAt: '2026-11-22T01:00:00.000Z' }, '<p>All.</p>', {
      ...testContext(),
      rightsOf: () => 'CC BY',
    });
    expect(toJsonFeed(testChannel, [entry]).items[0]).toEqual({
      id: entry.guid,
      url: 'https://wire.example/1?a=1&b=2',
      title: 'Ferry & rail',
      content_html: entry.html,
      summary: 'Short & to the point.',
      image: 'https://wire.example/p.jpg?w=1&h=2',
      date_published: '2026-11-21T22:00:00.000Z',
      date_modified: '2026-11-22T01:00:00.000Z',
      authors: [{ name: 'A. Pilot & Co' }],
      tags: ['Ports'],
      language: 'en',
      attachments: [{ url: 'https://wire.example/e.mp3', mime_type: 'audio/mpeg', size_in_bytes: 1234 }],
      _source: { name: 'Harbour Wire', feed_url: 'https://wire.example/feed', rights: 'CC BY' },
    });
  });

  test('conforms for any text of an item', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, text, (title, author, type, url) => {
        const wild = {
          title: `t${title}`,
          author,
          excerpt: title,
          categories: [author],
          link: url,
          enclosures: [{ url: `https://wire.example/${url}`, type, length: -1 }],
        };
        jsonFeedSchema.parse(toJsonFeed(testChannel, [testEntry(wild, `<p>${url}</p>`)]));
      }),
      { numRuns: 100 },
    );
  });
});
