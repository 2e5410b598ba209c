import { isMap, isScalar, parseDocument } from 'yaml';
import type { PressSchedule } from '../../src/digest/press.ts';

/**
 * The text of a configuration with another press time and time zone, the rest as it was. Null when it has no `site:`
 * block that the lines can stand in.
 */
export function withPress(text: string, { time, timeZone }: PressSchedule): string | null {
  const zoned = withSetting(text, 'timeZone', timeZone);
  return zoned === null ? null : withSetting(zoned, 'pressTime', `'${time}'`);
}

function withSetting(text: string, name: string, value: string): string | null {
  const site = parseDocument(text, { logLevel: 'error' }).get('site', true);
  if (!isMap(site)) return null;
  const known = site.items.find(({ key }) => isScalar(key) && key.value === name);
  if (known !== undefined) {
    const range = isScalar(known.value) ? known.value.range : null;
    return range ? text.slice(0, range[0]) + value + text.slice(range[1]) : null;
  }
  const first = site.items[0]?.key;
  const range = isScalar(first) ? first.range : null;
  if (site.flow || !range) return null;
  const line = text.lastIndexOf('\n', range[0]) + 1;
  const last = site.items.at(-1)?.value;
  const end = isScalar(last) && last.range ? text.indexOf('\n', last.range[1]) : -1;
  const written = `${text.slice(line, range[0])}${name}: ${value}`;
  return end < 0
    ? `${text.slice(0, line)}${written}\n${text.slice(line)}`
    : `${text.slice(0, end)}\n${written}${text.slice(end)}`;
}
