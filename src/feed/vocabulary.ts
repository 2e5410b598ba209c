/**
 * The vocabularies of feeds, each with one canonical prefix. `core` is RSS of every version and Atom: publishers mix the
 * two, and the shape of an element says more about its meaning than its namespace. Namespace addresses are from the
 * specifications and from feedparser's list of those in use (`_FeedParserMixin.namespaces`).
 */
const NAMESPACES: Readonly<Record<string, readonly string[]>> = {
  core: [
    '',
    'http://backend.userland.com/rss',
    'http://backend.userland.com/rss2',
    'http://blogs.law.harvard.edu/tech/rss',
    'http://cyber.law.harvard.edu/rss/rss.html',
    'http://example.com/newformat#',
    'http://example.com/necho',
    'http://my.netscape.com/publish/formats/rss-0.91.dtd',
    'http://my.netscape.com/rdf/simple/0.9/',
    'http://channel.netscape.com/rdf/simple/0.9/',
    'http://my.netscape.com/publish/formats/rss-0.9.dtd',
    'http://purl.org/rss/1.0/',
    'http://purl.org/net/rss1.1#',
    'http://purl.org/atom/ns#',
    'http://purl.org/echo/',
    'uri/of/echo/namespace#',
    'http://www.w3.org/2005/atom',
    'https://www.w3.org/2005/atom',
    'http://www.w3.org/2005/atom/',
    'http://www.rssboard.org/rss-specification',
  ],
  // Not `content`: rss-parser knows that name and makes a snippet of it, in quadratic time.
  fulltext: ['http://purl.org/rss/1.0/modules/content/'],
  dc: [
    'http://purl.org/dc/elements/1.1/',
    'http://purl.org/dc/elements/1.0/',
    'http://purl.org/rss/1.0/modules/dc/',
    'http://dublincore.org/documents/dcmi-namespace/',
  ],
  dcterms: ['http://purl.org/dc/terms/'],
  feedburner: ['http://rssnamespace.org/feedburner/ext/1.0', 'http://rssnamespace.org/feedburner/ext/1.0/'],
  itunes: [
    'http://www.itunes.com/dtds/podcast-1.0.dtd',
    'https://www.itunes.com/dtds/podcast-1.0.dtd',
    'http://example.com/dtds/podcast-1.0.dtd',
    'http://www.itunes.com/dtds/podcast-1.0.dtd/',
  ],
  podcast: [
    'https://podcastindex.org/namespace/1.0',
    'https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md',
  ],
  media: [
    'http://search.yahoo.com/mrss/',
    'http://search.yahoo.com/mrss',
    'https://search.yahoo.com/mrss/',
    'http://video.search.yahoo.com/mrss',
    'http://video.search.yahoo.com/mrss/',
    'http://www.rssboard.org/media-rss',
  ],
  rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns#'],
  xhtml: ['http://www.w3.org/1999/xhtml'],
  svg: ['http://www.w3.org/2000/svg'],
  math: ['http://www.w3.org/1998/math/mathml'],
  xlink: ['http://www.w3.org/1999/xlink'],
  xml: ['http://www.w3.org/xml/1998/namespace'],
};

const PREFIX_BY_ADDRESS = new Map(
  Object.entries(NAMESPACES).flatMap(([prefix, addresses]) =>
    addresses.map((address) => [address, prefix] as const),
  ),
);

/** Usual meaning of prefixes, for documents that do not declare them: those of the specifications above. */
const COMMON_PREFIXES: Readonly<Record<string, string>> = {
  '': 'core',
  atom: 'core',
  atom10: 'core',
  atom03: 'core',
  rss: 'core',
  content: 'fulltext',
  dc: 'dc',
  dcterms: 'dcterms',
  feedburner: 'feedburner',
  itunes: 'itunes',
  media: 'media',
  podcast: 'podcast',
  rdf: 'rdf',
  xhtml: 'xhtml',
  svg: 'svg',
  math: 'math',
  mml: 'math',
  xlink: 'xlink',
  xml: 'xml',
};

/** Canonical prefix of a namespace address; null for a vocabulary that is not read. */
export function vocabularyOf(address: string): string | null {
  return PREFIX_BY_ADDRESS.get(address.trim().toLowerCase()) ?? null;
}

/** Canonical prefix of a prefix that the document does not declare; null when it has no usual meaning. */
export function commonVocabulary(prefix: string): string | null {
  const key = prefix.toLowerCase();
  return Object.hasOwn(COMMON_PREFIXES, key) ? (COMMON_PREFIXES[key] ?? null) : null;
}

/** `text`: its children are inline markup. `group`: its children are fields. */
export type Shape = 'text' | 'group';

const TEXT = `
  core:title core:link core:description core:summary core:subtitle core:tagline core:info core:content core:body
  core:fullitem core:id core:guid core:pubdate core:date core:published core:issued core:updated core:modified
  core:created core:lastbuilddate core:creator core:managingeditor core:webmaster core:category
  core:tags core:tag core:keywords core:enclosure core:language core:lang core:copyright core:rights core:ttl
  core:hour core:day core:url core:name core:email core:uri core:homepage core:width core:height core:thumbnail
  core:logo core:icon core:comments core:abstract core:href core:base core:lastmod
  fulltext:encoded xhtml:body xhtml:div
  dc:title dc:description dc:creator dc:author dc:contributor dc:publisher dc:date dc:subject dc:language dc:rights
  dc:identifier dc:source
  dcterms:created dcterms:issued dcterms:modified dcterms:valid dcterms:available dcterms:date dcterms:rights
  dcterms:creator dcterms:title dcterms:abstract dcterms:description dcterms:alternative
  feedburner:origlink feedburner:origenclosurelink
  itunes:title itunes:author itunes:summary itunes:subtitle itunes:keywords itunes:image itunes:name itunes:email
  itunes:link itunes:new-feed-url itunes:duration itunes:season itunes:episode itunes:episodetype itunes:explicit
  podcast:season podcast:episode podcast:chapters
  media:title media:description media:text media:category media:keywords media:thumbnail media:credit media:player
  media:copyright
`;
const GROUPS = `
  core:author core:image core:textinput core:skiphours core:skipdays core:contributor core:owner
  itunes:category itunes:owner
  media:group media:content
`;

const SHAPES = new Map<string, Shape>([
  ...words(TEXT).map((name) => [name, 'text'] as const),
  ...words(GROUPS).map((name) => [name, 'group'] as const),
]);

/** How the element of a canonical name is read; null for one that is not used. */
export function shapeOf(name: string): Shape | null {
  return SHAPES.get(name) ?? null;
}

/** Canonical names of all elements that are read. */
export const ELEMENT_NAMES: readonly string[] = [...SHAPES.keys()];

/** Attributes that are read, without prefix (`rdf:about` is `about`). */
export const ATTRIBUTE_NAMES: ReadonlySet<string> = new Set(
  words(`
    type mode href rel url length hreflang title term label scheme domain ispermalink text width height medium
    isdefault expression role src about resource name email uri filesize duration
  `),
);

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
