import { instantOf } from '../digest/instant.ts';
import { storyPicture } from '../digest/story-picture.ts';
import type { ArticlePage, EditionPage } from './edition-pages.ts';
import type { Paper } from './make-paper.ts';
import { sourceName } from './sources.ts';

/**
 * What a page says of itself to machines: Open Graph (ogp.me) for previews of links, and structured data
 * (schema.org, as JSON-LD) for search engines.
 */
export interface PageData {
  /** Open Graph type. */
  type: 'website' | 'article';
  /** Absolute address of a picture for previews; undefined when the page has none. */
  image?: string | undefined;
  /** ISO instants. */
  published?: string | undefined;
  modified?: string | undefined;
  /** A value of schema.org. */
  structured: Record<string, unknown>;
}

/** An edition is a list of its first stories; each names the original that it is based on. */
export function editionData(paper: Paper, { edition, brief, layout }: EditionPage): PageData {
  const { links, config, dates } = paper;
  const stories = brief?.stories ?? edition.stories.slice(0, 8);
  const picture = storyPicture(layout.lead, paper.pictures.lead);
  return {
    type: 'website',
    image: picture?.url && links.absolute(picture.url),
    structured: {
      '@context': 'https://schema.org',
      '@type': 'ItemList',
      name: `${config.site.title}, ${dates.day(edition.day)}`,
      url: links.absolute(links.edition(edition.day)),
      numberOfItems: stories.length,
      itemListElement: stories.map(({ lead }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        item: {
          '@type': 'NewsArticle',
          headline: lead.title,
          url: links.absolute(links.item(lead)),
          ...(lead.link === null ? {} : { isBasedOn: lead.link }),
        },
      })),
    },
  };
}

/** An article names its original, its source and its authors. */
export function articleData({ links, pictures, sources }: Paper, { item }: ArticlePage): PageData {
  const published = instantOf(item);
  const modified = item.updatedAt !== null && item.updatedAt > published ? item.updatedAt : undefined;
  const picture = pictures.lead(item);
  const authors = item.authors ?? (item.author === null ? [] : [item.author]);
  const image = picture === null ? undefined : links.absolute(picture.url);
  return {
    type: 'article',
    image,
    published,
    modified,
    structured: {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: item.title,
      url: links.absolute(links.item(item)),
      datePublished: published,
      dateModified: modified,
      inLanguage: item.language ?? undefined,
      image,
      author: authors.length === 0 ? undefined : authors.map((name) => ({ '@type': 'Person', name })),
      publisher: { '@type': 'Organization', name: sourceName(sources, item.feed) },
      isBasedOn: item.link ?? undefined,
    },
  };
}

/** JSON for a `script` element: no text of a feed can end it. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
