import { describe, expect, test } from 'vitest';
import { readConfig } from '../config/read.ts';
import { addFeeds, type FeedToAdd, newEntries } from './add-feeds.ts';

const entries: FeedToAdd[] = [
  { id: 'tide', title: '潮报: 晚刊 # 1', url: 'https://tide.example/rss', topics: ['World', '国际'] },
  { id: 'herald', url: 'https://herald.example/' },
];

function feedsOf(text: string | null): unknown[] {
  const read = readConfig(text ?? '', 'digest.yaml');
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.config.feeds;
}

describe('newEntries', () => {
  const folders: string[] = [];

  test('leaves out configured feeds, comparing addresses without their scheme, and gives each new feed its own id', () => {
    const made = newEntries(
      [
        { title: 'Tide', url: 'http://tide.example/rss', folders, language: null },
        { title: 'Tide', url: 'https://other.example/rss', folders, language: 'en' },
        { title: 'Tide', url: 'https://third.example/rss', folders, language: 'not a tag' },
        { title: null, url: 'https://www.fourth.example/rss', folders, language: null },
      ],
      [{ id: 'tide', url: 'https://tide.example/rss/' }],
    );
    expect(made).toEqual([
      { id: 'tide-2', title: 'Tide', url: 'https://other.example/rss', language: 'en' },
      { id: 'tide-3', title: 'Tide', url: 'https://third.example/rss' },
      { id: 'fourth-example', url: 'https://www.fourth.example/rss' },
    ]);
  });

  test('makes topics of folders, without the characters that topics may not have', () => {
    const many = Array.from({ length: 20 }, (_, index) => `Folder ${index}`);
    const made = newEntries(
      [
        {
          title: 'a',
          url: 'https://a.example/',
          folders: ['News & Politics!', '🙂', '国际', ...many],
          language: null,
        },
      ],
      [],
    );
    expect(made[0]?.topics?.slice(0, 3)).toEqual(['News Politics', '国际', 'Folder 0']);
    expect(feedsOf(addFeeds('site: {title: A}\n', made))).toHaveLength(1);
  });
});

describe('addFeeds', () => {
  const original = `# My paper
site:
  title:   'A'   # as it is

feeds:
  # The first one.
  - id: a
    url: "https://a.example"

  - { id: b, url: https://b.example }   # short
    # a comment on b

# The end.
topics: {x: X}
`;

  test('adds entries at the end of the list and changes no other byte', () => {
    const text = addFeeds(original, entries) ?? '';
    expect(text).toBe(
      original.replace(
        '    # a comment on b\n',
        `    # a comment on b

  - id: tide
    title: "潮报: 晚刊 # 1"
    url: https://tide.example/rss
    topics: [World, 国际]

  - id: herald
    url: https://herald.example/
`,
      ),
    );
    expect(feedsOf(text)).toHaveLength(4);
  });

  test.each([
    [
      'a list without blank lines',
      'site: {title: A}\nfeeds:\n- id: a\n  url: https://a.example\n- id: b\n  url: https://b.example',
      4,
    ],
    ['an empty list', 'site: {title: A}\nfeeds: []   # none yet\ntopics: {x: X}\n', 2],
    ['a file without a list', 'site: {title: A}', 2],
    ['a list without a value', 'site: {title: A}\nfeeds:\n', 2],
    ['a list in brackets', 'site: {title: A}\nfeeds: [{id: a, url: "https://a.example"}]\n', 3],
    [
      'a file with Windows line ends',
      'site:\r\n  title: A\r\nfeeds:\r\n  - id: a\r\n    url: https://a.example\r\n',
      3,
    ],
  ])('adds to %s', (_, text, count) => {
    const added = addFeeds(text, entries);
    expect(feedsOf(added)).toHaveLength(count);
    if (text.includes('\r\n')) expect(added?.replaceAll('\r\n', '')).not.toContain('\n');
    if (text.includes('none yet')) expect(added).toContain('feeds:   # none yet\n  - id: tide');
  });

  test('changes nothing when there is nothing to add', () => {
    expect(addFeeds(original, [])).toBe(original);
  });

  test.each(['- a', 'feeds: 7', 'feeds: [', 'feeds: {a: 1}'])('returns null for %j', (text) => {
    expect(addFeeds(text, entries)).toBeNull();
  });
});
