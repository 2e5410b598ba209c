import type { Element } from 'domhandler';
import { plainTex } from './tex.ts';

/** Classes of pictures of formulas: WordPress, MediaWiki, Moodle, Zhihu, LaTeXML. */
const marked =
  /(?:^|\s)(?:latex|tex|texrender|katex|mathjax|ltx_Math|mwe-math-fallback-image-(?:inline|display)|ztext-math)(?:\s|$)/i;

/**
 * Services that draw formulas, matched against host and path, and the parameter with the TeX; '' for the whole query.
 * Sources: the documentation of WordPress, CodeCogs, Google Charts, Zhihu, GitHub, UpMath, MathTeX, Wikimedia.
 */
const services: readonly (readonly [pattern: RegExp, parameter: string])[] = [
  [/\/latex\.php$/, 'latex'],
  [/^latex\.codecogs\.com\//, ''],
  [/^(?:chart|chart\.googleapis|chart\.apis\.google)[\w.]*\.com\/chart$/, 'chl'],
  [/^(?:www\.)?zhihu\.com\/equation$/, 'tex'],
  [/^render\.githubusercontent\.com\/render\/math$/, 'math'],
  [/\/cgi-bin\/(?:mathtex|mimetex)\.cgi$/, ''],
  [/^(?:i|tex)\.(?:upmath\.me|s2cms\.ru)\//, ''],
  [/^wikimedia\.org\/api\/rest_v1\/media\/math\//, ''],
  [/\/math\/render\/(?:svg|png|mml)\//, ''],
  [/^math\.vercel\.app\/?$/, 'from'],
];

/** The TeX of a picture of a formula: its alternative text, else what its address says. Null for other pictures. */
export function texOfImage({ attribs }: Element): string | null {
  const url = URL.parse(attribs['src'] ?? '', 'https://relative.invalid/');
  const place = url ? url.hostname + url.pathname : '';
  const service = services.find(([pattern]) => pattern.test(place));
  if (!service && !marked.test(attribs['class'] ?? '') && !('eeimg' in attribs)) return null;
  const alt = plainTex(attribs['alt'] ?? attribs['data-tex'] ?? attribs['data-latex'] ?? '');
  const isTelling = alt !== '' && !/^(?:equation|formula|latex|image|math|tex|\[公式\]|公式)$/i.test(alt);
  if (isTelling) return alt;
  return (url && service && plainTex(inAddress(url, service[1]))) || null;
}

function inAddress(url: URL, parameter: string): string {
  if (parameter !== '') return url.searchParams.get(parameter) ?? '';
  const raw = url.search.slice(1) || (/\/(?:svg|png)\/(.*)$/.exec(url.pathname)?.[1] ?? '');
  if (/^[\da-f]{20,}$/i.test(raw)) return '';
  try {
    return decodeURIComponent(raw.replaceAll('+', ' ')).replace(
      /\\(?:dpi|bg|fg|inline|large|small|huge)(?:_\w+)?(?:\{[^{}]*\})?\s*/gi,
      '',
    );
  } catch {
    return '';
  }
}
