import { z } from 'zod';
import { republishOf } from '../config/republish-of.ts';
import { pictureSource } from '../config/schema/values.ts';
import type { FeedConfig } from '../config/schema.ts';

/**
 * The settings of a feed that restrict what readers see of it. Each pull stores them with the state of the feed, because
 * they must hold for its articles after the feed has left `digest.yaml`.
 */
export const restrictionsSchema = z.strictObject({
  republish: z.literal('excerpt').optional(),
  mute: z.array(z.string()).optional(),
  pictures: pictureSource.optional(),
});

export type Restrictions = z.infer<typeof restrictionsSchema>;

/** The settings of a feed that restrict; undefined when none does. */
export function restrictionsOf(feed: FeedConfig): Restrictions | undefined {
  const { mute, pictures } = feed;
  const republish = republishOf(feed);
  const restrictions: Restrictions = {
    ...(republish === 'excerpt' ? { republish } : {}),
    ...(mute.length > 0 ? { mute } : {}),
    ...(pictures === undefined ? {} : { pictures }),
  };
  return Object.keys(restrictions).length === 0 ? undefined : restrictions;
}
