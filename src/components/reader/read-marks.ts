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
  for (const card of document.querySelectorAll<HTMLElement>('main [data-item]')) {
    const isRead = read.has(card.dataset['item'] ?? '');
    card.toggleAttribute('data-read', isRead);
    if (isRead) card.removeAttribute('data-new');
  }
}

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

/** Replaces the tally by the number of items that are new since the last visit. */
function tellNew(since: number): void {
  const line = document.querySelector<HTMLElement>('[data-since]');
  if (line === null) return;
  const cards = [...document.querySelectorAll<HTMLElement>('article[data-seen]')];
  const fresh = cards.filter((card) => Date.parse(card.dataset['seen'] ?? '') > since);
  if (fresh.length === 0 || fresh.length === cards.length) return;
  for (const card of fresh) card.toggleAttribute('data-new', !card.hasAttribute('data-read'));
  line.textContent = (line.dataset['since'] ?? '').replace('{}', String(fresh.length));
  line.hidden = false;
}
