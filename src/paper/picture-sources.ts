import type { Config } from '../config/schema.ts';
import { pictureSettings } from '../digest/shown-pictures.ts';
import type { Paper } from './make-paper.ts';

/**
 * Where pages may load pictures from, as a source list for `img-src`. Originals are anywhere, and a picture without
 * a copy of our own is shown from its original; a paper without either needs no stranger at all.
 */
export function pictureSources(config: Config): string {
  const settings = pictureSettings(config);
  if (settings.has('direct') || settings.has('local')) return "'self' https: http:";
  return settings.has('proxy') ? `'self' ${new URL(config.pictures.proxy).origin}` : "'self'";
}

/** The service that a page turns to when a picture does not come from its original; null when it is to ask nobody. */
export function fallbackService(config: Config): string | null {
  const settings = pictureSettings(config);
  const shownDirectly = settings.has('direct') || settings.has('local');
  return shownDirectly && config.pictures.fallback === 'proxy' ? config.pictures.proxy : null;
}

/** Where the pictures of this paper come from, and who is asked for them, in a sentence or two for its readers. */
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
