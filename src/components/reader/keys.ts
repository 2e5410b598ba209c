import { keysAllowed } from './settings.ts';

const headlines = 'main :is(.headline, .rows article, .river li, .editions li li) a[href]';

/** Single-key shortcuts: next and previous item, the original, search, help. They are off while the reader types. */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as Element | null;
    if (target?.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'))
      return;
    const deed = deeds[event.key];
    if (deed === undefined || !keysAllowed() || document.querySelector('dialog[open]')) return;
    if (deed()) event.preventDefault();
  });
}

/** Each returns whether it did something. */
const deeds: Record<string, () => boolean> = {
  j: () => step(1) || follow('a[rel=next]'),
  k: () => step(-1) || follow('a[rel=prev]'),
  o: () => follow('a.original'),
  '/': () => follow('a[data-search]'),
  '?': () => {
    document.querySelector<HTMLDialogElement>('#help')?.showModal();
    return true;
  },
};

/** Moves the focus to the next or previous visible headline; false on the page of an article. */
function step(by: 1 | -1): boolean {
  if (document.querySelector('[data-article-body]') !== null) return false;
  const all = [...document.querySelectorAll<HTMLElement>(headlines)].filter((link) => link.checkVisibility());
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = all[at < 0 ? nearest(all, by) : at + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'center' });
  return all.length > 0;
}

/** Without a focus: the first headline in the window, or going up, the last one above it. */
function nearest(all: HTMLElement[], by: 1 | -1): number {
  const first = all.findIndex((link) => link.getBoundingClientRect().top >= 0);
  if (first < 0) return all.length - 1;
  return by === 1 ? first : Math.max(0, first - 1);
}

function follow(selector: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(selector);
  link?.click();
  return link !== null;
}
