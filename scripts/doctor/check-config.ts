import type { Config } from '../../src/config/schema.ts';
import { noAddress } from '../../src/config/site-url.ts';
import type { Finding } from './finding.ts';

/** What a valid configuration says: that it is right, where the site will be, and what it probably does not mean. */
export function checkConfig(file: string, config: Config, siteUrl: string | null): Finding[] {
  return [
    { mark: 'good', words: `${file} is right: ${config.feeds.length} feeds`, hint: null },
    siteUrl === null
      ? { mark: 'worry', words: noAddress.message, hint: noAddress.hint }
      : { mark: 'good', words: `the site will live at ${siteUrl}`, hint: null },
    ...likelyMistakes(config),
  ];
}

/** What is valid and seldom meant, in the order of the file. */
export function likelyMistakes({ feeds, topics }: Pick<Config, 'feeds' | 'topics'>): Finding[] {
  return [...sameAddress(feeds), ...otherTopics(feeds, Object.keys(topics))];
}

function sameAddress(feeds: Config['feeds']): Finding[] {
  const alike = Map.groupBy(feeds, ({ url }) => url).values();
  return [...alike].flatMap((group) =>
    group.length === 1
      ? []
      : {
          mark: 'worry',
          words: `${group.map(({ id }) => id).join(' and ')} have the same address`,
          hint: 'keep one of them: each stores the same items again',
        },
  );
}

/** A paper that declares no topics may use any. */
function otherTopics(feeds: Config['feeds'], declared: readonly string[]): Finding[] {
  if (declared.length === 0) return [];
  const others = new Set(feeds.flatMap((feed) => feed.topics).filter((topic) => !declared.includes(topic)));
  return [...others].map((topic) => ({
    mark: 'worry',
    words: `${feeds.find((feed) => feed.topics.includes(topic))?.id} has the topic ${topic}, which is not among the topics`,
    hint: `add ${topic} under topics, or write one of ${declared.join(', ')}`,
  }));
}
