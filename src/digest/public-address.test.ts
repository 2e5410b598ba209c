import { describe, expect, test } from 'vitest';
import { publicAddress } from './public-address.ts';

describe('publicAddress', () => {
  test.each([
    'https://wire.example/feed',
    'https://wire.example/2026/11/a-long-name-of-a-section-2026/rss.xml?format=xml&lang=zh',
    'https://video.example/feeds/videos.xml?channel_id=UCab12CD34ef56GH78ij90KL',
    'https://wire.example/feed?category=monkey&keyword=tide&tokens-of-spring=1',
    'https://hub.example/telegram/channel/harbour_news',
    'https://feeds.example/internationalbusinessnews/headlines.xml',
  ])('accepts %s', (address) => {
    expect(publicAddress(address)).toBe(address);
  });

  test.each([
    'https://me:word@wire.example/feed',
    'https://wire.example/${A}/feed',
    'https://:word@wire.example/feed',
    'https://wire.example/feed?token=x',
    'https://wire.example/feed?a=1&api_key=x',
    'https://wire.example/feed?Access-Token=x',
    'https://wire.example/feed?rss_token=x',
    'https://hub.example/route?key=politics',
    'https://hub.example/route?code=abc',
    'https://wire.example/feed?sessionid=12',
    'https://wire.example/a.json?feed=0a1b2c3d4e5f60718293a4b5c6d7e8f901234567&user=me',
    'https://wire.example/feed?3f2504e04f8911d39a0c0305e82c3301',
    'https://wire.example/feeds/private/list.xml',
    'https://calendar.example/private-abc/basic.ics',
    'https://letters.example/feeds/q8fj2kd93ms0x7vb1hzt.xml',
    'https://wire.example/d/3F2504E0-4F89-11D3-9A0C-0305E82C3301/podcast.rss',
    'https://wire.example/feed/aB3_dE6-gH9_jK2-mN5_pQ8-sT1',
    'https://wire.example/feed#aB3dE6gH9jK2mN5pQ8sT1x',
    'ftp://wire.example/feed',
    'no address',
  ])('rejects the private address %s', (address) => {
    expect(publicAddress(address)).toBeNull();
  });

  test('is null without an address', () => {
    expect(publicAddress(null)).toBeNull();
  });
});
