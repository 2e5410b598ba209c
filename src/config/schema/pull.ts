import { z } from 'zod';

/** `pull` of `digest.yaml`: limits for fetching feeds. */
export const pullSchema = z.strictObject({
  timeoutSeconds: z
    .number()
    .min(1)
    .max(600)
    .default(30)
    .meta({
      description: 'How long fetching one feed may take in all.',
      examples: [30],
    }),
  runMinutes: z
    .number()
    .min(1)
    .max(600)
    .default(20)
    .meta({
      description:
        'How long a run may go on asking, over all feeds. What came in is stored; feeds that are left go first in the next run.',
      examples: [20],
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
        'Hosts in your own network that a pull may connect to, with their ports, such as a local RSSHub. Pictures on the host of a feed are shown.',
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
