import type { DailyContext } from '../../digest/feeds/daily.ts';
import type { EntryContext } from '../../digest/feeds/entry-context.ts';
import type { StatusContext } from '../../digest/feeds/status.ts';
import { shownPictures } from '../../digest/shown-pictures.ts';
import type { PlacedItem } from '../../store/stored-item.ts';
import type { Paper } from '../make-paper.ts';
import { sourceName } from '../sources.ts';

/** The context of entries in live feeds, which may change every night. */
export function entryContext({ config, links, texts, sources, pictures }: Paper): EntryContext {
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
 * The context of entries in a closed document, which must not change when a feed changes its title or rights. A source
 * has its name from the configuration, else the host of the article; pictures are originals where own copies may be
 * deleted one day.
 */
export function lastingContext(paper: Paper): EntryContext {
  return {
    ...entryContext(paper),
    nameOf: (item) => paper.sources.get(item.feed)?.config?.title ?? hostOf(item) ?? item.feed,
    rightsOf: () => null,
    pictures: shownPictures(paper.config, paper.siteUrl, new Map()),
  };
}

export function dailyContext(paper: Paper): DailyContext {
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

export function statusContext({ config, links, texts, sources }: Paper): StatusContext {
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
