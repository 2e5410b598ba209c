import type { Paper } from './make-paper.ts';

/** An old address of an article, and where it leads. */
export interface MovedPage {
  /** Day and name of the old address. */
  day: string;
  name: string;
  /** Path of the page of the article. */
  to: string;
}

/** Every old address that leads to an article with a page. */
export function movedPages({ links, moved }: Paper): MovedPage[] {
  return Object.entries(moved).flatMap(([key, dayNow]) => {
    const [day = '', name = ''] = key.split('/');
    return links.keepsPages(dayNow) ? { day, name, to: links.item({ day: dayNow, name }) } : [];
  });
}
