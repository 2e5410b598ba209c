import { secretNames } from '../config/secret-name.ts';
import { feedAddress } from './feeds/xml-text.ts';

/** Names of parameters that carry a secret, in lower case and without punctuation. */
const secretParameters =
  /^(?:auth|authorization|bearer|code|credentials?|hash|hmac|jwt|key|login|pass|pwd|session|sessionid|sid|sig|sign)$|(?:authkey|accesskey|apikey|feedkey|passkey|passwd|password|privatekey|rsskey|secret|secretkey|signature|token|userkey)$/;

/** Random-looking mixtures of letters and digits, unlike any word or date. */
const random =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{20,}|^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{24,}$/;

/**
 * The address of a feed if it is safe to publish. Null when it is not a URL, or when it contains a secret or seems to: a
 * `${NAME}`, a password, a parameter such as `token`, a path segment named `private`, a long random string. A random string is
 * accepted in a parameter that is called an id, such as `channel_id`.
 */
export function publicAddress(address: string | null): string | null {
  const url = URL.parse(address ?? '');
  if (secretNames([address ?? '']).length > 0) return null;
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
  return secretParameters.test(bare) || looksRandom(name) || (looksRandom(value) && !/ids?$/.test(bare));
}

function looksRandom(text: string): boolean {
  return random.test(text.replace(/\.\w{1,5}$/, '')) || random.test(text.toLowerCase());
}
