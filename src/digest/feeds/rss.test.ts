import { getRssString } from '@astrojs/rss';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../config-file.ts';
import { permalinks } from '../permalink.ts';
import type { PlacedItem } from '../stored-item.ts';
import { toRssOptions } from './rss.ts';

const read = readConfig(
  'site: {title: Paper}\nfeeds: [{id: wire, url: "https://wire.example/feed", title: Harbour Wire}]',
  'digest.yaml',
);
if (!('config' in read)) throw new Error('configuration');
const { config } = read;
const links = permalinks('https://name.github.io/paper/');
const channel = {
  title: 'Paper',
  description: 'One a day',
  link: 'https://name.github.io/paper/',
  self: 'https://name.github.io/paper/rss.xml',
  language: 'en',
};
const item: PlacedItem = {
  name: 'wire-0123456789ab',
  day: '2026-11-22',
  title: 'Ferry & rail',
  feed: 'wire',
  id: '00123',
  link: 'https://wire.example/1?a=1&b=2',
  publishedAt: '2026-11-21T22:00:00.000Z',
  firstSeenAt: '2026-11-21T23:00:00.000Z',
  updatedAt: null,
  author: 'A. Pilot & Co',
  language: 'en',
  excerpt: 'Short.',
  categories: ['Ports'],
  picture: { url: 'https://wire.example/p.jpg?w=1&h=2', width: 640, height: 400, alt: null },
  enclosures: [{ url: 'https://wire.example/e.mp3', type: 'audio/mpeg', length: 1234 }],
  minutes: 1,
  fullText: true,
  earlierTitles: [],
  removed: [],
};

/** Element texts and attributes of a document, by a strict parser that throws at the first fault. */
function strict(xml: string) {
  const found: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const open: typeof found = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, text: '', attributes: attributes as Record<string, string> };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return (name: string) => found.filter((element) => element.name === name);
}

const feedOf = async (...entries: { item: PlacedItem; body: string }[]) =>
  getRssString(toRssOptions(channel, entries, config, links));

describe('the RSS feed', () => {
  it('carries the whole cleaned article, its source, author, picture and file', async () => {
    const at = strict(await feedOf({ item, body: '<p>All of it.</p>' }));
    expect(at('content:encoded')[0]?.text).toBe('<p>All of it.</p>');
    expect(at('dc:creator')[0]?.text).toBe('A. Pilot & Co');
    expect(at('source')[0]).toMatchObject({
      text: 'Harbour Wire',
      attributes: { url: 'https://wire.example/feed' },
    });
    expect(at('media:content')[0]?.attributes).toEqual({
      url: 'https://wire.example/p.jpg?w=1&h=2',
      medium: 'image',
      width: '640',
      height: '400',
    });
    expect(at('enclosure')[0]?.attributes).toMatchObject({ length: '1234', type: 'audio/mpeg' });
    expect(at('link')[1]?.text).toBe('https://wire.example/1?a=1&b=2');
  });

  it('names itself, and the newest item as its date, never the clock', async () => {
    const at = strict(
      await feedOf({ item, body: '' }, { item: { ...item, name: 'wire-b', publishedAt: null }, body: '' }),
    );
    expect(at('atom:link')[0]?.attributes).toMatchObject({ rel: 'self', href: channel.self });
    expect(at('lastBuildDate')[0]?.text).toBe('Sat, 21 Nov 2026 23:00:00 GMT');
    expect(at('language')[0]?.text).toBe('en');
  });

  it('gives an item one guid for good, whatever its headline, link or the address of the site', async () => {
    const here = strict(await feedOf({ item, body: '' }));
    const moved = { ...item, title: 'Other', link: 'http://wire.example/other', day: '2026-11-23' };
    const elsewhere = await getRssString(
      toRssOptions(channel, [{ item: moved, body: '' }], config, permalinks('https://paper.example/')),
    );
    expect(strict(elsewhere)('guid')).toEqual(here('guid'));
    expect(here('guid')[0]).toMatchObject({ attributes: { isPermaLink: 'false' } });
    expect(here('guid')[0]?.text).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5/);
  });

  it('leaves out an author that the library would turn into another number', async () => {
    for (const author of ['00123', '1e5', '0x1F', 'true', '123456789012345678901234567890']) {
      expect(strict(await feedOf({ item: { ...item, author }, body: '' }))('dc:creator')).toEqual([]);
    }
  });

  it('is well-formed whatever stands in titles, names and bodies', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ']]>',
        '\u0000\u000b',
        '\ud800',
        '&nbsp;&#8217;',
        '<!--',
        '\ufffe',
        '</content:encoded>',
      ),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (title, author, body) => {
        const wild = { ...item, title: `t${title}`, author, excerpt: body, categories: [title] };
        strict(await feedOf({ item: wild, body: `<p>${body}</p>` }));
      }),
      { numRuns: 200 },
    );
  });
});
