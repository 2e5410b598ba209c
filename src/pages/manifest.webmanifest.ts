import { openPaper } from '../paper.ts';
import { direction } from '../text/language.ts';

/** The web app manifest: what a browser needs to install the paper as an app. */
export const GET = async () => {
  const { config, links } = await openPaper();
  const { title, tagline, language } = config.site;
  const icon = (size: number, purpose: string) => ({
    src: links.file(`icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: links.home,
    name: title,
    short_name: title,
    description: tagline || undefined,
    lang: language,
    dir: direction(language),
    start_url: links.home,
    scope: links.home,
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
  };
  return new Response(`${JSON.stringify(manifest, null, 2)}\n`, {
    headers: { 'content-type': 'application/manifest+json' },
  });
};
