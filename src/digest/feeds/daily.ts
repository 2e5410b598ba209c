import type { Config } from '../../config/schema.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import type { Edition, Story } from '../edition.ts';
import { guidOf } from '../guid.ts';
import type { Permalinks } from '../permalink.ts';
import { pressAt, pressSchedule } from '../press.ts';
import type { ShownPictures } from '../shown-pictures.ts';
import type { FeedEntry } from './entry.ts';
import { itemListHtml, linkHtml, sourceLink } from './entry-html.ts';
import { feedAddress, inertText, xmlEscape, xmlText } from './xml-text.ts';

/** How many stories come first, whatever their topic. */
const topStories = 7;

/** How many headlines the summary of an edition lists. */
const headlines = 3;

/** What is needed to make the entry of an edition. */
export interface DailyContext {
  config: Config;
  links: Permalinks;
  nameOf: (item: PlacedItem) => string;
  pictures: ShownPictures;
  /** The topics in the order of the paper, and the first topic of a feed. */
  topics: {
    all: readonly string[];
    of: (feed: string) => readonly string[];
    name: (topic: string) => string;
  };
  /** `2026年11月21日 星期六 · 第12期`. */
  titleOf: (edition: Edition) => string;
  /** `113篇 · 14个来源`. */
  tallyOf: (edition: Edition) => string;
  /** Heading of the stories whose feeds have no topic. */
  rest: string;
}

/** One edition as an entry: its stories by topic, each with its source, headline and excerpt. */
export function editionEntry(edition: Edition, context: DailyContext): FeedEntry {
  const { links, config } = context;
  const { day, stories } = edition;
  const page = links.absolute(links.edition(day));
  const picture = stories[0] ? context.pictures.lead(stories[0].lead) : null;
  const url = feedAddress(picture?.url ?? null);
  const first = stories.slice(0, headlines).map(({ lead }) => inertText(lead.title));
  const title = inertText(context.titleOf(edition));
  return {
    guid: guidOf(`edition-${day}`),
    title,
    link: page,
    publishedAt: new Date(pressAt(day, pressSchedule(config))).toISOString(),
    updatedAt: null,
    authors: [],
    language: config.site.language,
    source: null,
    rights: null,
    summary: first.join(' · ') || title,
    html: xmlText(editionHtml(edition, context)),
    whole: true,
    categories: [],
    picture: picture && url ? { ...picture, url } : null,
    enclosures: [],
    episode: null,
  };
}

function editionHtml(edition: Edition, context: DailyContext): string {
  const { links } = context;
  const tally = linkHtml(links.absolute(links.edition(edition.day)), context.tallyOf(edition));
  const top = edition.stories.slice(0, topStories).filter(({ folded }) => !folded);
  return [
    `<p>${tally}</p>`,
    ...top.map((story) => storyHtml(story, context)),
    ...sectionsOf(edition.stories.slice(top.length), context),
  ].join('\n');
}

/** The stories below the top, by topic in the order of the paper. Folded stories show their headline only. */
function sectionsOf(stories: readonly Story[], context: DailyContext): string[] {
  const { topics } = context;
  const byTopic = Map.groupBy(stories, ({ lead }) => topics.of(lead.feed)[0] ?? null);
  return [...topics.all, null].flatMap((topic) => {
    const ofTopic = byTopic.get(topic);
    if (ofTopic === undefined) return [];
    const heading = topic === null ? context.rest : topics.name(topic);
    const folded = ofTopic.filter((story) => story.folded).map(({ lead }) => lead);
    return [
      `<h2>${xmlEscape(heading)}</h2>`,
      ...ofTopic.filter((story) => !story.folded).map((story) => storyHtml(story, context)),
      ...(folded.length > 0 ? [itemListHtml(folded, context)] : []),
    ];
  });
}

function storyHtml({ lead, others }: Story, context: DailyContext): string {
  const { links } = context;
  const excerpt = lead.excerpt === lead.title ? '' : lead.excerpt;
  return [
    `<h3 dir="auto">${linkHtml(links.absolute(links.item(lead)), lead.title)}</h3>`,
    `<p dir="auto">${[sourceLink(lead, context), xmlEscape(excerpt)].filter(Boolean).join(' · ')}</p>`,
    others.length === 0 ? '' : itemListHtml(others, context),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
