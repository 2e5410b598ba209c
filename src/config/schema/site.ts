import { z } from 'zod';
import { httpAddress, pictureSource, timeZone } from './values.ts';

/** Languages of the pages; each has a file in `src/i18n`. */
export const interfaceLanguages = ['zh-Hans', 'zh-Hant', 'en'] as const;

/** `site` of `digest.yaml`: the newspaper itself. */
export const siteSchema = z.strictObject({
  title: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'Name of the newspaper.', examples: ['大报'] }),
  tagline: z.string().max(200).default('').meta({ description: 'A line under the name.' }),
  url: httpAddress.optional().meta({
    description:
      'Address that the site is published at. Without it, the one that GitHub Pages reports; a build elsewhere needs it.',
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
    description: 'Time zone of the press time and of every date on the pages.',
    examples: ['Asia/Shanghai'],
  }),
  pressTime: z
    .string()
    .regex(/^(?:[01]?\d|2[0-3]):[0-5]\d$/, { error: 'not a time of day' })
    .default('05:30')
    .meta({
      description:
        'When the edition of a day goes to press, by the clock of timeZone. It holds what was published in the 24 hours before. The run has to come shortly after: npm run schedule -- 05:30 Asia/Shanghai sets both.',
      examples: ['05:30'],
    }),
  indexed: z
    .boolean()
    .default(true)
    .meta({
      description:
        'false asks search engines not to list your article pages. Each page names its original as the one to list in any case.',
      examples: [false],
    }),
  training: z
    .boolean()
    .default(true)
    .meta({
      description:
        'false asks crawlers that collect texts for training models not to read the site, in robots.txt. It counts where the site is at the root of its host.',
      examples: [false],
    }),
  pictures: pictureSource.default('direct').meta({
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
      description:
        'How many items the published feeds carry. A night that brings more is carried whole, within feedMegabytes.',
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
