import { escapeText } from '../text/escape.ts';
import { monthsWith, yearsWith } from './archive.ts';
import type { Paper } from './make-paper.ts';

/** What crawlers read first: `robots.txt` (RFC 9309) and the list of pages (sitemaps.org). */

/** Crawlers that collect texts to train models on, as their operators name them in their documentation. */
const trainers = [
  'AI2Bot',
  'Amazonbot',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'Google-Extended',
  'GPTBot',
  'meta-externalagent',
];

/** Counts for a whole host, so it works where the site is at the root of one. */
export function robotsTxt({ config, links }: Paper): string {
  const refused = trainers.map((name) => `User-agent: ${name}`);
  const rules = config.site.training ? [] : [...refused, 'Disallow: /', ''];
  return [...rules, 'User-agent: *', 'Allow: /', '', `Sitemap: ${links.absolute(links.sitemap)}`, ''].join(
    '\n',
  );
}

/** Every page that is the site's own: not the articles, whose originals are the pages to find. */
export function sitemap({ almanac, links, sources, topics }: Paper): string {
  const pages = [
    links.home,
    links.archive,
    links.sources,
    ...[...sources.keys()].map(links.source),
    links.topics,
    ...topics.all.map(links.topic),
    links.subscribe,
    links.about,
    ...yearsWith(almanac).map(links.year),
    ...monthsWith(almanac).map(links.month),
  ].map((path) => ({ path, day: null }));
  const editions = almanac.map(({ day }) => ({ path: links.edition(day), day }));
  const urls = [...pages, ...editions].map(({ path, day }) => {
    const changed = day === null ? '' : `<lastmod>${day}</lastmod>`;
    return `<url><loc>${escapeText(links.absolute(path))}</loc>${changed}</url>`;
  });
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${namespace}">\n${urls.join('\n')}\n</urlset>\n`;
}
