/**
 * Pictures without a known size are shown in a frame. A picture leaves its frame when that moves nothing in view: while
 * it is below the window, when it is above and the browser anchors the text, or when the reader taps it.
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

/** How far below the window, in window heights, a picture cannot scroll into view before the next frame. */
const BELOW = 1.5;
const holdsText = CSS.supports('overflow-anchor', 'auto');

function unframe(img: HTMLImageElement): void {
  const { top, bottom } = img.getBoundingClientRect();
  const unseen = top >= innerHeight * BELOW || (bottom <= 0 && holdsText);
  if (img.naturalWidth > 0 && unseen) img.toggleAttribute('data-whole', true);
}
