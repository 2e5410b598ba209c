import { describe, expect, test } from 'vitest';
import type { PlacedItem } from '../store/stored-item.ts';
import { isIssue, itemEntry } from './feeds/entry.ts';
import { testContext, wireConfig, wireItem } from './feeds/test-feeds.ts';
import { pictureSetting, shownPictures } from './shown-pictures.ts';

const siteUrl = 'https://name.github.io/paper/';
const original = wireItem.picture?.url ?? '';
const src = 'https://name.github.io/paper/2026/11/pictures/0123456789abcdef0123.webp';
const copies = new Map([['2026-11', new Map([[original, { src, width: 320, height: 200 }]])]]);
const withSetting = (setting: string) => wireConfig(`, pictures: ${setting}`, ', pictures: none');
const show = (setting: string) => shownPictures(withSetting(setting), siteUrl, copies);
const enclosure = (url: string, type: string | null) => ({ url, type, length: 9 });
const photo = 'https://wire.example/p2.jpg';

describe('shownPictures', () => {
  test('uses the setting of the feed, else that of the site, also for a feed that has left the configuration', () => {
    const config = withSetting('proxy');
    expect(['wire', 'hills', 'gone'].map((feed) => pictureSetting(feed, config))).toEqual([
      'proxy',
      'none',
      'proxy',
    ]);
  });

  test('uses a copy only in the month of its item', () => {
    expect(show('local').lead(wireItem)).toMatchObject({ url: src, width: 320, height: 200 });
    const before: PlacedItem = { ...wireItem, day: '2026-10-31' };
    expect(show('local').lead(before)?.url).toBe(original);
  });

  test('applies the setting to enclosures that are pictures and to no others', () => {
    const item = {
      ...wireItem,
      enclosures: [enclosure(photo, 'image/jpeg'), enclosure(original, 'image/jpeg'), ...wireItem.enclosures],
    };
    const [sound] = wireItem.enclosures;
    expect(show('direct').files(item)).toEqual(item.enclosures);
    expect(show('none').files(item)).toEqual([sound]);
    expect(show('local').files(item)).toEqual([
      enclosure(photo, 'image/jpeg'),
      { url: src, type: 'image/webp', length: null },
      sound,
    ]);
    expect(show('proxy').files(item)[0]).toMatchObject({
      url: expect.stringContaining('wsrv.nl'),
      length: null,
    });
  });
});

describe('an entry of a feed', () => {
  const body = `<p>Text</p><figure><img src="${original.replace('&', '&amp;')}" alt="A quay" /><figcaption>At five.</figcaption></figure>`;
  const entry = (setting: string) => {
    const made = itemEntry(
      { lead: wireItem, others: [] },
      body,
      testContext(withSetting(setting), siteUrl, copies),
    );
    if (isIssue(made)) throw new Error(made.message);
    return made;
  };

  test('applies one setting to the lead picture and to those in the text', () => {
    expect(entry('direct').html).toContain(body);
    expect(entry('direct').picture?.url).toBe(original);
    expect(entry('local').html).toContain(`<img src="${src}" alt="A quay" width="320" height="200" />`);
    expect(entry('local').picture?.url).toBe(src);
    const through = `https://wsrv.nl/?url=${encodeURIComponent(original)}&w=1200&we`;
    expect(entry('proxy').html).toContain(`src="${through.replaceAll('&', '&amp;')}"`);
    expect(entry('proxy').picture?.url).toBe(through);
    expect(entry('none').html).toContain('<figure><figcaption>[A quay]</figcaption></figure>');
    expect(entry('none').html).not.toContain('At five');
    expect(entry('none').picture).toBeNull();
  });
});

describe('a file in a private network', () => {
  const router = 'http://192.168.1.1/apply.cgi?reboot=1';
  const item: PlacedItem = {
    ...wireItem,
    picture: { url: router, width: null, height: null, alt: null },
    enclosures: [enclosure('http://nas.local/a.mp3', 'audio/mpeg'), enclosure(photo, 'image/jpeg')],
  };
  const body = `<p>Text</p><figure><img src="${router}" alt="A quay" /><figcaption>At five.</figcaption></figure><p><img src="${photo}" alt="" /></p>`;

  test.each(['direct', 'proxy', 'local'])('is shown nowhere (%s)', (setting) => {
    const shown = show(setting);
    expect(shown.lead(item)).toBeNull();
    expect(shown.body(item, body)).toContain('<figure><figcaption>[A quay]</figcaption></figure>');
    expect(shown.body(item, body)).not.toMatch(/192\.168|At five/);
    expect(shown.body(item, body)).toMatch(/<img src="https:/);
    expect(shown.files(item)).toHaveLength(1);
  });

  test('keeps the caption of a figure with a picture that stays', () => {
    const pair = `<figure><img src="${router}" alt="" /><img src="${photo}" alt="" /><figcaption>Both.</figcaption></figure>`;
    expect(show('direct').body(item, pair)).toBe(
      `<figure><img src="${photo}" alt="" /><figcaption>Both.</figcaption></figure>`,
    );
  });

  test('is in no entry of a feed', () => {
    const context = testContext(withSetting('direct'), siteUrl, copies);
    const made = itemEntry({ lead: item, others: [] }, body, context);
    expect(JSON.stringify(made)).not.toMatch(/192\.168|nas\.local/);
  });

  test('is shown from a listed host that a feed is read from, and from the host of the site', () => {
    const config = withSetting('direct');
    const own = (url: string, hosts: string[]) => ({
      ...config,
      pull: { ...config.pull, allowPrivateHosts: hosts },
      feeds: config.feeds.map((feed) => (feed.id === 'hills' ? { ...feed, url } : feed)),
    });
    const shows = (settings: typeof config, site = siteUrl) =>
      shownPictures(settings, site, new Map()).lead(item) !== null;
    expect(shows(own('http://192.168.1.1/feed', ['192.168.1.1']))).toBe(true);
    expect(shows(own('http://192.168.1.1:8080/feed', ['192.168.1.1']))).toBe(true);
    expect(shows(own('http://192.168.1.1:8080/feed', ['192.168.1.1:8080']))).toBe(false);
    expect(shows(own('https://hills.example/feed', ['192.168.1.1']))).toBe(false);
    expect(shows(config, 'http://192.168.1.1/paper/')).toBe(true);
  });
});
