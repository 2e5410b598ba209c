import { showLost } from './lost-pictures.ts';

/**
 * A fallback for pictures that do not load. When a picture fails, or its host does not answer while it is in view, it
 * is requested once more through the service that the page names. Without such a service, or when that fails too, an
 * article shows a line with a link in its place (see `lost-pictures.ts`). A blocked host often does not answer for minutes instead of failing, so silence counts as
 * failure and is remembered until the tab is closed.
 */

/** How long a host may take to send the first bytes of a picture in view. */
const PATIENCE = 6000;
const KEY = `broadsheet:${document.documentElement.dataset['base'] ?? '/'}:silent`;

export function fetchLostPictures(): void {
  const service = document.documentElement.dataset['pictureService'];
  if (!service) {
    for (const img of document.images)
      if (hasFailed(img)) showLost(img);
      else img.addEventListener('error', () => showLost(img), { once: true });
    return;
  }
  const near = [location.host, hostOf(service)];
  const waiting = new Set([...document.images].filter(({ src }) => !near.includes(hostOf(src))));
  const silent = new Set(remembered());

  const goRound = (img: HTMLImageElement) => {
    if (!waiting.delete(img)) return;
    inView.unobserve(img);
    const original = img.src;
    const restore = () => {
      img.addEventListener('error', () => showLost(img), { once: true });
      img.setAttribute('src', original);
    };
    img.addEventListener('error', restore, { once: true });
    img.src = service.replace('{url}', () => encodeURIComponent(original));
  };
  const giveUp = (host: string) => {
    silent.add(host);
    remember([...silent]);
    for (const img of waiting) if (hostOf(img.src) === host && !hasBegun(img)) goRound(img);
  };
  const inView = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || !(target instanceof HTMLImageElement)) continue;
      inView.unobserve(target);
      setTimeout(() => {
        if (waiting.has(target) && !hasBegun(target)) giveUp(hostOf(target.src));
      }, PATIENCE);
    }
  });
  for (const img of waiting) {
    if (hasFailed(img) || (silent.has(hostOf(img.src)) && !hasBegun(img))) goRound(img);
    else {
      img.addEventListener('error', () => goRound(img), { once: true });
      inView.observe(img);
    }
  }
}

/** The size is known as soon as the first bytes have arrived. */
const hasBegun = (img: HTMLImageElement): boolean => img.naturalWidth > 0;
/** A lazy picture that has not come into view is not complete. */
const hasFailed = (img: HTMLImageElement): boolean => img.complete && img.naturalWidth === 0;
const hostOf = (address: string): string => /^https?:\/\/([^/?#]+)/.exec(address)?.[1] ?? location.host;

function remembered(): string[] {
  try {
    const hosts: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(hosts) ? hosts.map(String) : [];
  } catch {
    return [];
  }
}

function remember(hosts: string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(hosts));
  } catch {
    // Storage is full or forbidden: each page has to find out again.
  }
}
