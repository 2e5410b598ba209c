/**
 * Shows a picture of an article that does not load. While it is in view it keeps its frame, with words in it, so that
 * nothing moves; out of view, one line with a link to it takes its place.
 */
export function showLost(img: HTMLImageElement): void {
  const article = img.closest('[data-article-body]')?.closest<HTMLElement>('[data-lost]');
  if (!article) return;
  const words = (article.dataset['lost'] ?? '').replace('{}', () => new URL(img.src).host);
  if (img.alt === '') img.alt = words;
  const sight = new IntersectionObserver(([entry]) => {
    if (entry === undefined || entry.isIntersecting) return;
    sight.disconnect();
    img.toggleAttribute('data-lost', true);
    img.after(line(img, words));
  });
  sight.observe(img);
}

/** A link, or its words alone where the picture is part of a link already. */
function line(img: HTMLImageElement, words: string): HTMLElement {
  const link = img.closest('a') === null ? document.createElement('a') : document.createElement('span');
  if (link instanceof HTMLAnchorElement) {
    link.href = img.src;
    link.rel = 'noopener';
    link.referrerPolicy = 'no-referrer';
  }
  link.className = 'lost';
  link.lang = document.documentElement.lang;
  link.textContent = img.alt === words ? words : `${img.alt} · ${words}`;
  img.setAttribute('aria-hidden', 'true');
  return link;
}
