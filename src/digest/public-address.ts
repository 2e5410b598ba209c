import { feedAddress } from './feeds/xml-text.ts';

/** Parameters that open a feed to one reader alone, in small letters without signs between. */
const secretNames =
  /^(?:auth|authorization|bearer|code|credentials?|hash|hmac|jwt|key|login|pass|pwd|session|sessionid|sid|sig|sign)$|(?:authkey|accesskey|apikey|feedkey|passkey|passwd|password|privatekey|rsskey|secret|secretkey|signature|token|userkey)$/;

/** Letters and digits mixed as no word and no date is. */
const random =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{20,}|^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{24,}$/;

/**
 * The address of a feed as strangers may see it; null when it is none, or when something in it looks as if it were
 * for its owner alone: a password, a parameter such as `token`, a part named `private`, a long row of random signs.
 * Such a row counts as public where its parameter is called an id, as in `channel_id`.
 */
export function publicAddress(address: string | null): string | null {
  const url = URL.parse(address ?? '');
  if (url === null || url.username !== '' || url.password !== '') return null;
  const parts = url.pathname.split('/');
  const isSecret =
    parts.some((part) => /^(?:private|secret)\b/i.test(part) || looksRandom(part)) ||
    [...url.searchParams].some(([name, value]) => isSecretParameter(name, value)) ||
    looksRandom(url.hash.slice(1));
  return isSecret ? null : feedAddress(url.href);
}

function isSecretParameter(name: string, value: string): boolean {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '');
  return secretNames.test(bare) || looksRandom(name) || (looksRandom(value) && !/ids?$/.test(bare));
}

function looksRandom(text: string): boolean {
  return random.test(text.replace(/\.\w{1,5}$/, '')) || random.test(text.toLowerCase());
}
