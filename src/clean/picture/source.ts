import type { Element } from 'domhandler';
import { absoluteAddress } from '../address/absolute.ts';
import { withoutProxy } from './proxies.ts';

/**
 * Attributes in which lazy-loading scripts keep the real address, the most trusted first. Sources: lazysizes,
 * lozad, jQuery Lazy Load, echo.js, WordPress (Jetpack, WP Rocket, a3 Lazy Load), WeChat, Zhihu, DW.
 */
const lazySources = `data-src data-lazy-src data-original data-actualsrc data-original-src data-echo data-lazy
  data-lazyload data-real-src data-url data-image-src data-img-src data-defer-src data-cfsrc data-backsrc
  data-orig-file data-large-file data-full-url data-hi-res-src file zoomfile`.split(/\s+/);
const lazySets = ['data-srcset', 'data-lazy-srcset', 'data-original-set'];

/** Addresses of placeholders for the real picture. */
const placeholder =
  /^(?:data:|about:|blob:)|placeholder\.\w+(?:[?#]|$)|[/_.-](?:blank|spacer|lazy(?:load)?|load(?:ing|er)|spinner|transparent|empty|dummy|gr[ae]y|1x1)(?:[_-]bg)?\.(?:gif|png|svg)(?:[?#]|$)/i;

/** Width of a `srcset` candidate, in CSS pixels, that is enough for a page. A wider one only takes longer to load. */
const enoughPixels = 1300;

/** The absolute address of the picture that an `img` (with the `source`s before it) shows in the end, or null. */
export function pictureSource(img: Element, base: string | null, sources: Element[] = []): string | null {
  const usable = (raw: string | undefined) => {
    const address = raw && !placeholder.test(raw.trim()) ? absoluteAddress(raw, base) : null;
    return address && isOnTheWeb(address) ? address : null;
  };
  const set = (holder: Element, name: string) => usable(bestCandidate(holder.attribs[name]) ?? undefined);
  const first = <Name>(names: readonly Name[], read: (name: Name) => string | null): string | null => {
    for (const name of names) {
      const found = read(name);
      if (found) return found;
    }
    return null;
  };
  const found =
    first(lazySources, (name) => usable(looksLikeAddress(img.attribs[name]))) ??
    usable(img.attribs['src']) ??
    first([...lazySets, 'srcset'], (name) => set(img, name)) ??
    first(sources, (source) => set(source, 'srcset') ?? set(source, 'data-srcset')) ??
    usable(img.attribs['data-gif-src']);
  return found && withoutProxy(found);
}

/** Whether the host has a dot or is a number: `https://th` is an address that was cut off. */
const isOnTheWeb = (address: string): boolean => /^https?:\/\/[^/]*[.:]/.test(address);

/** The value if it looks like an address: attributes such as `data-url` may hold other data. */
function looksLikeAddress(value: string | undefined): string | undefined {
  return value && /[/.]/.test(value) && !/\s/.test(value.trim()) ? value : undefined;
}

/** The best candidate of a `srcset` for a page: the narrowest that is wide enough, else the widest. */
export function bestCandidate(srcset: string | undefined): string | null {
  if (!srcset || srcset.length > 20_000) return null;
  const candidates = srcset
    .split(/,\s+|,(?=https?:|\/\/)/)
    .map((entry) => entry.trim().split(/\s+/))
    .map(([address = '', size = '1x']) => ({ address, width: widthOf(size) }))
    .filter(({ address, width }) => address !== '' && !placeholder.test(address) && width > 0);
  const enough = candidates.filter(({ width }) => width >= enoughPixels);
  const pick = (of: typeof candidates, better: (a: number, b: number) => boolean) =>
    of.reduce<(typeof of)[number] | null>(
      (best, next) => (best && !better(next.width, best.width) ? best : next),
      null,
    );
  return (pick(enough, (a, b) => a < b) ?? pick(candidates, (a, b) => a > b))?.address ?? null;
}

function widthOf(descriptor: string): number {
  const number = Number.parseFloat(descriptor);
  if (!Number.isFinite(number)) return 0;
  return descriptor.endsWith('x') ? number * 640 : number;
}
