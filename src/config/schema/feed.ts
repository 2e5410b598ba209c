import { z } from 'zod';
import {
  articleParts,
  cssSelector,
  feedAddress,
  feedId,
  headerValue,
  languageTag,
  muteRules,
  pictureSource,
  proxyAddress,
  timeZone,
  topicId,
} from './values.ts';

/** `feeds` of `digest.yaml`: one feed. */
export const feedSchema = z.strictObject({
  id: feedId,
  url: feedAddress.meta({
    description: 'Address of the feed. A secret part of it is written as ${NAME}.',
    examples: ['https://example.org/feed.xml'],
  }),
  headers: z
    .strictObject({
      Authorization: headerValue
        .refine((value) => value.includes('${'), { error: 'a login in the open' })
        .optional()
        .meta({ description: 'Login that the feed asks for.', examples: ['Bearer ${MY_FEED_TOKEN}'] }),
      Cookie: headerValue
        .optional()
        .meta({ description: 'Cookie that the feed asks for.', examples: ['session=${MY_FEED_COOKIE}'] }),
      'User-Agent': headerValue
        .optional()
        .meta({ description: 'Name that this program gives itself.', examples: ['Mozilla/5.0'] }),
      'Accept-Language': headerValue
        .optional()
        .meta({ description: 'Languages to ask for.', examples: ['zh-CN,zh;q=0.9'] }),
    })
    .default({})
    .meta({
      description: 'Headers of the request for this feed. Its own host alone gets them.',
      examples: [{ Authorization: 'Bearer ${MY_FEED_TOKEN}' }],
    }),
  proxy: proxyAddress.optional().meta({
    description: 'Proxy through which this feed, its articles and its pictures are fetched.',
    examples: ['http://proxy.example.org:3128'],
  }),
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
      description:
        'How many new entries a pull takes from one document, newest first. The others wait for the next pulls.',
      examples: [50],
    }),
  enabled: z
    .boolean()
    .default(true)
    .meta({
      description: 'false stops pulling it and keeps what is stored.',
      examples: [false],
    }),
  retire: z
    .boolean()
    .default(false)
    .meta({
      description:
        'true stops pulling it for good. Its articles stay, with its settings; the paper lists it as a former source.',
      examples: [true],
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
  next: cssSelector.optional().meta({
    description:
      'With fullText: the CSS selector of the link to the next page of an article; without it, the link is looked for.',
    examples: ['a.next-page'],
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
    .optional()
    .meta({
      description:
        'How much of its articles your pages and feeds show: full, or an excerpt that links to the original. Without it: full, and excerpt for a feed with a secret or a login.',
      examples: ['excerpt'],
    }),
  pictures: pictureSource.optional().meta({
    description: 'The same as site.pictures, for this feed only.',
    examples: ['none'],
  }),
  note: z.string().max(1000).optional().meta({ description: 'A note for yourself. It is shown nowhere.' }),
});
