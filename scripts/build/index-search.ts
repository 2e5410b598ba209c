import { monthOf } from '../../src/digest/day.ts';
import { shownItems } from '../../src/digest/volume.ts';
import { readBody, readItems } from '../../src/paper/item-store.ts';
import type { Paper } from '../../src/paper/make-paper.ts';
import { endIndexing, writeMonthIndex, writePaperIndex } from '../../src/paper/search/search-index.ts';

/**
 * Writes the search index of the built parts of a site beside their pages. Gives a warning when the engine, which
 * is a program for each kind of machine, does not run on this one: then all but the search is there.
 */
export async function indexSearch(
  paper: Paper,
  content: string,
  parts: readonly { part: string; out: string }[],
): Promise<string | null> {
  try {
    for (const { part, out } of parts) {
      if (part === 'front') await writePaperIndex(paper, out);
      else if (paper.links.keepsPages(part)) await indexMonth(paper, content, part, out);
    }
    return null;
  } catch (error) {
    return `the site is built without its search: ${error instanceof Error ? error.message : error}`;
  } finally {
    await endIndexing();
  }
}

async function indexMonth(paper: Paper, content: string, month: string, out: string): Promise<void> {
  const days = paper.almanac.filter(({ day }) => monthOf(day) === month).map(({ day }) => day);
  const { items } = await readItems(content, { days, ofFeed: [] });
  await writeMonthIndex(
    paper,
    month,
    shownItems(items, paper.config),
    (item) => readBody(content, item),
    out,
  );
}
