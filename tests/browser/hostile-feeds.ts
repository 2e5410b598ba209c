import { dice } from '../../scripts/bench/invented/dice.ts';
import { hostileWords } from './fixtures-hostile/words.ts';

/** A feed from a hostile publisher. */
export interface HostileFeed {
  id: string;
  /** File name; its extension gives the format. */
  file: string;
  text: string;
  /** Title in the configuration; null for the feed's own. */
  title: string | null;
}

/** A headline or paragraph of invented words, so that no two items are about the same event. */
function ownWords(number: number, count = 7): string {
  const { pick } = dice('own words', number);
  const letters = (row: string) => pick([...row] as [string, ...string[]]);
  const syllable = () => letters('bcdfghklmnprstvz') + letters('aeiou');
  return Array.from({ length: count }, () => Array.from({ length: 4 }, syllable).join('')).join(' ');
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const section = (html: string) => `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

interface Entry {
  title: string;
  html: string;
}

type Format = (entries: readonly Entry[], id: string) => { file: string; text: string };

const day = 'Sun, 22 Nov 2026 03:00:00 GMT';
const rss = (id: string, items: string) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${id}</title>${items}</channel></rss>`;

/** The ways in which feeds carry HTML. */
const formats: readonly Format[] = [
  (entries, id) => ({
    file: `${id}.json`,
    text: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: id,
      items: entries.map(({ title, html }, index) => ({
        ...{ id: `${id}-${index}`, url: `https://a.example/${id}/${index}`, title, content_html: html },
        date_published: '2026-11-22T03:00:00Z',
      })),
    }),
  }),
  (entries, id) => ({
    file: `${id}.xml`,
    text: rss(
      id,
      entries
        .map(
          ({ title, html }, index) =>
            `<item><guid>${id}-${index}</guid><link>https://a.example/${id}/${index}</link><title>${title}</title><pubDate>${day}</pubDate><content:encoded>${section(html)}</content:encoded></item>`,
        )
        .join(''),
    ),
  }),
  (entries, id) => ({
    file: `${id}.xml`,
    text: rss(
      id,
      entries
        .map(
          ({ title, html }, index) =>
            `<item><guid>${id}-${index}</guid><link>https://a.example/${id}/${index}</link><title>${title}</title><pubDate>${day}</pubDate><description>${escaped(html)}</description></item>`,
        )
        .join(''),
    ),
  }),
  (entries, id) => ({
    file: `${id}.xml`,
    text: `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="javascript:xss()//"><title>${id}</title>${entries
      .map(
        ({ title, html }, index) =>
          `<entry><id>${id}-${index}</id><link href="https://a.example/${id}/${index}"/><title>${title}</title><updated>2026-11-22T03:00:00Z</updated><content type="html">${escaped(html)}</content></entry>`,
      )
      .join('')}</feed>`,
  }),
];

/** Matches a word of `ownWords`, to compare items without them. */
export const ownWord = /\b(?:[bcdfghklmnprstvz][aeiou]){4}\b/g;

/** Few enough items a feed that no boilerplate is learned: nothing may be removed for that reason. */
const itemsAFeed = 4;

/** Feeds whose entries have these bodies, each after an invented paragraph, in each format in turn. */
export function feedsOfBodies(bodies: readonly string[]): HostileFeed[] {
  const entries = bodies.map((html, index) => ({
    title: ownWords(index),
    html: `<p>${ownWords(index + 10_000, 120)}.</p>${html}`,
  }));
  return Array.from({ length: Math.ceil(entries.length / itemsAFeed) }, (_, index) => {
    const id = `body-${index}`;
    const format = formats[index % formats.length] ?? formats[0];
    const some = entries.slice(index * itemsAFeed, (index + 1) * itemsAFeed);
    return { id, title: null, ...(format?.(some, id) ?? { file: '', text: '' }) };
  });
}

/** One feed for each word, with the word in every field. `change` begins the titles. */
export function feedsOfWords(change: string): HostileFeed[] {
  return hostileWords.flatMap((word, index): HostileFeed[] => {
    const title = index % 2 === 0 ? null : word.replace(/\s+/g, ' ');
    return [
      { id: `word-${index}`, file: `word-${index}.xml`, title, text: rssOfWord(word, index, change) },
      { id: `json-${index}`, file: `json-${index}.json`, title, text: jsonOfWord(word, index, change) },
    ];
  });
}

function rssOfWord(word: string, number: number, change: string): string {
  const text = escaped(word);
  const own = ownWords(number + 20_000);
  const entry = (name: string, title: string, body: string) => `
<item><guid>${text} ${name}</guid><link>https://a.example/${name}/${number}?${escaped(encodeURI(word.toWellFormed()))}</link><title>${escaped(title)}</title>
<pubDate>${day}</pubDate><dc:creator>${text}</dc:creator><author>${text}</author><category>${text}</category><dc:language>${text}</dc:language>
<media:content url="https://a.example/p.jpg" medium="image" width="${text}" height="99"><media:title>${text}</media:title></media:content>
<enclosure url="https://a.example/${text}.mp3" type="audio/${text}" length="${text}"/><enclosure url="${text}" type="${text}"/><enclosure url="javascript:xss()//.mp3" type="audio/mpeg"/>
<comments>${text}</comments><source url="${text}">${text}</source>${body}</item>`;
  const furniture = `<div class="sharedaddy">${text}</div><figure><img src="https://a.example/b.jpg" alt="${text}"><figcaption>${text}</figcaption></figure><p><a href="https://a.example/${text}" title="${text}">${text}</a></p><iframe src="https://a.example/v" title="${text}"></iframe>`;
  return `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>${text}</title><link>https://a.example/${text}</link><description>${text}</description><language>${text}</language><copyright>${text}</copyright><managingEditor>${text}</managingEditor><generator>${text}</generator><image><url>javascript:xss()</url><title>${text}</title><link>javascript:xss()</link></image>
${entry('whole', change + word, `<content:encoded>${escaped(`<p>${own}.</p>${furniture}`)}</content:encoded>`)}
${entry('teaser', `${change}${own} ${word}`, `<description>${text}</description>`)}
</channel></rss>`;
}

function jsonOfWord(word: string, number: number, change: string): string {
  const own = ownWords(number + 30_000);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    ...{ title: word, home_page_url: 'javascript:xss()', description: word, language: word, icon: word },
    items: [
      {
        ...{ id: word, url: 'javascript:xss()', external_url: word, title: `${change}${own} ${word}` },
        ...{
          content_text: `${own}\n\n${word}`,
          summary: word,
          image: `https://a.example/${word}`,
          language: word,
        },
        ...{ tags: [word], authors: [{ name: word, url: 'javascript:xss()' }] },
        attachments: [{ url: `https://a.example/${word}`, mime_type: word, title: word }],
        date_published: '2026-11-22T03:00:00Z',
      },
    ],
  });
}
