import type { Config } from '../../src/config/schema.ts';
import { monthOf } from '../../src/digest/day.ts';
import type { Volume } from '../../src/digest/volume.ts';
import { makePaper, type Paper } from '../../src/paper/make-paper.ts';
import { readCopies } from '../../src/paper/picture-copies.ts';
import { readMoved, readPress, readStates } from '../../src/paper/read-content.ts';
import { fingerprint, volumeInputs } from '../../src/paper/volume-inputs.ts';
import { isCheckedOut } from '../volumes/month-trees.ts';
import { refreshVolumes } from '../volumes/refresh-volumes.ts';
import { readStamp } from './assemble-site.ts';
import type { SitePart } from './batches.ts';
import type { BuildOptions } from './command.ts';
import { rendererDigest } from './renderer.ts';

/** What a build has to do. */
export interface SitePlan {
  /** Made from the records of the volumes, without opening an item. */
  paper: Paper;
  volumes: Volume[];
  /** A digest of what renders the site. */
  renderer: string;
  /** The fingerprint that each month should have, oldest first. */
  fingerprints: Map<string, string>;
  /** Months to build. */
  stale: string[];
  /** Months that have changed and are not checked out: the site keeps their old pages, if it has any. */
  absent: string[];
}

export async function planSite(options: BuildOptions, config: Config, siteUrl: string): Promise<SitePlan> {
  const [volumes, { states }, copies, press, moved, renderer] = await Promise.all([
    refreshVolumes(options.content, config),
    readStates(options.content),
    readCopies({ config, content: options.content, siteUrl }),
    readPress(options.content),
    readMoved(options.content),
    rendererDigest(),
  ]);
  const paper = makePaper([], states, config, siteUrl, volumes, copies, press, moved);
  const printed = volumes.filter(({ days }) => Object.keys(days).length > 0).map(({ month }) => month);
  const fingerprints = new Map(
    printed.map((month) => [month, fingerprint(volumeInputs(paper, volumes, month), renderer)]),
  );
  const plan: SitePlan = { paper, volumes, renderer, fingerprints, stale: [], absent: [] };
  for (const [month, wanted] of fingerprints) {
    if (options.volumes && (month < options.volumes.from || month > options.volumes.to)) continue;
    if ((await readStamp(options.out, month))?.fingerprint === wanted) continue;
    ((await isCheckedOut(options.content, month)) ? plan.stale : plan.absent).push(month);
  }
  return plan;
}

/**
 * The parts to build: the front, unless only months were asked for, and the changed months, the latest first, because
 * they share most with the front.
 */
export function partsOf({ paper, stale }: SitePlan, { volumes }: Pick<BuildOptions, 'volumes'>): SitePart[] {
  const isOfFront = (day: string) => day >= paper.reach.from;
  const itemsOf = (wanted: (day: string) => boolean) =>
    paper.days.reduce((sum, { day, items }) => sum + (wanted(day) ? items : 0), 0);
  const front = itemsOf(isOfFront);
  const months = stale.toReversed().map((month) => ({
    name: month,
    items: itemsOf((day) => monthOf(day) === month),
    ofFront: itemsOf((day) => monthOf(day) === month && isOfFront(day)),
  }));
  return volumes ? months : [{ name: 'front', items: front, ofFront: front }, ...months];
}

/** The months to build, oldest first. */
export function monthsToBuild(plan: SitePlan): SitePart[] {
  return partsOf(plan, {})
    .filter(({ name }) => name !== 'front')
    .reverse();
}
