import type { Issue } from '../../issue.ts';
import { pathOfItem } from '../../store/item-path.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import { guidOf } from '../guid.ts';
import { instantOf } from '../instant.ts';
import { publicAddress } from '../public-address.ts';
import { excerptHtml, shownBody } from '../republish.ts';
import type { EntryContext } from './entry-context.ts';
import { entryHtml } from './entry-html.ts';
import type { FeedStory } from './feed-story.ts';
import { feedAddress, inertText, xmlText } from './xml-text.ts';

/** One entry of a feed that we publish, the same for every format. All text is fit for XML. */
export interface FeedEntry {
  guid: string;
  /** Plain text, never empty. */
  title: string;
  /** Absolute address that the entry leads to: the original, else our page. */
  link: string;
  /** ISO instants. */
  publishedAt: string;
  updatedAt: string | null;
  /** Names, plain text. */
  authors: string[];
  /** BCP 47 tag. */
  language: string | null;
  /**
   * The feed that the entry comes from. When its address is private, this is our own feed of the source. Null when the
   * feed has left the configuration.
   */
  source: { name: string; url: string } | null;
  /** What the source says of copyright or licence. */
  rights: string | null;
  /** Plain text, never empty. */
  summary: string;
  /** What a reader shows, as sanitised HTML. */
  html: string;
  /** Whether `html` holds the whole article, not only a teaser or an excerpt. */
  whole: boolean;
  categories: string[];
  picture: PlacedItem['picture'];
  enclosures: PlacedItem['enclosures'];
  /** What its source says of it as an episode of a podcast or a video, or null. */
  episode: NonNullable<PlacedItem['episode']> | null;
}

/** The entry of a story, with the cleaned body of its lead, or an issue that says why there is none. */
export function itemEntry(
  { lead, others }: FeedStory,
  body: string,
  context: EntryContext,
): FeedEntry | Issue {
  const publishedAt = instantOf(lead);
  const title = inertText(lead.title);
  if (Number.isNaN(Date.parse(publishedAt))) return unfit(lead, 'its date cannot be read');
  if (title === '') return unfit(lead, 'its title has no characters that can be shown');
  const { config, links, nameOf, pictures } = context;
  const page = links.absolute(links.item(lead));
  const shown = shownBody(lead, body, config);
  const inFull = config.site.feedText === 'full';
  const wholeOnPage = shown.whole && lead.fullText;
  const whole = inFull && wholeOnPage;
  const html = inFull ? pictures.body(lead, shown.html) : excerptHtml(lead);
  const feed = config.feeds.find(({ id }) => id === lead.feed);
  const source = feed ? (publicAddress(feed.url) ?? links.absolute(links.sourceRss(feed.id))) : null;
  const rights = context.rightsOf(lead);
  return {
    guid: guidOf(lead.name),
    title,
    link: feedAddress(lead.link) ?? page,
    publishedAt,
    updatedAt: lead.updatedAt !== null && lead.updatedAt > publishedAt ? lead.updatedAt : null,
    authors: (lead.authors ?? [lead.author ?? '']).map(inertText).filter((name) => name !== ''),
    language: lead.language,
    source: source === null ? null : { name: inertText(nameOf(lead)), url: source },
    rights: inertText(rights ?? '') || null,
    summary: inertText(lead.excerpt) || title,
    html: xmlText(entryHtml({ lead, others, html, whole, wholeOnPage, rights }, context)),
    whole,
    categories: lead.categories.map(inertText).filter((category) => category !== ''),
    picture: withAddress(pictures.lead(lead)),
    enclosures: pictures.files(lead).flatMap((enclosure) => withAddress(enclosure) ?? []),
    episode: lead.episode ?? null,
  };
}

/** Whether making an entry gave an issue instead. */
export function isIssue(made: FeedEntry | Issue): made is Issue {
  return 'stage' in made;
}

/** Why an item is left out of the feeds. */
export function unfit({ name, feed, day }: PlacedItem, reason: string): Issue {
  return {
    feed,
    stage: 'store',
    code: 'unfit-for-feeds',
    message: `${name} is left out of the feeds: ${reason}`,
    hint: `look at its file items/${pathOfItem(name, day)}, or delete it: the next pull brings it again if its feed still has it`,
  };
}

function withAddress<T extends { url: string }>(file: T | null): T | null {
  const url = feedAddress(file?.url ?? null);
  return file === null || url === null ? null : { ...file, url };
}
