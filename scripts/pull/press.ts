import type { Config } from '../../src/config/schema.ts';
import { type OpenEditions, openEditions } from '../../src/digest/place.ts';
import { lastPress, type PressSchedule, pressAt, pressSchedule } from '../../src/digest/press.ts';
import type { Volume } from '../../src/digest/volume.ts';
import { readPress } from '../../src/paper/read-content.ts';
import type { FeedState } from '../../src/store/feed-state.ts';
import type { PressRecord } from '../../src/store/press-record.ts';
import { readFeedState } from '../store/feed-states.ts';
import { readLastPull, writeLastPull, writePressRecord } from '../store/press-record.ts';

/** An edition that goes to press with a pull. */
export interface WentToPress {
  edition: string;
  /** How long after its press time, in milliseconds; null at the first pull, which nobody waited for. */
  lateMs: number | null;
}

/** What a pull knows of the presses before it, and which editions it may put articles into. */
export interface PressBefore {
  record: PressRecord | null;
  schedule: PressSchedule;
  open: OpenEditions;
}

/** Reads what the pulls before left behind. One that was killed before it ended counts for nothing. */
export async function pressBefore(
  content: string,
  config: Config,
  volumes: readonly Volume[],
  now: Date,
): Promise<PressBefore> {
  const [record, lastPull, ...states] = await Promise.all([
    readPress(content),
    readLastPull(content),
    ...config.feeds.map(({ id, url }) => readFeedState(content, id, url)),
  ]);
  const wasPulled = record !== null || lastPull !== null || volumes.length > 0;
  const previous = wasPulled ? previousPull(states, record, lastPull) : null;
  const schedule = pressSchedule(config);
  const pressed = record && previous ? { edition: record.edition, at: new Date(record.at) } : null;
  return { record, schedule, open: openEditions({ now, previous, pressed }, schedule) };
}

/**
 * When the paper was pulled before, as far as anything tells; null when none of its feeds ever was, as after its
 * owner has chosen all others.
 */
function previousPull(
  states: readonly FeedState[],
  record: PressRecord | null,
  lastPull: string | null,
): Date | null {
  const ofFeeds = states.flatMap(({ lastSuccessAt, lastNewAt }) => [lastSuccessAt ?? '', lastNewAt ?? '']);
  if (ofFeeds.every((instant) => instant === '')) return null;
  return new Date([...ofFeeds, record?.at ?? '', lastPull ?? ''].sort().at(-1) ?? '');
}

/**
 * Writes down which edition a good pull sends to press; null when none goes. An edition without articles leaves no
 * record, so that a quiet night changes no file of the repository. `before` and `after` count what was stored
 * before the pull and is stored now: a paper without a record shows all that it had.
 */
export async function goToPress(
  content: string,
  { record, schedule }: PressBefore,
  before: readonly Volume[],
  after: readonly Volume[],
  now: Date,
): Promise<WentToPress | null> {
  await writeLastPull(content, now.toISOString());
  const edition = lastPress(now.getTime(), schedule);
  const gathered = daysOf(after).filter((day) => record === null || (day > record.edition && day <= edition));
  if (gathered.length === 0) return null;
  const shown = record === null ? [edition, ...daysOf(before)].sort().at(-1) : edition;
  await writePressRecord(content, { edition: shown ?? edition, at: now.toISOString() });
  return { edition, lateMs: record === null ? null : now.getTime() - pressAt(edition, schedule) };
}

function daysOf(volumes: readonly Volume[]): string[] {
  return volumes.flatMap(({ days }) => Object.keys(days));
}
