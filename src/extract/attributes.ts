import { httpUrl } from '../text/url.ts';

/** The attributes that finding an article or showing it needs. */
const kept = new Set(
  `id class role lang dir title alt width height datetime colspan rowspan start aria-hidden hidden style itemprop
  itemtype rel controls`.split(/\s+/),
);
const addresses = new Set(['href', 'src', 'poster', 'file', 'zoomfile']);
/** Where scripts that load pictures late keep the real address, or several: `data-lazy-src`, `data-original-set`. */
const lateAddress = /^data-(?:[a-z-]*(?:src|original|lazy|lazyload|echo|url|file|cfsrc))$/;
const lateSet = /^data-[a-z-]*(?:srcset|set)$/;
const longestAttribute = 4096;
/** Characters by which a page may grow when its addresses are made absolute: with a long base, small pages would fill the memory. */
const mostGrowth = 2_000_000;

/** Keeps the attributes that count, each address among them made absolute against `base`. */
export function absoluteAttributes(
  base: string,
): (attribs: Record<string, string>) => Record<string, string> {
  let room = mostGrowth;
  return (given) => {
    const attribs: Record<string, string> = {};
    for (const [name, value] of Object.entries(given)) {
      if (value.length > longestAttribute) continue;
      const meant = meantBy(name, value, room > 0 ? base : null);
      if (meant === null) continue;
      room -= meant.length - value.length;
      if (room > 0 || meant === value) attribs[name] = meant;
    }
    return attribs;
  };
}

/** What an attribute means away from its page; null for one that goes, as any address does without a base. */
function meantBy(name: string, value: string, base: string | null): string | null {
  if (name === 'srcset' || lateSet.test(name)) return base && absoluteSet(value, base);
  if (addresses.has(name)) return base && absolute(value, base);
  if (lateAddress.test(name)) return base && /[/.]/.test(value) ? absolute(value, base) : null;
  return kept.has(name) ? value : null;
}

function absolute(address: string, base: string): string | null {
  return address.startsWith('#') || address.startsWith('data:') ? address : httpUrl(address, base);
}

function absoluteSet(value: string, base: string): string {
  const candidates = value.split(/,\s+/).map((candidate) => {
    const [address, ...size] = candidate.trim().split(/\s+/);
    return [httpUrl(address, base), ...size];
  });
  return candidates.flatMap((candidate) => (candidate[0] ? candidate.join(' ') : [])).join(', ');
}
