/** What a source's name may have more in one place than in another. */
const additions = new Set('中文 中文版 中文网 中文網 网 網 新闻 新聞 新闻网 新聞網 chinese news'.split(' '));

/** A feed as far as its names go. */
export interface NamedFeed {
  id: string;
  title?: string | null | undefined;
}

/**
 * The feed that a folder of an archive is the archive of, or that a name means: the one of that id, else of that title,
 * else the only one whose title says the same and more, such as `潮报` and `潮报中文网`. Null when none or
 * several could be meant.
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

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
