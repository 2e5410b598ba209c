import type { Config } from '../config/schema.ts';
import { pictureSettings } from '../digest/shown-pictures.ts';
import type { Paper } from './make-paper.ts';

/**
 * The source list of `img-src`. Originals may be on any host, and a picture without an own copy is loaded from its
 * original; a paper that uses neither originals nor copies needs fewer hosts or none.
 */
export function pictureSources(config: Config): string {
  const settings = pictureSettings(config);
  if (settings.has('direct') || settings.has('local')) return "'self' https: http:";
  return settings.has('proxy') ? `'self' ${new URL(config.pictures.proxy).origin}` : "'self'";
}

/** The service that a page asks for a picture when the original does not load; null when it asks none. */
export function fallbackService(config: Config): string | null {
  const settings = pictureSettings(config);
  const shownDirectly = settings.has('direct') || settings.has('local');
  return shownDirectly && config.pictures.fallback === 'proxy' ? config.pictures.proxy : null;
}

/** A note for readers: where pictures come from, and which hosts learn about the reader's requests. */
export function pictureNote({ config, texts, list }: Pick<Paper, 'config' | 'texts' | 'list'>): string {
  const words = texts.about.pictures;
  const settings = pictureSettings(config);
  const proxy = words.proxy(new URL(config.pictures.proxy).host);
  const ways = { direct: words.direct, proxy, local: words.local };
  const used = (['direct', 'proxy', 'local'] as const).filter((way) => settings.has(way));
  if (used.length === 0) return words.none;
  const service = fallbackService(config);
  const fallback = service === null ? '' : words.fallback(new URL(service).host);
  return words.from(list(used.map((way) => ways[way]))) + fallback;
}
