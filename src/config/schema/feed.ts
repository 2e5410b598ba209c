import { z } from 'zod';
import {
  articleParts,
  cssSelector,
  feedId,
  httpAddress,
  languageTag,
  muteRules,
  pictureSource,
  timeZone,
  topicId,
} from './values.ts';

/** `feeds` of `digest.yaml`: one feed. */
export const feedSchema = z.strictObject({
  id: feedId,
  url: httpAddress.meta({ description: 'Address of the feed.', examples: ['https://example.org/feed.xml'] }),
  title: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({
      description: 'Name shown to readers; without it, the title that the feed gives itself.',
      examples: ['德国之声'],
    }),
  topics: z
    .array(topicId)
    .max(10)
    .default([])
    .meta({ description: 'Sections that its items belong to.', examples: [['world']] }),
  language: languageTag.optional().meta({
    description: 'Language of its items, if the feed does not name it or names the wrong one.',
    examples: ['zh-Hans'],
  }),
  timeZone: timeZone.optional().meta({
    description: 'Time zone of dates that name none.',
    examples: ['Asia/Shanghai'],
  }),
  maxItems: z
    .int()
    .min(1)
    .max(10_000)
    .default(200)
    .meta({
      description: 'How many entries are taken from one document, newest first.',
      examples: [50],
    }),
  enabled: z
    .boolean()
    .default(true)
    .meta({
      description: 'false stops pulling it and keeps what is stored.',
      examples: [false],
    }),
  fullText: z
    .boolean()
    .default(false)
    .meta({
      description: 'true fetches the article itself where the feed gives a summary only.',
      examples: [true],
    }),
  selector: cssSelector.optional().meta({
    description:
      'With fullText: CSS selector of the article in its page. Without it, the article is found automatically.',
    examples: ['main .story'],
  }),
  remove: articleParts.meta({
    description:
      'What to remove from its articles in addition to what the rules remove: CSS selectors or phrases.',
    examples: [['.newsletter', 'Support our work']],
  }),
  keep: articleParts.meta({
    description: 'What to keep in its articles whatever the rules say: CSS selectors or phrases.',
    examples: [['figure.chart']],
  }),
  mute: muteRules.meta({
    description: 'The same as mute, for this feed only.',
    examples: [['每日天气']],
  }),
  weight: z
    .number()
    .min(0)
    .max(10)
    .default(1)
    .meta({
      description: 'How much its stories weigh in the order of an edition: 2 moves them up, 0.5 down.',
      examples: [2],
    }),
  convert: z
    .enum(['hans', 'hant'])
    .optional()
    .meta({
      description: 'Chinese script to turn its articles into: hans simplified, hant traditional.',
      examples: ['hans'],
    }),
  keepWords: z
    .array(z.string().min(1).max(100))
    .max(200)
    .default([])
    .meta({ description: 'Words that convert leaves as they are.', examples: [['鬱金香']] }),
  republish: z
    .enum(['full', 'excerpt'])
    .default('full')
    .meta({
      description:
        'How much of its articles your pages and feeds show: full, or an excerpt that links to the original.',
      examples: ['excerpt'],
    }),
  pictures: pictureSource.optional().meta({
    description: 'The same as site.pictures, for this feed only.',
    examples: ['none'],
  }),
  note: z.string().max(1000).optional().meta({ description: 'A note for yourself. It is shown nowhere.' }),
});
