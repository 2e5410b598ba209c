import { isPulled } from '../../config/schema.ts';
import type { SubscriptionList } from '../../digest/feeds/opml.ts';
import { feedAddress } from '../../digest/feeds/xml-text.ts';
import { publicAddress } from '../../digest/public-address.ts';
import type { Paper } from '../make-paper.ts';
import type { Source } from '../sources.ts';

/**
 * The feeds that a paper reads, with their own addresses; disabled feeds are left out. A private address is replaced by
 * that of the paper's own feed of the source.
 */
export function originalFeeds(paper: Paper): SubscriptionList {
  const { links } = paper;
  const read = [...paper.sources.values()].filter(({ config }) => config !== null && isPulled(config));
  return {
    title: `${paper.config.site.title} · ${paper.texts.feeds.originals}`,
    feeds: read.map((source) => ({
      ...described(source, paper),
      url: publicAddress(source.config?.url ?? null) ?? links.absolute(links.sourceRss(source.id)),
      site: feedAddress(source.link),
    })),
  };
}

/** The feeds that a paper makes of its sources. */
export function cleanedFeeds(paper: Paper): SubscriptionList {
  const { links, config, texts, sources } = paper;
  return {
    title: `${config.site.title} · ${texts.feeds.cleaned}`,
    feeds: [...sources.values()].map((source) => ({
      ...described(source, paper),
      url: links.absolute(links.sourceRss(source.id)),
      site: links.absolute(links.source(source.id)),
    })),
  };
}

function described(source: Source, { topics }: Paper) {
  return {
    title: source.name,
    language: source.config?.language ?? source.state?.language ?? null,
    topics: source.topics.map(topics.name),
  };
}
