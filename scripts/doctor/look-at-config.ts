import type { Config } from '../../src/config/schema.ts';
import type { Finding } from './finding.ts';

/** What may be meant as it stands in a right `digest.yaml`, and mostly is not: worries, in the order of the file. */
export function lookAtConfig({ feeds, topics }: Config): Finding[] {
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
          hint: 'keep one of them: what they bring is stored for each',
        },
  );
}

/** A paper that declares no topics may name them as it likes. */
function otherTopics(feeds: Config['feeds'], declared: readonly string[]): Finding[] {
  if (declared.length === 0) return [];
  const others = new Set(feeds.flatMap((feed) => feed.topics).filter((topic) => !declared.includes(topic)));
  return [...others].map((topic) => ({
    mark: 'worry',
    words: `${feeds.find((feed) => feed.topics.includes(topic))?.id} has the topic ${topic}, which topics does not name`,
    hint: `add ${topic} there, or write one of ${declared.join(', ')}`,
  }));
}
