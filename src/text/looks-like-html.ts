const HTML_TAGS = new Set(
  'a abbr acronym address area article aside audio b big blockquote br button caption center cite code col dd del dfn div dl dt em embed figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img input ins kbd li map mark nav object ol p param picture pre q s samp script section small source span strike strong style sub sup svg table tbody td tfoot th thead time tr tt u ul var video wbr'.split(
    ' ',
  ),
);

/**
 * Guesses whether a text is HTML where its format does not say: it has a closing tag, a void tag or an entity, and no
 * tag that HTML does not have. Source: feedparser's `looks_like_html`.
 */
export function looksLikeHtml(text: string): boolean {
  if (!/<\/\w+\s*>|<(?:br|img|hr)\b[^<>]*>|&#?\w+;/i.test(text)) return false;
  for (const [, tag] of text.matchAll(/<\/?([a-z][\w:-]*)/gi)) {
    if (tag && !HTML_TAGS.has(tag.toLowerCase())) return false;
  }
  return true;
}
