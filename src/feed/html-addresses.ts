import { escapeAttribute } from './flatten.ts';
import { httpUrl } from './url.ts';

const ATTRIBUTE =
  /(\s(?:href|src|cite|poster|longdesc|data|background|action)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** HTML with its relative addresses made absolute; the rest stays as it is, byte for byte. */
export function absoluteAddresses(html: string, base: string | null): string {
  if (!base || !html.includes('<')) return html;
  return html.replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(ATTRIBUTE, (whole, name: string, double?: string, single?: string, bare?: string) => {
      const value = double ?? single ?? bare ?? '';
      if (value.startsWith('#') || /^[a-z][a-z\d+.-]*:/i.test(value.trim())) return whole;
      const absolute = httpUrl(value.replaceAll('&amp;', '&'), base);
      return absolute ? `${name}"${escapeAttribute(absolute)}"` : whole;
    }),
  );
}
