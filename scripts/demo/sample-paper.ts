import { fileURLToPath } from 'node:url';

/** The sample newspaper: the paths of its parts, and the fixed moment at which it is made. */
const root = new URL('../../', import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, root));

export const samplePaper = {
  folder: path('sample'),
  config: path('sample/digest.yaml'),
  /** What of its folder the site brings along: its feeds and pictures stand at the address of the site. */
  served: ['feeds', 'pictures'],
  content: path('.demo/content'),
  out: path('dist'),
  now: new Date('2026-11-22T06:30:00+08:00'),
  /** The port that the addresses in `sample/digest.yaml` name. */
  port: 14817,
};
