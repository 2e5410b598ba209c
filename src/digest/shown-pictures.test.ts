import { describe, expect, it } from 'vitest';
import type { PlacedItem } from '../store/stored-item.ts';
import { isIssue, itemEntry } from './feeds/entry.ts';
import { testConfig, testFacts, testItem } from './feeds/test-feeds.ts';
import { pictureSetting, shownPictures } from './shown-pictures.ts';

const siteUrl = 'https://name.github.io/paper/';
const original = testItem.picture?.url ?? '';
const src = 'https://name.github.io/paper/2026/11/pictures/0123456789abcdef0123.webp';
const copies = new Map([['2026-11', new Map([[original, { src, width: 320, height: 200 }]])]]);
const withSetting = (setting: string) => testConfig(`, pictures: ${setting}`, ', pictures: none');
const show = (setting: string) => shownPictures(withSetting(setting), siteUrl, copies);
const enclosure = (url: string, type: string | null) => ({ url, type, length: 9 });
const photo = 'https://wire.example/p2.jpg';

describe('how pictures are shown', () => {
  it('is what a feed says, else what the site says, also for a feed that has left', () => {
    const config = withSetting('proxy');
    expect(['wire', 'hills', 'gone'].map((feed) => pictureSetting(feed, config))).toEqual([
      'proxy',
      'none',
      'proxy',
    ]);
  });

  it('a copy stands in for the original in the month of its item only', () => {
    expect(show('local').lead(testItem)).toMatchObject({ url: src, width: 320, height: 200 });
    const before: PlacedItem = { ...testItem, day: '2026-10-31' };
    expect(show('local').lead(before)?.url).toBe(original);
  });

  it('pictures among the files of an item follow, other files do not', () => {
    const item = {
      ...testItem,
      enclosures: [enclosure(photo, 'image/jpeg'), enclosure(original, 'image/jpeg'), ...testItem.enclosures],
    };
    const [sound] = testItem.enclosures;
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
      { lead: testItem, others: [] },
      body,
      testFacts(withSetting(setting), siteUrl, copies),
    );
    if (isIssue(made)) throw new Error(made.message);
    return made;
  };

  it('shows its picture and those of its text by one policy', () => {
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
