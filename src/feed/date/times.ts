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

const TIME =
  /(?<![\d:]|\d[+-])(\d{1,2})\s?(?:[:h]\s?(\d{1,2})(?!\d)(?:\s?[:m]\s?(\d{1,2})(?:[.,:](\d{1,9}))?)?|\.(\d\d)(?=\s?Uhr))(?:\s?(?:Uhr|h|s))?(?![\d:])/i;

/**
 * Finds the time of day in a date, with the text before and after it. `time` is null when there is none, `invalid` when
 * no clock can show it. `half` is the half of the day that the date names.
 */
export function splitTime(
  text: string,
  half: 'am' | 'pm' | null,
): { before: string; time: Time | 'invalid' | null; after: string } {
  const match = TIME.exec(text);
  if (!match) return { before: text, time: null, after: '' };
  const [whole, hour, minute, second, fraction, dotted] = match;
  const time: Time = {
    hour: to24(Number(hour), half),
    minute: Number(minute ?? dotted ?? 0),
    second: Math.min(Number(second ?? 0), second === '60' ? 59 : 99),
    millisecond: Number((fraction ?? '0').padEnd(3, '0').slice(0, 3)),
  };
  const isMidnight = time.hour === 24 && time.minute === 0 && time.second === 0;
  const valid = (time.hour < 24 || isMidnight) && time.minute < 60 && time.second < 60;
  const before = text.slice(0, match.index).replace(/T\s*$/, ' ');
  return { before, time: valid ? time : 'invalid', after: text.slice(match.index + whole.length) };
}

/** An hour of the 12-hour clock as one of the 24-hour clock. */
function to24(hour: number, half: 'am' | 'pm' | null): number {
  if (half === 'pm' && hour < 12) return hour + 12;
  return half === 'am' && hour === 12 ? 0 : hour;
}
