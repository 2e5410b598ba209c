import { type Element, isTag, type ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { oneLine } from '../text/one-line.ts';
import { canonicalLink, httpUrl } from '../text/url.ts';

/** A feed in a list of subscriptions. */
export interface OpmlFeed {
  title: string | null;
  url: string;
  /** Names of its folders, outermost first, and its categories; as written. */
  folders: string[];
  language: string | null;
}

export interface OpmlList {
  /** Title of the list. */
  title: string | null;
  /** Every feed once, in the order of the list. */
  feeds: OpmlFeed[];
  /** Titles of the outlines that look like feeds but have no http(s) address. */
  unusable: string[];
}

/** How many folders around a feed are read; feeds in deeper folders belong to the one at this depth. */
const deepest = 12;
/** Longest name of a feed or folder, in characters. */
const longestName = 200;

/**
 * Reads OPML of any version (opml.org/spec2.opml), also damaged: an outline with an `xmlUrl` is a feed, one without is a
 * folder. Null for a text without outlines, which is not OPML.
 */
export function readOpml(xml: string): OpmlList | null {
  const root = parseDocument(xml.replace(/^\uFEFF/, ''), {
    xmlMode: true,
    lowerCaseTags: true,
    decodeEntities: true,
  });
  const list: OpmlList = { title: titleOf(root), feeds: [], unusable: [] };
  const known = new Map<string, OpmlFeed>();
  const outlines = readOutlines(root, (outline, folders) => {
    const feed = subscription(outline, folders);
    if (feed === null) list.unusable.push(nameOf(outline) ?? attribute(outline, 'xmlUrl') ?? '');
    const key = feed && canonicalLink(feed.url);
    if (!feed || !key) return;
    const before = known.get(key);
    if (before) before.folders = [...new Set([...before.folders, ...feed.folders])];
    else known.set(key, feed);
  });
  return outlines === 0 ? null : { ...list, feeds: [...known.values()] };
}

/** Calls `onFeed` for each feed with its folders, in the order of the list. Returns the number of outlines. */
function readOutlines(root: ParentNode, onFeed: (outline: Element, folders: string[]) => void): number {
  const pending = root.children.filter(isTag).map((element) => ({ element, folders: [] as string[] }));
  pending.reverse();
  let count = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { element, folders } = next;
    let name: string | null = null;
    if (element.name === 'outline') {
      count += 1;
      if (isFeed(element)) onFeed(element, folders);
      else name = nameOf(element);
    }
    const within = name !== null && folders.length < deepest ? [...folders, name] : folders;
    const inside = element.children.filter(isTag).map((child) => ({ element: child, folders: within }));
    pending.push(...inside.reverse());
  }
  return count;
}

function isFeed(outline: Element): boolean {
  return attribute(outline, 'xmlUrl') !== null || /^(?:rss|atom)$/i.test(attribute(outline, 'type') ?? '');
}

function subscription(outline: Element, folders: string[]): OpmlFeed | null {
  const url = httpUrl(
    attribute(outline, 'xmlUrl')
      ?.replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
      .replace(/^feed:\/\//i, 'https://'),
  );
  if (url === null) return null;
  const categories = (attribute(outline, 'category') ?? '').split(',').flatMap((path) => path.split('/'));
  const names = [...folders, ...categories.map((name) => oneLine(name))].filter((name) => name !== '');
  return {
    title: nameOf(outline),
    url,
    folders: [...new Set(names)],
    language: attribute(outline, 'language'),
  };
}

function titleOf(root: ParentNode): string | null {
  const [head] = byName(root, 'head');
  const [title] = head ? byName(head, 'title') : [];
  const text = title?.children[0];
  return text && 'data' in text ? oneLine(text.data).slice(0, longestName) || null : null;
}

function byName(parent: ParentNode, name: string): Element[] {
  const inside = parent.children.filter(isTag);
  return [...inside, ...inside.flatMap((child) => child.children.filter(isTag))].filter(
    (found) => found.name === name,
  );
}

function nameOf(outline: Element): string | null {
  const name = oneLine(attribute(outline, 'title') ?? attribute(outline, 'text') ?? '');
  return name === '' ? null : name.slice(0, longestName);
}

/** The attribute with this name in any case, trimmed; null when it is missing or blank. */
function attribute(outline: Element, name: string): string | null {
  const found = Object.entries(outline.attribs).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found && found[1].trim() !== '' ? found[1].trim() : null;
}
