/** What the structured data of a page says of its article (https://schema.org/Article); null where it says nothing. */
export interface StructuredFacts {
  types: string[];
  headline: string | null;
  description: string | null;
  body: string | null;
  author: string | null;
  publishedAt: string | null;
  picture: string | null;
  language: string | null;
  /** False when the page says that reading the article costs something. */
  free: boolean;
}

type Fields = Record<string, unknown>;

const longestScript = 1_000_000;
const mostObjects = 2000;
const deepest = 12;

const articles = /(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting)$/;

/** Reads the `application/ld+json` scripts of a page; what cannot be read is left out. Never throws. */
export function readStructured(scripts: readonly string[]): StructuredFacts {
  const objects = scripts.flatMap((script) => objectsIn(parsed(script)));
  const found = objects.filter((fields) => typesOf(fields).some((type) => articles.test(type)));
  const ranked = found.toSorted((a, b) => textOf(b['articleBody']).length - textOf(a['articleBody']).length);
  const first = (name: string, read: (value: unknown) => string | null) =>
    ranked.map((fields) => read(fields[name])).find((value) => value !== null) ?? null;
  return {
    types: objects.flatMap(typesOf),
    headline: first('headline', textOrNull),
    description: first('description', textOrNull),
    body: first('articleBody', textOrNull) ?? first('text', textOrNull),
    author: first('author', namesOf),
    publishedAt: first('datePublished', textOrNull),
    picture: first('image', addressOf),
    language: first('inLanguage', languageOf),
    free: !objects.some((fields) => saysNo(fields['isAccessibleForFree'])),
  };
}

function parsed(script: string): unknown {
  if (script.length > longestScript) return null;
  const json = script
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\/\/\]\]>)\s*$/, '');
  try {
    return JSON.parse(json);
  } catch {
    return tryAgain(json);
  }
}

/** Many pages write line ends into their strings, which JSON does not allow. */
function tryAgain(json: string): unknown {
  try {
    return JSON.parse(json.replace(/\p{Cc}+/gu, ' ').replace(/;\s*$/, ''));
  } catch {
    return null;
  }
}

function objectsIn(value: unknown): Fields[] {
  const found: Fields[] = [];
  const walk = (one: unknown, depth: number): void => {
    if (depth > deepest || found.length >= mostObjects || typeof one !== 'object' || one === null) return;
    if (!Array.isArray(one)) found.push(one as Fields);
    for (const inner of Object.values(one)) walk(inner, depth + 1);
  };
  walk(value, 0);
  return found;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const typesOf = (fields: Fields): string[] =>
  listOf(fields['@type']).filter((type): type is string => typeof type === 'string');
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => textOf(value).trim() || null;
const saysNo = (value: unknown): boolean =>
  value === false || /^(?:false|https?:\/\/schema\.org\/false)$/i.test(textOf(value));

function namesOf(value: unknown): string | null {
  const names = listOf(value).map((one) =>
    typeof one === 'object' && one !== null ? textOf((one as Fields)['name']) : textOf(one),
  );
  const told = [...new Set(names.map((name) => name.trim()))].filter(
    (name) => name !== '' && !/^https?:/.test(name),
  );
  return told.length > 0 ? told.join(', ') : null;
}

function addressOf(value: unknown): string | null {
  const [one] = listOf(value);
  return typeof one === 'object' && one !== null ? textOrNull((one as Fields)['url']) : textOrNull(one);
}

function languageOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null
    ? textOrNull((value as Fields)['alternateName'])
    : textOrNull(value);
}
