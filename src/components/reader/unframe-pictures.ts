/**
 * Pictures without a known size stand in a frame. Each takes its own shape where that moves nothing that is in
 * sight: while it is still below the window, once it is above and the browser holds the text in place, or when the
 * reader taps it.
 */
export function unframePictures(): void {
  const framed = document.querySelectorAll<HTMLImageElement>('[data-article-body] img:not([width][height])');
  const sight = new IntersectionObserver((entries) => {
    for (const { target } of entries) unframe(target as HTMLImageElement);
  });
  for (const img of framed) {
    sight.observe(img);
    img.addEventListener('load', () => unframe(img));
    img.addEventListener('click', () => img.toggleAttribute('data-whole', true));
  }
}

/** How far below the window, in its heights, a picture is safe from a quick finger until the next frame is drawn. */
const BELOW = 1.5;
const holdsText = CSS.supports('overflow-anchor', 'auto');

function unframe(img: HTMLImageElement): void {
  const { top, bottom } = img.getBoundingClientRect();
  const unseen = top >= innerHeight * BELOW || (bottom <= 0 && holdsText);
  if (img.naturalWidth > 0 && unseen) img.toggleAttribute('data-whole', true);
}
