/**
 * Lets the keyboard reach what may be wider than the page, so that it can be scrolled: code and tables. `html` is a cleaned
 * body; angle brackets stand only in its tags.
 */
export function scrollable(html: string): string {
  return html.replace(/<(pre|table)(?=[ >])/g, '<$1 tabindex="0"');
}
