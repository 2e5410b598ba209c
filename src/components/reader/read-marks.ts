import { loadSetting, save } from './store.ts';

/** How many read items are remembered, the latest last. */
const REMEMBERED = 3000;
/** A pause longer than this begins a new visit. */
const VISIT = 30 * 60_000;

/** Marks the items that were read, and counts those that are new since the last visit. */
export function followReading(): void {
  const article = document.querySelector('[data-article-body]')?.closest<HTMLElement>('[data-item]');
  if (article?.dataset['item']) remember(article.dataset['item']);
  const since = lastVisit();
  mark();
  if (since !== null) tellNew(since);
  // A page restored from the back-forward cache does not know what was read meanwhile.
  addEventListener('pageshow', (event) => event.persisted && mark());
}

function remember(name: string): void {
  const others = loadSetting<string[]>('read', []).filter((other) => other !== name);
  save('read', [...others, name].slice(-REMEMBERED));
}

function mark(): void {
  const read = new Set(loadSetting<string[]>('read', []));
  for (const [name, entry] of entries()) {
    const isRead = read.has(name);
    entry.toggleAttribute('data-read', isRead);
    if (isRead) entry.removeAttribute('data-new');
  }
}

/** The elements that stand for items, with the names of the items: cards and rows, and the lines of lists of links. */
function entries(): [string, HTMLElement][] {
  const cards = [...document.querySelectorAll<HTMLElement>('main [data-item]')];
  const lines = [...document.querySelectorAll<HTMLElement>(':is(.brief, .river) li')];
  return [
    ...cards.map((card): [string, HTMLElement] => [card.dataset['item'] ?? '', card]),
    ...lines.map((line): [string, HTMLElement] => [nameIn(line.querySelector('a')?.pathname ?? ''), line]),
  ];
}

/** The name of an item is the last part of the path of its page. */
const nameIn = (path: string): string => path.split('/').at(-2) ?? '';

/** When the previous visit ended, in milliseconds; null on the first visit. */
function lastVisit(): number | null {
  const now = Date.now();
  const { before, latest } = loadSetting<{ before: number | null; latest: number | null }>('visit', {
    before: null,
    latest: null,
  });
  const started = latest !== null && now - latest > VISIT ? latest : before;
  save('visit', { before: started, latest: now });
  return started;
}

/** Says how many items are new since the last visit, and marks them. */
function tellNew(since: number): void {
  const line = document.querySelector<HTMLElement>('[data-since]');
  if (line === null) return;
  const cards = [...document.querySelectorAll<HTMLElement>('article[data-seen]')];
  const fresh = cards.filter((card) => Date.parse(card.dataset['seen'] ?? '') > since);
  if (fresh.length === 0 || fresh.length === cards.length) return;
  const names = new Set(fresh.map((card) => card.dataset['item']));
  for (const [name, entry] of entries())
    if (names.has(name)) entry.toggleAttribute('data-new', !entry.hasAttribute('data-read'));
  line.textContent = (line.dataset['since'] ?? '').replace('{}', String(fresh.length));
  line.hidden = false;
}
