import { z } from 'zod';
import { feedSchema } from './schema/feed.ts';
import { picturesSchema } from './schema/pictures.ts';
import { pullSchema } from './schema/pull.ts';
import { siteSchema } from './schema/site.ts';
import { muteRules, topicId } from './schema/values.ts';

export { interfaceLanguages } from './schema/site.ts';

/**
 * The schema of `digest.yaml`, one file for each part. `read.ts` reads a file by it, and `advice/` says what is wrong.
 * Each description becomes help in the editor (`digest.schema.json`) and a row of `docs/settings.md`; each first example
 * appears there and in error messages. `npm run schema` writes both files.
 */
export const configSchema = z.strictObject({
  site: siteSchema.meta({ description: 'The newspaper itself.', examples: [{ title: '大报' }] }),
  pictures: picturesSchema.prefault({}).meta({ examples: [{ fallback: 'none' }] }),
  pull: pullSchema.prefault({}),
  topics: z
    .record(topicId, z.string().min(1).max(60))
    .default({})
    .meta({
      description: 'Topics in the order of the newspaper, each with the name to show.',
      examples: [{ world: '国际' }],
    }),
  mute: muteRules.meta({
    description:
      'Words or /patterns/. An item with one in its headline, excerpt or categories is stored, but not shown.',
    examples: [['抽奖', '/^广告[:：]/']],
  }),
  remove: z
    .array(z.string().min(1).max(8192))
    .default([])
    .meta({
      description:
        'Articles to keep out of the site and the feeds: the address of the original or of the page, or the id.',
      examples: [['https://example.org/article']],
    }),
  feeds: z
    .array(feedSchema)
    .min(1, { error: 'no feeds' })
    .max(2000)
    .meta({
      description: 'The feeds of the paper.',
      examples: [[{ id: 'bbc-zh', url: 'https://example.org/feed.xml' }]],
    }),
});

export type FeedConfig = z.infer<typeof feedSchema>;

/** A feed that has left the configuration: what restricts the articles that it left. */
export interface FormerFeed {
  id: string;
  republish?: FeedConfig['republish'] | undefined;
  mute?: FeedConfig['mute'] | undefined;
  pictures?: FeedConfig['pictures'] | undefined;
}

/** Whether a pull asks for a feed. */
export function isPulled({ enabled, retire }: Pick<FeedConfig, 'enabled' | 'retire'>): boolean {
  return enabled && !retire;
}

export interface Config extends z.infer<typeof configSchema> {
  /** Feeds that have left the configuration and still restrict something, sorted by id. They come from the store. */
  former?: readonly FormerFeed[];
}
export type SiteConfig = z.infer<typeof siteSchema>;
