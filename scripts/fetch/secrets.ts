import { secretNames, secretReference } from '../../src/config/secret-name.ts';
import { FetchProblem } from './problem.ts';
import type { FetchOutcome, FetchRequest } from './request.ts';

/**
 * The secrets of a feed: they are put in where its own host is asked, and taken out of everything that comes back. Outside
 * this folder there are only their names, `${NAME}`.
 */

/** A request with its secrets put in. */
export interface OpenRequest {
  url: string;
  /** Headers for the first host alone, names in lower case. */
  ownHeaders: Record<string, string>;
  proxy: string | undefined;
  /** The values that must not leave this folder, by name. */
  values: ReadonlyMap<string, string>;
}

/** A shorter value would be found in ordinary text, so it could not be taken out of an answer. */
const shortestSecret = 6;

/** Puts the secrets of the environment into a request. @throws FetchProblem `secret-missing`, `secret-unusable` */
export function openRequest(request: FetchRequest, env: NodeJS.ProcessEnv): OpenRequest {
  const proxy = request.proxy === undefined ? undefined : filled(request.proxy, env, (value) => value);
  const access = request.access;
  if (access === undefined || !isSameHost(URL.parse(access.home), URL.parse(request.url)))
    return { url: request.url, ownHeaders: {}, proxy, values: new Map() };
  const texts = [access.home, ...Object.values(access.headers)];
  const values = new Map(secretNames(texts).map((name) => [name, secretOf(name, env)]));
  const own = (text: string, form: (value: string) => string) =>
    text.replace(secretReference, (reference, name: string) => {
      const value = values.get(name);
      return value === undefined ? reference : form(value);
    });
  const headers = Object.entries(access.headers).map(([name, value]) => [
    name.toLowerCase(),
    own(value, (secret) => secret),
  ]);
  return {
    url: own(request.url, inAddress),
    ownHeaders: Object.fromEntries(headers),
    proxy,
    values,
  };
}

/** Whether two addresses lead to one host: the same origin, or its change from http to https. */
export function isSameHost(from: URL | null, to: URL | null): boolean {
  if (from === null || to === null) return false;
  if (from.origin === to.origin) return true;
  const isUpgrade = from.protocol === 'http:' && to.protocol === 'https:';
  return isUpgrade && from.hostname === to.hostname && from.port === '' && to.port === '';
}

/** Whether a text contains the value of a secret, in one of the forms that addresses and documents write it in. */
export function holdsSecret(text: string, values: OpenRequest['values']): boolean {
  return formsOf(values).some(({ form }) => text.includes(form));
}

/** An outcome in which every secret stands by its name again. */
export function hideSecrets(outcome: FetchOutcome, values: OpenRequest['values']): FetchOutcome {
  if (values.size === 0) return outcome;
  const hidden = (text: string) =>
    formsOf(values).reduce((rest, { form, name }) => rest.replaceAll(form, `\${${name}}`), text);
  const hiddenOrNull = (text: string | null) => (text === null ? null : hidden(text));
  if (outcome.kind === 'unchanged') return { ...outcome, movedTo: hiddenOrNull(outcome.movedTo) };
  if (outcome.kind !== 'document') return outcome;
  const { validators, bytes } = outcome;
  const unless = (text: string | null) => (text !== null && holdsSecret(text, values) ? null : text);
  return {
    ...outcome,
    bytes: hideInBytes(bytes, values),
    contentType: hiddenOrNull(outcome.contentType),
    url: hidden(outcome.url),
    movedTo: hiddenOrNull(outcome.movedTo),
    validators: { etag: unless(validators.etag), lastModified: unless(validators.lastModified) },
  };
}

/** A document without the values of secrets, in UTF-8 and its kin or in UTF-16. */
function hideInBytes(bytes: Uint8Array, values: OpenRequest['values']): Uint8Array {
  let text = Buffer.from(bytes).toString('latin1');
  for (const { form, name } of formsOf(values)) {
    for (const encode of encodings) text = text.replaceAll(encode(form), encode(`\${${name}}`));
  }
  return Buffer.from(text, 'latin1');
}

/** The bytes of a text as one character each. */
const encodings: ((text: string) => string)[] = [
  (text) => Buffer.from(text, 'utf8').toString('latin1'),
  (text) => Buffer.from(text, 'utf16le').toString('latin1'),
  (text) => Buffer.from(text, 'utf16le').swap16().toString('latin1'),
];

/** The ways in which a document may write a value: as it is, in an address, in XML, in JSON. Longest first. */
function formsOf(values: OpenRequest['values']): { form: string; name: string }[] {
  const forms = [...values].flatMap(([name, value]) => {
    const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const spellings = [value, inAddress(value), encodeURIComponent(value), escaped];
    const all = [...spellings, ...spellings.map((form) => form.replaceAll('/', '\\/'))];
    return [...new Set(all)].map((form) => ({ form, name }));
  });
  return forms.toSorted((a, b) => b.form.length - a.form.length);
}

/** A value as a part of an address: what would begin another part is escaped, slashes stay. */
function inAddress(value: string): string {
  return encodeURIComponent(value)
    .replace(/%25([0-9A-Fa-f]{2})/g, '%$1')
    .replaceAll('%2F', '/')
    .replaceAll('%3D', '=');
}

function filled(text: string, env: NodeJS.ProcessEnv, form: (value: string) => string): string {
  return text.replace(secretReference, (_, name: string) => form(secretOf(name, env)));
}

/** The value of a secret, from the variable of its name or from those that the workflow hands over. */
function secretOf(name: string, env: NodeJS.ProcessEnv): string {
  const value = (env[name] || handedOver(name, env)).trim();
  if (value === '') throw new FetchProblem('secret-missing', name);
  if (value.length < shortestSecret || !/^[\x20-\x7e]+$/.test(value))
    throw new FetchProblem('secret-unusable', name);
  return value;
}

/** `FEED_SECRET_1` is the value of the first name in the list `FEED_SECRET_NAMES`, and so on. */
function handedOver(name: string, env: NodeJS.ProcessEnv): string {
  const list: unknown = JSON.parse(env['FEED_SECRET_NAMES'] || '[]');
  const place = Array.isArray(list) ? list.indexOf(name) : -1;
  return env[`FEED_SECRET_${place + 1}`] ?? '';
}
