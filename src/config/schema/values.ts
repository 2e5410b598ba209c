import { z } from 'zod';
import { isSelector, looksLikeSelector } from '../../html/selectors.ts';
import { muteRuleProblem } from '../mute-rule.ts';
import { hasOnlyGoodNames } from '../secret-name.ts';

/** The kinds of values that several settings share. The error codes have their sentences in `advice/field.ts`. */

/** An IANA time zone. */
export const timeZone = z
  .string()
  .refine(isTimeZone, { error: 'unknown time zone' })
  .meta({ examples: ['Asia/Shanghai', 'Europe/Berlin', 'UTC'] });

/** An http(s) address without user name and password. */
export const httpAddress = z
  .string()
  .refine(isHttpAddress, { error: 'not an http(s) address', abort: true })
  .refine((address) => !/[,，、。；”]$/.test(address), { error: 'punctuation at the end' })
  .meta({ examples: ['https://example.org/feed.xml'] });

/** The address of a feed. Secrets stand in it as `${NAME}`, but its host is written out. */
export const feedAddress = httpAddress
  .refine((address) => !URL.parse(address)?.host.includes('$'), { error: 'a secret as host', abort: true })
  .refine(hasOnlyGoodNames, { error: 'not a secret name' });

/** The value of a request header: one line of printable characters. */
export const headerValue = z
  .string()
  .max(4000)
  .regex(/^[\x20-\x7e]+$/, { error: 'not a header value', abort: true })
  .refine(hasOnlyGoodNames, { error: 'not a secret name' });

/** The address of a proxy without login, or one secret that holds the whole address. */
export const proxyAddress = z
  .string()
  .refine((address) => /^\$\{\w+\}$/.test(address) || isHttpAddress(address), {
    error: 'not a proxy address',
  })
  .refine(hasOnlyGoodNames, { error: 'not a secret name' });

/** A BCP 47 language tag. */
export const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'not a language tag' })
  .meta({ examples: ['zh-Hans', 'zh-Hant', 'en', 'ar'] });

/** The id of a feed: a part of file names and addresses. */
export const feedId = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, { error: 'not a feed id' })
  .refine((id) => !id.includes('--'), { error: 'not a feed id' })
  .meta({
    description:
      'Short name of small letters, digits and single hyphens. Never change it: addresses depend on it.',
    examples: ['dw-zh', 'bbc-zh'],
  });

/** A topic: the name of a section, a part of addresses. */
export const topicId = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} -]{0,39}$/u, { error: 'not a topic' })
  .meta({ examples: ['world', '国际'] });

/** Where pictures come from; `digest/shown-pictures.ts` says what each value does. */
export const pictureSource = z.enum(['direct', 'proxy', 'local', 'none']);

/** The address of a picture service, with `{url}` for the address of the picture. */
export const pictureService = z
  .string()
  .max(2000)
  .refine((address) => address.split('{url}').length === 2 && isHttpAddress(address), {
    error: 'not a picture service',
  })
  .meta({ examples: ['https://wsrv.nl/?url={url}'] });

/** Parts of an article: CSS selectors or phrases. */
export const articleParts = z
  .array(
    z
      .string()
      .min(1)
      .max(500)
      .refine((part) => !looksLikeSelector(part) || isSelector(part), {
        error: 'not a selector or a phrase',
      }),
  )
  .max(200)
  .default([]);

/** A CSS selector. */
export const cssSelector = z.string().min(1).max(500).refine(isSelector, { error: 'not a selector' });

/** Words or `/patterns/` (see `mute-rule.ts`). */
export const muteRules = z
  .array(
    z
      .string()
      .min(1)
      .max(200)
      .refine((rule) => muteRuleProblem(rule) !== 'invalid', { error: 'not a mute rule' })
      .refine((rule) => muteRuleProblem(rule) !== 'slow', { error: 'slow mute rule' }),
  )
  .max(500)
  .default([]);

/** Abbreviations that `Intl` accepts although each stands for several time zones (legacy IDs of Unicode's CLDR). */
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
