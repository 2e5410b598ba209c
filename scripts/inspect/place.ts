import { createInterface } from 'node:readline';
import { openEditions, place } from '../../src/digest/place.ts';
import { defineCommand, runCommand } from '../terminal/command.ts';
import { flag, instant, type Option, textOr, WrongUsage } from '../terminal/option.ts';

const previous: Option<Date | null> = {
  placeholder: 'ISO|none',
  about: 'when the paper was pulled before',
  without: 'none',
  read: (given, name) => {
    const text = given.at(-1) ?? 'none';
    if (text === 'none') return null;
    const moment = new Date(text);
    if (!Number.isNaN(moment.getTime())) return moment;
    throw new WrongUsage(
      `${name} needs an instant such as 2026-11-22T06:30:00+08:00, or none, not “${text}”.`,
    );
  },
};

const inspectPlaceCommand = defineCommand({
  usage: ['npm run -s inspect -- --place --batch [options]'],
  about: `Says which edition a pull would put items into that are new to the paper: reads a JSON line {"id","publishedAt","firstSeenAt"} for each on standard input, and writes a JSON line {"id","day"} for each.`,
  options: {
    place: flag('places items, and does nothing else'),
    batch: flag('reads them from standard input'),
    now: instant,
    previous,
    zone: textOr('UTC', 'ZONE', 'the time zone of the paper'),
    press: textOr('05:30', 'HH:MM', 'its press time'),
  },
  exitCodes: { 0: 'placed', 2: 'the options are wrong' },
});

/** Runs `inspect --place`; `args` are those of the process. Gives the exit code. */
export function inspectPlace(args: string[]): Promise<number> {
  return runCommand(
    inspectPlaceCommand,
    async ({ now, previous: before, zone, press }) => {
      const schedule = { time: press.padStart('00:00'.length, '0'), timeZone: zone };
      const open = openEditions({ now, previous: before }, schedule);
      for await (const line of createInterface({
        input: process.stdin,
        crlfDelay: Number.POSITIVE_INFINITY,
      })) {
        if (line.trim() === '') continue;
        const item = question(line);
        const answer =
          item === null
            ? { error: 'not a JSON line with an id' }
            : { id: item.id, day: place(item.publishedAt, now, open, schedule) };
        process.stdout.write(`${JSON.stringify(answer)}\n`);
      }
      return 0;
    },
    args,
  );
}

function question(line: string): { id: unknown; publishedAt: string | null } | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('id' in value)) return null;
    const { id, publishedAt } = value as { id: unknown; publishedAt?: unknown };
    return { id, publishedAt: typeof publishedAt === 'string' ? publishedAt : null };
  } catch {
    return null;
  }
}
