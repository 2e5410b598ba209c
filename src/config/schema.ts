import { z } from 'zod';
import { isMuteRule } from './mute-rule.ts';

/**
 * The schema of `digest.yaml`. Each description becomes help in the editor (`digest.schema.json`) and a row of
 * `docs/settings.md`; each example appears in error messages. `read.ts` reads a file by it.
 */

/** Interface languages; each has a file in `src/i18n`. */
export const interfaceLanguages = ['zh-Hans', 'zh-Hant', 'en'] as const;

const timeZone = z
  .string()
  .refine(isTimeZone, { error: 'unknown time zone' })
  .meta({ examples: ['Asia/Shanghai', 'Europe/Berlin', 'UTC'] });

const httpAddress = z
  .string()
  .refine(isHttpAddress, { error: 'not an http(s) address', abort: true })
  .refine((address) => !/[,，、。；”]$/.test(address), { error: 'punctuation at the end' })
  .meta({ examples: ['https://example.org/feed.xml'] });

const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not a language tag' })
  .meta({ examples: ['zh-Hans', 'zh-Hant', 'en', 'ar'] });

const feedId = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, { error: 'not a feed id' })
  .refine((id) => !id.includes('--'), { error: 'not a feed id' })
  .meta({
    description:
      'Short name of small letters, digits and single hyphens. Never change it: addresses depend on it.',
    examples: ['dw-zh', 'bbc-zh'],
  });

const topicId = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} -]{0,39}$/u, { error: 'not a topic' })
  .meta({ examples: ['world', '国际'] });

/** How pictures are shown; what each does is in `digest/shown-pictures.ts`. */
const pictures = z.enum(['direct', 'proxy', 'local', 'none']);

const pictureService = z
  .string()
  .max(2000)
  .refine((address) => address.split('{url}').length === 2 && isHttpAddress(address), {
    error: 'not a picture service',
  })
  .meta({ examples: ['https://wsrv.nl/?url={url}'] });

const markup = z.array(z.string().min(1).max(500)).max(200).default([]);

const mutes = z
  .array(z.string().min(1).max(200).refine(isMuteRule, { error: 'not a mute rule' }))
  .max(500)
  .default([]);

const feedSchema = z.strictObject({
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
  selector: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .meta({
      description:
        'With fullText: CSS selector of the article in its page. Without it, the article is found automatically.',
      examples: ['main .story'],
    }),
  remove: markup.meta({
    description:
      'What to remove from its articles in addition to what the rules remove: CSS selectors or phrases.',
    examples: [['.newsletter', 'Support our work']],
  }),
  keep: markup.meta({
    description: 'What to keep in its articles whatever the rules say: CSS selectors or phrases.',
    examples: [['figure.chart']],
  }),
  mute: mutes.meta({
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
  pictures: pictures.optional().meta({
    description: 'The same as site.pictures, for this feed only.',
    examples: ['none'],
  }),
  note: z.string().max(1000).optional().meta({ description: 'A note for yourself. It is shown nowhere.' }),
});

const siteSchema = z.strictObject({
  title: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'Name of the newspaper.', examples: ['大报'] }),
  tagline: z.string().max(200).default('').meta({ description: 'A line under the name.' }),
  url: httpAddress.optional().meta({
    description: 'Address that the site is published at. Without it, the one that GitHub Pages reports.',
    examples: ['https://name.github.io/paper/'],
  }),
  language: z
    .enum(interfaceLanguages)
    .default('zh-Hans')
    .meta({
      description: 'Language of the pages around the articles: zh-Hans, zh-Hant or en.',
      examples: ['zh-Hans'],
    }),
  timeZone: timeZone.default('UTC').meta({
    description: 'Time zone that decides which day an item belongs to.',
    examples: ['Asia/Shanghai'],
  }),
  indexed: z
    .boolean()
    .default(true)
    .meta({
      description:
        'false asks search engines not to list your article pages. Each page names its original as the one to list in any case.',
      examples: [false],
    }),
  pictures: pictures.default('direct').meta({
    description:
      'Where pictures come from: direct (the publisher), proxy (a service), local (copies on your site) or none.',
    examples: ['proxy'],
  }),
  paragraphs: z
    .enum(['spaced', 'indented'])
    .default('spaced')
    .meta({
      description:
        'How paragraphs are set until a reader chooses: with space between them, or with the first line indented.',
      examples: ['indented'],
    }),
  mostOfFeed: z
    .int()
    .min(1)
    .max(1000)
    .default(15)
    .meta({
      description:
        'How many stories an edition shows that only one feed reports, for each feed. The rest is folded under the feed.',
      examples: [10],
    }),
  feedText: z
    .enum(['full', 'summary'])
    .default('full')
    .meta({
      description: 'Whether the published feeds carry whole articles or a few sentences of each.',
      examples: ['summary'],
    }),
  feedItems: z
    .int()
    .min(1)
    .max(5000)
    .default(300)
    .meta({
      description: 'How many items the published feeds carry. If a day brings more, subscribers miss some.',
      examples: [100],
    }),
  feedMegabytes: z
    .number()
    .min(0.1)
    .max(100)
    .default(4)
    .meta({
      description: 'How large a published feed may become. The oldest items are left out; no item is cut.',
      examples: [1],
    }),
  retention: z
    .int()
    .min(2)
    .max(1200)
    .optional()
    .meta({
      description:
        'For how many months articles keep pages of their own. Older editions link to the originals. Editions, feeds and stored items stay.',
      examples: [24],
    }),
  maxMegabytes: z
    .number()
    .min(1)
    .max(1_000_000)
    .default(1000)
    .meta({
      description: 'How large a site the host accepts. A build warns when four fifths of it are used.',
      examples: [1000],
    }),
});

const picturesSchema = z.strictObject({
  proxy: pictureService.default('https://wsrv.nl/?url={url}&w=1200&we').meta({
    description: 'Picture service; {url} stands for the address of the picture.',
    examples: ['https://wsrv.nl/?url={url}'],
  }),
  fallback: z
    .enum(['proxy', 'none'])
    .default('proxy')
    .meta({
      description:
        'What a browser tries when a direct picture fails: proxy (the service in pictures.proxy) or none.',
      examples: ['none'],
    }),
  keepDays: z
    .int()
    .min(1)
    .max(3650)
    .default(30)
    .meta({
      description: 'For how many days local copies are kept. Older pictures come from the publisher.',
      examples: [60],
    }),
  maxMegabytes: z
    .number()
    .min(1)
    .max(10_000)
    .default(400)
    .meta({
      description: 'How much space all local copies may take. The oldest are removed first.',
      examples: [200],
    }),
});

const pullSchema = z.strictObject({
  timeoutSeconds: z
    .number()
    .min(1)
    .max(600)
    .default(30)
    .meta({
      description: 'How long fetching one feed may take in all.',
      examples: [30],
    }),
  maxMegabytes: z
    .number()
    .min(0.1)
    .max(200)
    .default(20)
    .meta({
      description: 'How large one document may be after decompression.',
      examples: [20],
    }),
  atOnce: z
    .int()
    .min(1)
    .max(64)
    .default(8)
    .meta({
      description: 'How many feeds are fetched at the same time. One host gets one request at a time.',
      examples: [8],
    }),
  allowPrivateHosts: z
    .array(z.string().min(1))
    .default([])
    .meta({
      description:
        'Hosts in your own network that a pull may connect to, with their ports, such as a local RSSHub.',
      examples: [['127.0.0.1:1200']],
    }),
  failWhen: z
    .number()
    .min(0)
    .max(1)
    .default(1)
    .meta({
      description: 'The run fails when this share of the feeds failed (1 = all of them).',
      examples: [1],
    }),
});

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
  mute: mutes.meta({
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

export type Config = z.infer<typeof configSchema>;
export type FeedConfig = z.infer<typeof feedSchema>;
export type SiteConfig = z.infer<typeof siteSchema>;

/** Abbreviations that the runtime knows beside the names of the tz database, each as one of the zones it stands for. */
const ambiguousZone = /^(?:A[CEGRS]T|BET|BST|C[ANST]T|CTT|E[AC]T|IET|IST|JST|MIT|N[ES]T|P[LNRS]T|SST|VST)$/i;

function isTimeZone(name: string): boolean {
  if (ambiguousZone.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

function isHttpAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username + url.password === ''
  );
}
