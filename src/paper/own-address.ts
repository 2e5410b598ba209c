/**
 * Addresses on the site's own host, as paths: pictures that a sample or an import keeps beside the pages load
 * from wherever the pages are served.
 */

/** `/a.png` for `https://here/a.png` when the site lives on `https://here`; any other address as it is. */
export function ownAddress(address: string, siteUrl: string): string {
  const { origin } = new URL(siteUrl);
  return address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
}

/**
 * The same for every address in a sanitised body. Sanitised HTML escapes `<`, `>` and `"` in text and
 * attributes, so a tag is what stands between angle brackets, and a value what stands between quotes.
 */
export function ownAddresses(html: string, siteUrl: string): string {
  const { origin } = new URL(siteUrl);
  if (!html.includes(origin)) return html;
  return html.replace(/<[a-z][^<>]*>/g, (tag) =>
    tag.replace(/\b(?:src|href|poster|srcset|cite)="[^"]*"/g, (attribute) =>
      attribute.replaceAll(/(^|["\s,])(https?:\/\/[^\s",/]+)\//g, (whole, before, host) =>
        host === origin ? `${before}/` : whole,
      ),
    ),
  );
}
