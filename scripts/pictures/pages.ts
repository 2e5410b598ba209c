import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One picture of the paper, for `docs/pages.md` and the README. */
export interface Screenshot {
  /** File name without its extension. */
  name: string;
  /** What it shows. */
  shows: string;
  /** The path on the site. */
  path: string;
  on: 'phone' | 'desk';
  scheme?: 'dark';
  /** The text to press before the picture is taken. */
  press?: string;
  /** A CSS selector to wait for before the picture is taken. */
  wait?: string;
}

/** A picture of each kind of page, in the order in which a reader meets them. `article` is the path of one. */
export function picturesOf(article: string): Screenshot[] {
  return [
    { name: 'home', shows: 'The front page, on a desk', path: '/', on: 'desk' },
    { name: 'home-phone', shows: 'The front page, on a phone', path: '/', on: 'phone' },
    { name: 'home-phone-dark', shows: 'The same at night', path: '/', on: 'phone', scheme: 'dark' },
    { name: 'time-phone', shows: 'An edition by time', path: '/2026/11/21/', on: 'phone', press: '时间' },
    { name: 'article-phone', shows: 'An article', path: article, on: 'phone' },
    { name: 'article', shows: 'An article, on a desk at night', path: article, on: 'desk', scheme: 'dark' },
    { name: 'settings-phone', shows: 'Settings', path: article, on: 'phone', press: 'Aa' },
    { name: 'archive-phone', shows: 'The archive', path: '/archive/', on: 'phone' },
    { name: 'month', shows: 'A month', path: '/2026/11/', on: 'desk' },
    { name: 'year-phone', shows: 'A year', path: '/2026/', on: 'phone' },
    { name: 'sources-phone', shows: 'The sources', path: '/sources/', on: 'phone' },
    { name: 'source-phone', shows: 'A source', path: '/sources/yuanan/', on: 'phone' },
    { name: 'topic-phone', shows: 'A topic', path: '/topics/city/', on: 'phone' },
    {
      name: 'search-phone',
      shows: 'The search',
      path: `/search/?${new URLSearchParams({ q: '渡轮' })}`,
      on: 'phone',
      wait: '.results li',
    },
    { name: 'subscribe-phone', shows: 'Subscribing', path: '/subscribe/', on: 'phone' },
    { name: 'status', shows: 'The state of the sources', path: '/status/', on: 'desk' },
    { name: 'about-phone', shows: 'About the paper', path: '/about/', on: 'phone' },
  ];
}

/** The text of `docs/pages.md`. */
export function pagesDocument(pictures: readonly Screenshot[]): string {
  const figure = ({ name, shows, on }: Screenshot) =>
    `<img src="pictures/${name}.jpg" alt="${shows}" width="${on === 'phone' ? 240 : 720}">`;
  const all = pictures.map((picture) => `**${picture.shows}**\n\n${figure(picture)}\n`);
  return `# Its pages\n\nThe sample newspaper of \`npm run demo\`, taken by \`npm run pictures\`.\n\n${all.join('\n')}`;
}

/** The path of an article of the sample newspaper that lies in `site`; null when there is none. */
export async function sampleArticle(site: string): Promise<string | null> {
  const names = await readdir(join(site, '2026/11/21')).catch(() => []);
  const [name] = names.filter((each) => each.startsWith('yuanan')).sort();
  return name === undefined ? null : `/2026/11/21/${name}/`;
}
