import { tz } from '@date-fns/tz';
import { parse as parseDate } from 'date-fns';

/** Reads a date as feeds write it; see the tables below. `timeZone` is for those that name none. */
export function readDate(text: string | null, timeZone = 'UTC'): string | null {
  if (!text) return null;
  const t = text.trim();
  let m =
    /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(
      t,
    );
  if (m)
    return build(
      +(m[1] ?? 0),
      +(m[2] ?? 1),
      +(m[3] ?? 1),
      +(m[4] ?? 0),
      +(m[5] ?? 0),
      +(m[6] ?? 0),
      m[8],
      timeZone,
    );
  m =
    /^(?:[a-z]+,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{2,4})(?:\s+(\d\d?):(\d\d)(?::(\d\d))?)?\s*([a-z]+|[+-]\d\d:?\d\d)?$/i.exec(
      t,
    );
  if (!m) return null;
  const month = 'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .indexOf((m[2] ?? '').toLowerCase());
  if (month < 0) return null;
  return build(
    +(m[3] ?? 0),
    month + 1,
    +(m[1] ?? 0),
    +(m[4] ?? 0),
    +(m[5] ?? 0),
    +(m[6] ?? 0),
    m[7],
    timeZone,
  );
}
function build(
  y: number,
  mo: number,
  d: number,
  h: number,
  mi: number,
  s: number,
  zone: string | undefined,
  timeZone: string,
): string | null {
  const local = `${y}-${mo}-${d} ${h}:${mi}:${s}`;
  if (zone && /^[+-]/.test(zone)) {
    const off = Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
    const t = Date.UTC(y, mo - 1, d, h, mi, s) - off * 60000;
    return Number.isNaN(t) ? null : new Date(t).toISOString();
  }
  const date = parseDate(local, 'y-M-d H:m:s', new Date(0), { in: tz(zone ? 'UTC' : timeZone) });
  return Number.isNaN(date.getTime()) ? null : new Date(date.getTime()).toISOString();
}
