import { describe, expect, test } from 'vitest';
import { makePaper } from '../make-paper.ts';
import { testConfig } from '../test-paper.ts';
import { cleanedFeeds, originalFeeds } from './lists.ts';

const config = testConfig(`
feeds:
  - { id: coast, url: "https://coast.example/feed" }
  - { id: hills, url: "https://hills.example/feed?token=abc" }
  - { id: reef, url: "https://reef.example/feed", enabled: false }
`);
const paper = makePaper([], [], config, 'https://reader.example/paper/');
const ours = (feed: string) => `https://reader.example/paper/sources/${feed}/rss.xml`;

describe('the list of the feeds that a paper reads', () => {
  test('has the enabled feeds at their own addresses, or at ours where theirs is private', () => {
    expect(originalFeeds(paper).feeds.map(({ url }) => url)).toEqual([
      'https://coast.example/feed',
      ours('hills'),
    ]);
  });
});

describe('the list of the feeds that a paper makes', () => {
  test('has one for each source', () => {
    expect(cleanedFeeds(paper).feeds.map(({ url }) => url)).toEqual(['coast', 'hills', 'reef'].map(ours));
  });
});
