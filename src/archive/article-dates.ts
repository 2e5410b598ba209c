import { readDate } from '../feed/date.ts';

/** The first readable date as an ISO instant, or null. */
export function firstDate(dates: (string | null)[], timeZone: string): string | null {
  for (const date of dates) {
    const instant = readDate(date, timeZone);
    if (instant !== null) return instant;
  }
  return null;
}

/** How many characters of the text are searched for a date. */
const top = 160;

/** The date that some archives print above the text: ISO 8601 or RFC 822. */
export function dateAtTop(words: string): string | null {
  const instant =
    /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?|[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{5,8} (?:[A-Z]{1,3}|[+-]\d{4})/;
  return instant.exec(words.slice(0, top))?.[0] ?? null;
}

/** The day in an address such as `/2020/07/06/name` or `/20200706-name`. */
export function dayInLink(link: string | null): string | null {
  const day = /\/((?:19|20)\d{2})(?:\/?)(0[1-9]|1[0-2])\/?(0[1-9]|[12]\d|3[01])(?=[/-])/.exec(link ?? '');
  return day && `${day[1]}-${day[2]}-${day[3]}`;
}
