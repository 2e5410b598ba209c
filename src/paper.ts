import { getCollection } from 'astro:content';
import { loadLate } from './clean/picture-policy.ts';
import { monthOf } from './digest/day.ts';
import { type ShownBody, shownBody } from './digest/republish.ts';
import { readEnvironment } from './paper/environment.ts';
import { makePaper, type Paper } from './paper/make-paper.ts';
import { ownAddresses } from './paper/own-address.ts';
import { hasMonth } from './paper/parts.ts';
import { readCopies } from './paper/picture-copies.ts';
import { withSizes } from './paper/picture-size.ts';
import { readBody, readItems, readMoved, readPress, readStates, readVolumes } from './paper/read-content.ts';
import { scrollable } from './paper/scrollable.ts';
import type { PlacedItem } from './store/stored-item.ts';

/** Where pages get everything from: the paper, opened once a build, and the bodies, read one at a time. */

const environment = readEnvironment();
let opened: Promise<Paper> | undefined;

/**
 * The paper as a whole, opened once. A page asks for it, passes it to one function of `paper/` and shows what that
 * gives.
 */
export function openPaper(): Promise<Paper> {
  opened ??= makeFromContent();
  return opened;
}

/** Whether pages of a day or month are built. */
export function wanted(dayOrMonth: string): boolean {
  return hasMonth(environment.parts, monthOf(dayOrMonth));
}

/** As much of an item's cleaned HTML as its page may show, and whether that is all of it. */
export async function articleBody(item: PlacedItem): Promise<ShownBody> {
  const { html, whole } = await portableBody(item);
  const sized = withSizes(ownAddresses(html, environment.siteUrl));
  return { html: scrollable(loadLate(sized)), whole };
}

/** The same for use away from the site: every address is whole. */
export async function portableBody(item: PlacedItem): Promise<ShownBody> {
  const { config, pictures } = await openPaper();
  const { html, whole } = shownBody(item, await readBody(environment.content, item), config);
  return { html: pictures.body(item, html), whole };
}

async function makeFromContent(): Promise<Paper> {
  const { items, states, volumes } = await (import.meta.env.DEV ? stored() : collected());
  // The records may lag behind what is stored; where everything is read, it is counted anew.
  const counted = environment.parts.months === null ? undefined : volumes;
  const { config, siteUrl } = environment;
  const [copies, press, moved] = await Promise.all([
    readCopies(environment),
    readPress(environment.content),
    readMoved(environment.content),
  ]);
  return makePaper(items, states, config, siteUrl, counted, copies, press, moved);
}

/** What the collections hold, as they were read when the build began. */
async function collected() {
  const [items, states, volumes] = await Promise.all([
    getCollection('items'),
    getCollection('status'),
    getCollection('volumes'),
  ]);
  return {
    items: items.map(({ data }) => data),
    states: states.map(({ data }) => data),
    volumes: volumes.map(({ data }) => data),
  };
}

/** The same from the content folder as it is now: the dev server's collections lag behind it. */
async function stored() {
  const { content } = environment;
  const [items, states, volumes] = await Promise.all([
    readItems(content),
    readStates(content),
    readVolumes(content),
  ]);
  for (const { file, problem } of [items, states, volumes].flatMap(({ bad }) => bad))
    console.warn(`${file} is left out: ${problem}`);
  return { items: items.items, states: states.states, volumes: volumes.volumes };
}
