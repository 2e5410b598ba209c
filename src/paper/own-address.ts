/**
 * Turns addresses on the site's own host into paths, so that pictures beside the pages load from wherever the pages are
 * served, as those of the sample or an import do.
 */

/** `/a.png` for `https://here/a.png` when the site lives on `https://here`; any other address is left unchanged. */
export function ownAddress(address: string, siteUrl: string): string {
  return address.replace(ownOrigin(siteUrl), '/');
}

/**
 * Does the same for every address in a sanitised body. Sanitised HTML escapes `<`, `>` and `"` in text and attributes,
 * so angle brackets always delimit a tag and quotes always delimit a value.
 */
export function ownAddresses(html: string, siteUrl: string): string {
  if (!html.includes(new URL(siteUrl).host)) return html;
  const origin = ownOrigin(siteUrl);
  return html.replace(/<[a-z][^<>]*>/g, (tag) =>
    tag.replace(/(?<=\b(?:src|href|poster|srcset|cite)=")[^"]*/g, (value) => value.replace(origin, '/')),
  );
}

/**
 * Matches the scheme (http or https), the host and the slash at the start of an address; not before a second slash,
 * which would begin a host name.
 */
function ownOrigin(siteUrl: string): RegExp {
  return new RegExp(`(?<=^|[\\s,])https?://${RegExp.escape(new URL(siteUrl).host)}/(?!/)`, 'g');
}
