import type { Shown } from './shown.ts';

/** What the trap runs inside the browser. Each function is sent there alone and may use no other. */

/** Puts each into its own frame and waits until all have loaded. */
export async function showFrames(all: readonly (readonly [string, Shown])[]): Promise<void> {
  const loaded = all.map(([name, shown]) => {
    const frame = document.createElement('iframe');
    frame.name = name;
    const done = new Promise<void>((resolve) => {
      frame.addEventListener('load', () => resolve());
      setTimeout(resolve, 10_000);
    });
    if ('address' in shown) frame.src = shown.address;
    else if ('document' in shown) frame.srcdoc = shown.document;
    document.body.append(frame);
    const empty = frame.contentDocument;
    if ('inner' in shown && empty) {
      for (const html of shown.inner) {
        const place = empty.createElement('div');
        empty.body.append(place);
        place.innerHTML = html;
        // Some readers parse their own output again, and markup may become active the second time.
        place.innerHTML = String(place.innerHTML);
      }
    }
    return done;
  });
  await Promise.all(loaded);
}

/**
 * Forbidden markup in the frames. It is searched for in the bodies of articles, and in the whole of a frame that shows
 * no page of the site.
 */
export function inspectFrames(): string[] {
  // Our own pages hand a feed to a reader app by these schemes.
  const ours = /^(?:feed:|follow:\/\/add\?url=)/;
  const isWeb = (address: string) => /^https?(?::\/\/|%3A%2F%2F)[^/]/.test(address.replace(ours, ''));
  const addresses = /^(?:href|src|xlink:href|action|formaction|poster|data|background|cite|longdesc)$/;
  const elements =
    /^(?:script|style|link|meta|base|title|i?frame|frameset|object|embed|applet|form|input|button|select|textarea|template|audio|video|source|track|dialog|noscript|slot|.*[-:].*)$/;
  // Our own script sets `data-whole` on a picture that has loaded; the sanitiser lets no data attribute through.
  const attributes =
    /^(?:on.*|srcset|srcdoc|ping|formaction|attributionsrc|http-equiv|background|autofocus|id|class|style|name|is|slot|part|popover.*|contenteditable|tabindex|accesskey|target|data-(?!whole$).*)$/;
  // Formulas of MathML, all of them in its own namespace.
  const formulas =
    /^(?:math|m[inos]|mtext|mspace|mrow|mphantom|merror|mstyle|mpadded|mfrac|msqrt|mroot|msub|msup|msubsup|mmultiscripts|mprescripts|munder|mover|munderover|mtable|mtr|mtd)$/;
  const isFormula = ({ localName, namespaceURI }: Element) =>
    namespaceURI === 'http://www.w3.org/1998/Math/MathML' && formulas.test(localName);
  // Places within an article, by names of ours; the language of code; code and tables that the keyboard can scroll, on our pages.
  const isOurs = (name: string, value: string, localName: string) =>
    (name === 'id' && /^fn-[\da-z]{10}-\d{1,4}$/.test(value)) ||
    (name === 'href' && localName === 'a' && /^#fn-[\da-z]{10}-\d{1,4}$/.test(value)) ||
    (name === 'data-language' && /^[\da-z+#.-]{1,20}$/.test(value)) ||
    (name === 'tabindex' && /^(?:pre|table)$/.test(localName) && value === '0');
  const lookAt = (element: Element, isForeign: boolean): string[] => {
    const found: string[] = [];
    const { localName, namespaceURI } = element;
    const isHtml = namespaceURI === 'http://www.w3.org/1999/xhtml' && !elements.test(localName);
    if (isForeign && !isHtml && !isFormula(element)) found.push(`<${localName}>`);
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name) ?? '';
      if (isForeign && isOurs(name, value, localName)) continue;
      if (isForeign ? attributes.test(name) : /^on|^style$/.test(name)) found.push(`${localName} ${name}`);
      const address = isForeign ? value : String((element as HTMLAnchorElement)[name as 'href'] ?? value);
      if (addresses.test(name) && !(isWeb(address) && !(isForeign && ours.test(address))))
        found.push(`${localName} ${name}=${value.slice(0, 80)}`);
    }
    return found;
  };
  return [...document.querySelectorAll('iframe')].flatMap((frame) => {
    const page = frame.contentDocument;
    if (page === null) return [`${frame.name}: shows another place`];
    const isPage = frame.src !== '';
    // Named elements of a hostile document may replace the document's own methods.
    const { querySelector, querySelectorAll } = Document.prototype;
    const body = querySelector.call(page, '[data-article-body]');
    return [...querySelectorAll.call(page, '*')].flatMap((element) => {
      const isBare = /^(?:html|head|body)$/.test(element.localName) && element.attributes.length === 0;
      const isForeign = isPage ? body !== null && body !== element && body.contains(element) : !isBare;
      return lookAt(element, isForeign).map((what) => `${frame.name}: has ${what}`);
    });
  });
}

/**
 * Triggers every handler and clicks every element, as a reader might. It does not follow http and https links or
 * submit forms to them.
 */
export function provokeFrames(): void {
  const isWeb = (address: unknown) => typeof address === 'string' && /^https?:\/\//.test(address);
  const stay = (event: Event) => {
    const target = event.target as Element;
    const address =
      event.type === 'submit'
        ? (target as HTMLFormElement).action
        : target.closest<HTMLAnchorElement>('a[href]')?.href;
    if (isWeb(address)) event.preventDefault();
  };
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument;
    if (page === null) continue;
    frame.contentWindow?.addEventListener('click', stay, true);
    frame.contentWindow?.addEventListener('submit', stay, true);
    // Named elements of a hostile document may replace the document's own methods.
    const all = Document.prototype.querySelectorAll.call(page, frame.src === '' ? '*' : 'main *');
    const { dispatchEvent, getAttributeNames } = Element.prototype;
    for (const element of all) {
      for (const name of getAttributeNames.call(element)) {
        if (name.startsWith('on')) dispatchEvent.call(element, new Event(name.slice(2)));
      }
      dispatchEvent.call(element, new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  }
}

/** An entry of an RSS document, or its channel. */
export interface FeedPart {
  /** Texts that readers show, some of them as HTML: titles, bodies, names, categories. */
  texts: string[];
  /** Every address. */
  addresses: string[];
}

/** Parses a feed as a reader does. Throws when it is not well-formed. */
export async function readFeed(address: string): Promise<FeedPart[]> {
  const text = await (await fetch(address)).text();
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  const error = xml.querySelector('parsererror');
  if (error !== null) throw new Error(`${address}: ${error.textContent}`);
  const items = [...xml.querySelectorAll('item')];
  for (const item of items) item.remove();
  const shown = /^(?:title|description|content:encoded|dc:creator|dc:rights|author|category|source)$/;
  return [xml.documentElement, ...items].map((part) => {
    const leaves = [...part.querySelectorAll('*')].filter(({ childElementCount }) => childElementCount === 0);
    const attributes = leaves.flatMap((leaf) => [...leaf.attributes]);
    const places = leaves.filter(({ nodeName }) => /^(?:link|url|comments)$/.test(nodeName));
    return {
      texts: leaves
        .filter(({ nodeName }) => shown.test(nodeName))
        .map(({ textContent }) => textContent ?? ''),
      addresses: [
        ...attributes.filter(({ name }) => /^(?:url|href|src)$/.test(name)).map(({ value }) => value),
        ...places.map(({ textContent }) => textContent ?? ''),
      ],
    };
  });
}
