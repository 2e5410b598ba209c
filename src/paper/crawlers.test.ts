import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { robotsTxt, sitemap } from './crawlers.ts';
import { makePaper } from './make-paper.ts';
import { testConfig, testItem } from './test-paper.ts';

const feeds = 'feeds: [{ id: coast, url: "https://coast.example/feed", topics: [水 与 火] }]';
const items = [
  testItem({ day: '2026-10-31', name: 'coast-1' }),
  testItem({ day: '2026-11-22', name: 'coast-2' }),
];
const paper = (config = testConfig(feeds)) => makePaper(items, [], config, 'https://reader.example/paper/');

describe('robots.txt', () => {
  test('lets everybody in, and names the list of pages', () => {
    expect(robotsTxt(paper())).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://reader.example/paper/sitemap.xml\n',
    );
  });

  test('refuses the crawlers that collect texts for training where the owner says so', () => {
    const config = testConfig(feeds);
    const text = robotsTxt(paper({ ...config, site: { ...config.site, training: false } }));
    const [refused = '', others = ''] = text.split('\n\n');
    expect(refused).toMatch(/^User-agent: GPTBot$/m);
    expect(refused.endsWith('\nDisallow: /')).toBe(true);
    expect(others).toBe('User-agent: *\nAllow: /');
  });
});

describe('the list of pages', () => {
  const $ = load(sitemap(paper()), { xml: true });
  const places = $('urlset > url > loc')
    .map((_, element) => $(element).text())
    .get();

  test('has each edition with its day, and every address once', () => {
    const edition = $('url').filter((_, url) => $(url).find('loc').text().endsWith('/2026/11/22/'));
    expect(edition.find('lastmod').text()).toBe('2026-11-22');
    expect(new Set(places).size).toBe(places.length);
    for (const place of places) expect(new URL(place).href).toBe(place);
    expect(places).toContain('https://reader.example/paper/2026/10/');
  });

  test('leaves out the articles, which have their originals', () => {
    expect(places.filter((place) => place.includes('coast-'))).toEqual([]);
  });
});
