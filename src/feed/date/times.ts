/** A time of day. `hour` may be 24 for midnight at the end of a day. */
export interface Time {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** Whether a clock can show the time. */
export function isTime({ hour, minute, second }: Time): boolean {
  return hour < 24 && minute < 60 && second < 60;
}

/** Where a time may begin: not inside another number, and not at the hours of a zone. */
const START = /(?<![\d:]|\d[+-])/;
/** Units and words after a time; the letters of a zone are none. */
const UNIT = /(?:\s?(?:Uhr|h|m|min|s|sec)(?!\p{L}))?(?![\d:])/u;

/** Forms of a time, the first that is found counts. */
const TIMES: readonly RegExp[] = [
  // 9:30, 9:30:15.25, 9h30m15s
  form(/(\d{1,2})\s?[:h]\s?(\d{1,2})(?!\d)(?:\s?[:m]\s?(\d{1,2})(?:[.,:](\d{1,9}))?)?/),
  // 9.30 Uhr
  form(/(\d{1,2})\.(\d\d)(?=\s?Uhr)/),
  // 9.30 and 9.30.15 after a year
  form(/(?<=(?<!\d)\d{4},?\s\D{0,12})(\d{1,2})\.(\d\d)(?:\.(\d\d))?(?!\.)/),
  // 9h, 9 Uhr
  form(/(\d{1,2})(?=\s?(?:h|Uhr)(?!\p{L}))/u),
];

function form(time: RegExp): RegExp {
  return new RegExp(START.source + time.source + UNIT.source, 'iu');
}

/**
 * Finds the time of day in a date, with the text before and after it. `time` is null when there is none, `invalid` when
 * no clock can show it. `half` is the half of the day that the date names.
 */
export function splitTime(
  text: string,
  half: 'am' | 'pm' | null,
): { before: string; time: Time | 'invalid' | null; after: string } {
  const match = firstMatch(text);
  if (!match) return { before: text, time: null, after: '' };
  const [whole, hour, minute, second, fraction] = match;
  const time: Time = {
    hour: to24(Number(hour), half),
    minute: Number(minute ?? 0),
    second: Math.min(Number(second ?? 0), second === '60' ? 59 : 99),
    millisecond: Number((fraction ?? '0').padEnd(3, '0').slice(0, 3)),
  };
  const isMidnight = time.hour === 24 && time.minute === 0 && time.second === 0;
  const valid = (time.hour < 24 || isMidnight) && time.minute < 60 && time.second < 60;
  const before = text.slice(0, match.index).replace(/T\s*$/, ' ');
  return { before, time: valid ? time : 'invalid', after: text.slice(match.index + whole.length) };
}

function firstMatch(text: string): RegExpExecArray | null {
  for (const time of TIMES) {
    const match = time.exec(text);
    if (match) return match;
  }
  return null;
}

/** An hour of the 12-hour clock as one of the 24-hour clock. */
function to24(hour: number, half: 'am' | 'pm' | null): number {
  if (half === 'pm' && hour < 12) return hour + 12;
  return half === 'am' && hour === 12 ? 0 : hour;
}
