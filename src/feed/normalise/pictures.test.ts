import { describe, expect, test } from 'vitest';
import { itemOfAtom, itemOfRss } from './sample-entry.ts';

const T = '<title>T</title><link>https://host.example/p/1</link>';
const urls = async (fields: string, channel = '') =>
  (await itemOfRss(T + fields, channel)).pictures?.map(({ url }) =>
    url.replace('https://host.example', ''),
  ) ?? [];

describe('the pictures beside the text', () => {
  test.each([
    [
      'are all contents of Media RSS',
      '<media:content url="/n.jpg" medium="image"/><media:content url="/s.jpg" medium="image"/>',
      ['/n.jpg', '/s.jpg'],
    ],
    ['are enclosures by their ending', '<enclosure url="/x.jpg"/>', ['/x.jpg']],
    ['are enclosures by their type', '<enclosure url="/x" type="image/png" length="1"/>', ['/x']],
    ['are thumbnails where there is nothing else', '<media:thumbnail url="/t.jpg" width="240"/>', ['/t.jpg']],
    [
      'are not thumbnails of what there is in full',
      '<media:content url="/n.jpg" type="image/jpeg"><media:thumbnail url="/t.jpg"/></media:content>',
      ['/n.jpg'],
    ],
    [
      'are the widest of several sizes, without type or medium',
      '<media:content width="140" url="/a.jpg?width=140&amp;s=x"/><media:content width="460" url="/a.jpg?width=460&amp;s=y"/><media:content width="300" url="/a.jpg?s=z"/>',
      ['/a.jpg?width=460&s=y'],
    ],
    [
      'are the widest by the address',
      '<media:content url="/up/a-300x200.jpg" medium="image"/><media:content url="/up/a-1024x683.jpg" medium="image"/>',
      ['/up/a-1024x683.jpg'],
    ],
    [
      'are one of a group of sizes',
      '<media:group><media:content url="/q" type="image/jpeg" width="100"/><media:content url="/r" type="image/jpeg" width="900"/></media:group>',
      ['/r'],
    ],
    [
      'are all of a group of pictures',
      '<media:group><media:content url="/q.jpg" medium="image"/><media:content url="/r.jpg" medium="image"/></media:group>',
      ['/q.jpg', '/r.jpg'],
    ],
    ['are that of an episode', '<itunes:image href="/e.jpg"/>', ['/e.jpg']],
    ['are not faces', '<media:content url="https://1.gravatar.com/avatar/1?s=96" medium="image"/>', []],
    ['are not pixels', '<media:content url="/p.gif" medium="image" width="1" height="1"/>', []],
  ])('%s', async (_, fields, expected) => {
    expect(await urls(fields)).toEqual(expected);
  });

  test('are none that the feed has itself', async () => {
    expect(await urls('<itunes:image href="/show.jpg"/>', '<itunes:image href="/show.jpg"/>')).toEqual([]);
  });

  test('keep what they show and whose they are', async () => {
    const { pictures } = await itemOfRss(
      `${T}<media:content url="/a.jpg?s=y" width="460"><media:description type="plain">A pier</media:description><media:credit scheme="urn:ebu">A. Moor</media:credit></media:content>`,
    );
    expect(pictures).toEqual([
      {
        url: 'https://host.example/a.jpg?s=y',
        width: 460,
        height: null,
        alt: 'A pier',
        credit: 'A. Moor',
        plays: null,
      },
    ]);
  });

  test('are the enclosure links of Atom', async () => {
    const { pictures } = await itemOfAtom(
      '<id>tag:1</id><title>T</title><link rel="enclosure" type="image/webp" href="https://host.example/1.webp"/>',
    );
    expect(pictures?.map(({ url }) => url)).toEqual(['https://host.example/1.webp']);
  });

  test('are the poster of a film', async () => {
    const { pictures } = await itemOfRss(
      `${T}<media:group><media:title>The pier</media:title><media:content url="https://www.youtube.com/v/abcdefghijk?version=3" type="application/x-shockwave-flash" width="640" height="390"/><media:thumbnail url="https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg" width="480" height="360"/></media:group>`,
    );
    expect(pictures).toMatchObject([
      {
        url: 'https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg',
        plays: 'https://www.youtube.com/v/abcdefghijk?version=3',
      },
    ]);
  });

  test('stand beside a recording without one', async () => {
    const { pictures } = await itemOfRss(`${T}<enclosure url="/a.mp3" type="audio/mpeg"/>`);
    expect(pictures).toMatchObject([
      { url: 'https://host.example/a.mp3', plays: 'https://host.example/a.mp3' },
    ]);
  });
});
