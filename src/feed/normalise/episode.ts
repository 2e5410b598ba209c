import type { Episode } from '../item.ts';
import { all, attribute, firstText, type RawElement } from '../raw-element.ts';
import { addressIn } from './addresses.ts';
import { baseOf } from './links.ts';

/** Longest duration read, in seconds: two days. */
const LONGEST = 172_800;

/**
 * What an entry says of itself as an episode of a podcast or a video, or null when it says nothing (Apple's `itunes`
 * elements, https://help.apple.com/itc/podcasts_connect/#/itcb54353390, Media RSS, Podcasting 2.0).
 */
export function episode(entry: RawElement, base: string | null): Episode | null {
  const found: Episode = {
    seconds: seconds(entry),
    season: whole(firstText(entry, 'itunes:season', 'podcast:season')),
    number: whole(firstText(entry, 'itunes:episode', 'podcast:episode')),
    kind: kind(firstText(entry, 'itunes:episodetype')),
    explicit: explicit(firstText(entry, 'itunes:explicit')),
    chapters: chapters(entry, base),
  };
  return Object.values(found).some((value) => value !== null) ? found : null;
}

/** The duration in seconds, or null. */
function seconds(entry: RawElement): number | null {
  const given = [
    firstText(entry, 'itunes:duration'),
    ...mediaFiles(entry).map((element) => attribute(element, 'duration')),
  ];
  return given.map(duration).find((value) => value !== null) ?? null;
}

/** Files of sound or video; a slide show gives its pictures a duration, too. */
function mediaFiles(entry: RawElement): RawElement[] {
  const files = [
    ...all(entry, 'media:content', 'core:enclosure'),
    ...all(entry, 'media:group').flatMap((group) => all(group, 'media:content')),
  ];
  const isPicture = (file: RawElement) =>
    /^image/.test(attribute(file, 'medium') ?? attribute(file, 'type') ?? '');
  return files.filter((file) => !isPicture(file));
}

/** `1805`, `30:05`, `1:02:03`, `1 h 2 min`, `PT1H2M3S`; null for other texts. */
function duration(text: string | null): number | null {
  if (text === null || text.length > 40) return null;
  const clock = /^(?:(\d+):)?(\d+):(\d{1,2})(?:\.\d+)?$/.exec(text);
  const units =
    /^(?:PT)?(?:(\d+)\s*h[a-z]*)?[\s,]*(?:(\d+)\s*m[a-z]*)?[\s,]*(?:(\d+)(?:\.\d+)?\s*s[a-z]*)?$/i.exec(text);
  const [, hours, minutes, rest] = clock ?? units ?? [];
  const parts = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
  const total = /^\d+(?:\.\d+)?$/.test(text) ? Math.round(Number(text)) : parts;
  return total > 0 && total <= LONGEST ? total : null;
}

function whole(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

function kind(text: string | null): Episode['kind'] {
  return (
    (['full', 'trailer', 'bonus'].find((each) => each === text?.toLowerCase()) as Episode['kind']) ?? null
  );
}

function explicit(text: string | null): boolean | null {
  if (text === null) return null;
  if (/^(?:yes|true|explicit)$/i.test(text)) return true;
  return /^(?:no|false|clean)$/i.test(text) ? false : null;
}

function chapters(entry: RawElement, base: string | null): string | null {
  const found = all(entry, 'podcast:chapters').map((element) =>
    addressIn(attribute(element, 'url'), baseOf(element, base)),
  );
  return found.find((address) => address !== null) ?? null;
}
