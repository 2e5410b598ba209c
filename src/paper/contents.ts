import { textOfHtml } from '../text/text-of-html.ts';

/** A heading of an article, and the fragment that leads to it. */
export interface Heading {
  id: string;
  text: string;
}

/** From this reading time and this number of headings on, an article begins with a list of them. */
const LONG = { minutes: 5, headings: 3 };

/**
 * The headings of the highest rank in a long article, and its HTML with the fragments that lead to them; no headings
 * for a short one. `html` is a sanitised body: its elements are closed, and `<` stands only in tags. A heading that has
 * an id keeps it.
 */
export function withContents(html: string, minutes: number): { html: string; headings: Heading[] } {
  if (minutes < LONG.minutes) return { html, headings: [] };
  const rank = [2, 3, 4].find((rank) => (html.match(new RegExp(`<h${rank}[ >]`, 'g')) ?? []).length > 1) ?? 2;
  const headings: Heading[] = [];
  const marked = html.replace(
    new RegExp(`<h${rank}((?: [^>]*)?)>(.*?)</h${rank}>`, 'gs'),
    (whole: string, attributes: string, inner: string) => {
      const text = textOfHtml(inner);
      if (text === '') return whole;
      const given = / id="([^"]*)"/.exec(attributes)?.[1];
      const id = given ?? `part-${headings.length + 1}`;
      headings.push({ id, text });
      return given === undefined ? whole.replace(`<h${rank}`, `<h${rank} id="${id}"`) : whole;
    },
  );
  return headings.length < LONG.headings ? { html, headings: [] } : { html: marked, headings };
}
