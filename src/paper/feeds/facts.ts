import type { DailyParameters } from '../../digest/feeds/daily.ts';
import type { EntryContext } from '../../digest/feeds/entry-context.ts';
import type { StatusContext } from '../../digest/feeds/status.ts';
import { shownPictures } from '../../digest/shown-pictures.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import { type Paper, sourceName } from '../make-paper.ts';

/** What entries are made with in feeds that go with the times. */
export function entryFacts({ config, links, texts, sources, pictures }: Paper): EntryContext {
  return {
    config,
    links,
    pictures,
    words: {
      original: texts.article.original,
      whole: texts.feeds.whole(config.site.title),
      alsoAt: texts.article.others,
    },
    nameOf: (item) => sourceName(sources, item.feed),
    rightsOf: (item) => sources.get(item.feed)?.state?.rights ?? null,
  };
}

/**
 * What entries are made with in a document that must never change by itself: nothing of what a feed says of itself
 * today. A source is called what the configuration calls it, else by the host of the article; pictures are the
 * originals where own copies would go one day.
 */
export function lastingFacts(paper: Paper): EntryContext {
  return {
    ...entryFacts(paper),
    nameOf: (item) => paper.sources.get(item.feed)?.config?.title ?? hostOf(item) ?? item.feed,
    rightsOf: () => null,
    pictures: shownPictures(paper.config, paper.siteUrl, new Map()),
  };
}

export function dailyFacts(paper: Paper): DailyParameters {
  const { config, links, texts, dates, topics, sources, pictures } = paper;
  return {
    config,
    links,
    topics,
    pictures,
    nameOf: (item) => sourceName(sources, item.feed),
    titleOf: ({ day, number }) =>
      `${dates.day(day)} · ${texts.edition.number(number.toLocaleString(texts.locale))}`,
    tallyOf: ({ items, sources }) => texts.edition.tally(items, sources),
    rest: texts.edition.rest,
  };
}

export function statusFacts({ config, links, texts, sources }: Paper): StatusContext {
  return {
    config,
    links,
    words: { ...texts.feeds, causes: texts.status.causes },
    nameOf: (feed) => sourceName(sources, feed),
  };
}

function hostOf({ link }: PlacedItem): string | null {
  return URL.parse(link ?? '')?.host.replace(/^www\./, '') ?? null;
}
