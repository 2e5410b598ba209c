import { describe, expect, test } from 'vitest';
import { makePaper } from '../paper/make-paper.ts';
import { testConfig, testItem, testPicture } from '../paper/test-paper.ts';
import { fingerprint, volumeInputs } from '../paper/volume-inputs.ts';
import { newFeedState } from '../store/feed-state.ts';
import { restrictionsOf } from '../store/restrictions.ts';
import { withFormerFeeds } from './former-feeds.ts';
import { readMutes } from './mute.ts';
import { shownBody } from './republish.ts';
import { pictureSettings, shownPictures } from './shown-pictures.ts';
import { countVolumes, rulesDigest } from './volume.ts';

const url = 'https://hills.example/feed';
const coast = '{ id: coast, url: "https://coast.example/feed" }';
const hills = `{ id: hills, url: "${url}", republish: excerpt, mute: [抽奖], pictures: none }`;
const before = testConfig(`feeds: [${coast}, ${hills}]`);
const left = testConfig(`feeds: [${coast}]`);
const [, feed] = before.feeds;
if (feed === undefined) throw new Error('no feed');
const states = [{ ...newFeedState('hills', url), restrictions: restrictionsOf(feed) }];
const after = withFormerFeeds(left, states);
const item = testItem({
  day: '2026-11-20',
  name: 'hills-000000000001',
  feed: 'hills',
  excerpt: '摘要',
  picture: testPicture,
});
const lottery = testItem({ day: '2026-11-20', name: 'hills-000000000002', feed: 'hills', title: '抽奖' });

describe('a feed that has left the configuration', () => {
  test('is still republished as an excerpt, without its pictures, and muted', () => {
    expect(shownBody(item, '<p>All.</p>', after)).toEqual({ html: '<p>摘要</p>', whole: false });
    expect(shownPictures(after, 'https://paper.example/', new Map()).lead(item)).toBeNull();
    expect(pictureSettings(after)).toContain('none');
    expect(readMutes(after)(lottery)).toBe('抽奖');
    expect(rulesDigest(after)).toBe(rulesDigest(before));
  });

  test('follows the configuration alone once it is listed again', () => {
    const open = testConfig(`feeds: [${coast}, {id: hills, url: "${url}"}]`);
    expect(shownBody(item, '<p>All.</p>', withFormerFeeds(open, states)).whole).toBe(true);
    expect(withFormerFeeds(open, states).former).toEqual([]);
  });

  test('changes the pages of a month only where it has articles there and its restrictions change', () => {
    const ofMonth = (stored: (typeof states)[number][]) => {
      const paper = makePaper([item], stored, left, 'https://paper.example/');
      return fingerprint(volumeInputs(paper, countVolumes([item], paper.config), '2026-11'), 'code');
    };
    const elsewhere = { ...newFeedState('reef', 'https://reef.example/'), restrictions: { mute: ['x'] } };
    expect(ofMonth([...states, elsewhere])).toBe(ofMonth(states));
    expect(ofMonth([{ ...newFeedState('hills', url), restrictions: { republish: 'excerpt' } }])).not.toBe(
      ofMonth(states),
    );
  });

  test('mutes by no rule that cannot be read', () => {
    const broken = [{ ...newFeedState('hills', url), restrictions: { mute: ['/(/', '抽奖'] } }];
    expect(readMutes(withFormerFeeds(left, broken))(lottery)).toBe('抽奖');
  });
});
