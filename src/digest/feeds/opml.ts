import { inertText, xmlAttribute, xmlEscape } from './xml-text.ts';

/** A list of subscriptions (OPML 2.0, http://opml.org/spec2.opml), which every reader imports. */
export interface SubscriptionList {
  title: string;
  feeds: {
    title: string;
    /** Absolute address of the feed. */
    url: string;
    /** Absolute address of the site, or null. */
    site: string | null;
    language: string | null;
    /** Names of its topics; the first is the folder that it lies in. */
    topics: string[];
  }[];
}

/** The list as OPML: first the feeds without a topic, then one folder for each topic, in the order of the list. */
export function toOpml({ title, feeds }: SubscriptionList): string {
  const byFolder = Map.groupBy(feeds, ({ topics }) => topics[0] ?? null);
  const loose = byFolder.get(null) ?? [];
  byFolder.delete(null);
  const folders = [...byFolder].flatMap(([name, inside]) => [
    `    <outline text="${xmlAttribute(inertText(name ?? ''))}">`,
    ...inside.map((feed) => `      ${outline(feed)}`),
    '    </outline>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${xmlEscape(inertText(title))}</title></head>`,
    '  <body>',
    ...loose.map((feed) => `    ${outline(feed)}`),
    ...folders,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function outline({ title, url, site, language, topics }: SubscriptionList['feeds'][number]): string {
  const attributes = {
    // Readers may show these as HTML.
    text: inertText(title),
    title: inertText(title),
    type: 'rss',
    xmlUrl: url,
    ...(site === null ? {} : { htmlUrl: site }),
    ...(language === null ? {} : { language }),
    // Commas separate categories and slashes separate their levels.
    ...(topics.length > 0
      ? { category: topics.map((name) => `/${inertText(name).replace(/[,/]/g, ' ')}`).join(',') }
      : {}),
  };
  const pairs = Object.entries(attributes).map(([name, value]) => `${name}="${xmlAttribute(value)}"`);
  return `<outline ${pairs.join(' ')}/>`;
}
