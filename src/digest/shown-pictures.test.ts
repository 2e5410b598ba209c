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
