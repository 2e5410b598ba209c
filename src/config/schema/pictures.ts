import { z } from 'zod';
import { pictureService } from './values.ts';

/** `pictures` of `digest.yaml`: the picture service and local copies. */
export const picturesSchema = z.strictObject({
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
