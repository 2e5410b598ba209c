/**
 * Addresses on the site's own host, as paths: pictures that a sample or an import keeps beside the pages load
 * from wherever the pages are served.
 */

/** `/a.png` for `https://here/a.png` when the site lives on `https://here`; any other address as it is. */
export function ownAddress(address: string, siteUrl: string): string {
  return address.replace(ownOrigin(siteUrl), '/');
}

/**
 * The same for every address in a sanitised body. Sanitised HTML escapes `<`, `>` and `"` in text and
 * attributes, so a tag is what stands between angle brackets, and a value what stands between quotes.
 */
export function ownAddresses(html: string, siteUrl: string): string {
  if (!html.includes(new URL(siteUrl).host)) return html;
  const origin = ownOrigin(siteUrl);
  return html.replace(/<[a-z][^<>]*>/g, (tag) =>
    tag.replace(/(?<=\b(?:src|href|poster|srcset|cite)=")[^"]*/g, (value) => value.replace(origin, '/')),
  );
}

/**
 * The host with its slash where an address begins, whichever of the two schemes a publisher or a rule gave it;
 * not before a second slash, which would name a host.
 */
function ownOrigin(siteUrl: string): RegExp {
  return new RegExp(`(?<=^|[\\s,])https?://${RegExp.escape(new URL(siteUrl).host)}/(?!/)`, 'g');
}
