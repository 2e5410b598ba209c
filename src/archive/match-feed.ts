/** Words that the title of a feed may have at its end and the name of a folder lacks. */
const additions = new Set('中文 中文版 中文网 中文網 网 網 新闻 新聞 新闻网 新聞網 chinese news'.split(' '));

/** The names of a feed. */
export interface NamedFeed {
  id: string;
  title?: string | null | undefined;
}

/**
 * The feed that the folder of an archive belongs to: the one with that id, else with that title, else the only one whose
 * title is the name and one of the `additions`, such as `潮报中文网` for `潮报`. Null when no feed or more than one fits.
 */
export function matchFeed<Feed extends NamedFeed>(folder: string, feeds: readonly Feed[]): Feed | null {
  const name = plain(folder);
  if (name === '') return null;
  const same = feeds.find(({ id }) => id === name) ?? feeds.find(({ title }) => plain(title ?? '') === name);
  if (same) return same;
  const [similar, another] = feeds.filter(({ title }) => {
    const full = plain(title ?? '');
    return full.startsWith(name) && additions.has(full.slice(name.length).trim());
  });
  return similar && !another ? similar : null;
}

/** A name for comparing: NFKC, lower case, single blanks. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
