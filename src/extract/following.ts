import { matcher } from '../html/selectors.ts';
import { textOf } from '../html/text-of.ts';
import type { WebPage } from './web-page.ts';

/** How an address names a page of an article: `?page=2`, `/2`, `/page/2`, `story_2.html`, `story-2.html`. */
const marks: readonly RegExp[] = [
  /[?&](?:page|p|pg|pagina|seite|paged|page_?no|page_?num|curpage)=(\d{1,2})(?=&|$)/i,
  /\/(?:page|p|seite|pagina|strona|sida|sayfa)[/_-]?(\d{1,2})\/?(?=[?#]|$)/i,
  /[_-](?:p|page|seite)?(\d{1,2})(?=\.[a-z]{3,5}(?:[?#]|$))/i,
  /,(\d{1,2})(?=\.[a-z]{3,5}(?:[?#]|$))/i,
  /\/(\d{1,2})\/?(?=[?#]|$)/,
];

/**
 * The address of the page on which the article goes on, or null. Only what stands on the same host counts, and what the
 * configuration's selector names, or whose address is that of this page with the next number.
 */
export function followingPage({ url, links }: WebPage, selector?: string | undefined): string | null {
  const here = new URL(url);
  const onHost = links.filter(
    (link) => new URL(link.url).host === here.host && bareAddress(link.url) !== bareAddress(url),
  );
  if (selector !== undefined) {
    // One that takes too long names no page.
    const matches = matcher([selector], { onSlow: () => {} });
    return onHost.find(({ element }) => matches(element))?.url ?? null;
  }
  const wanted = pageNumber(url) + 1;
  const next = onHost.filter(
    (link) => pageNumber(link.url) === wanted && withoutPage(link.url) === withoutPage(url),
  );
  const said =
    next.find(({ rel }) => rel === 'next') ??
    next.find(({ element }) => isPageLink(textOf(element, 40), wanted));
  return said?.url ?? null;
}

const bareAddress = (address: string): string => address.replace(/#.*$/, '');

/** Which page of its article an address is; the first says nothing. */
function pageNumber(address: string): number {
  const found = marks.map((mark) => mark.exec(bareAddress(address))?.[1]).find(Boolean);
  const number = Number(found ?? 1);
  return number > 0 ? number : 1;
}

/** An address without what names the page, scheme and endings aside. */
function withoutPage(address: string): string {
  const plain = bareAddress(address);
  const mark = marks.find((one) => one.test(plain));
  const whole = mark ? plain.replace(mark, (found) => (found.startsWith('?') ? '?' : '')) : plain;
  return whole
    .replace(/^https?:/, '')
    .replace(/[?&]+$/, '')
    .replace(/\?&/, '?')
    .replace(/\/+$/, '');
}

/** A link that names the next page by number or arrow, or in words that are short in every language. */
const isPageLink = (words: string, number: number): boolean =>
  words === '' || new RegExp(`(?:^|\\D)${number}(?:\\D|$)`).test(words) || words.length <= 24;
