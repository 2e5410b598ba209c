/**
 * Abbreviations of time zones in feeds, in minutes east of UTC. Sources: RFC 822, section 5, for North America; the tz
 * database for the others, each with the meaning that is usual in feeds. Military letters are left out: they are used
 * with the wrong sign (RFC 2822, section 4.3).
 */
const OFFSETS: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  EST: -300,
  EDT: -240,
  ET: -300,
  CST: -360,
  CDT: -300,
  CT: -360,
  MST: -420,
  MDT: -360,
  MT: -420,
  PST: -480,
  PDT: -420,
  PT: -480,
  AST: -240,
  ADT: -180,
  NST: -210,
  NDT: -150,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  BRT: -180,
  ART: -180,
  CLT: -240,
  COT: -300,
  PET: -300,
  BST: 60,
  IST: 330,
  WEST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  SAST: 120,
  CAT: 120,
  WAT: 60,
  EAT: 180,
  MSK: 180,
  МСК: 180,
  MSD: 240,
  TRT: 180,
  IRST: 210,
  GST: 240,
  PKT: 300,
  NPT: 345,
  WIB: 420,
  ICT: 420,
  HKT: 480,
  SGT: 480,
  MYT: 480,
  PHT: 480,
  AWST: 480,
  JST: 540,
  KST: 540,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  北京时间: 480,
  北京時間: 480,
  中国标准时间: 480,
  台北時間: 480,
  香港時間: 480,
  日本時間: 540,
  한국시간: 540,
};

/** Abbreviations that mean another zone when the feed's own time zone matches (tz database). */
const LOCAL_OFFSETS: readonly { zone: string; timeZones: RegExp; offset: number }[] = [
  { zone: 'CST', timeZones: /^Asia\//, offset: 480 },
  { zone: 'IST', timeZones: /^Asia\/(?:Jerusalem|Tel_Aviv)$/, offset: 120 },
  { zone: 'IST', timeZones: /^Europe\//, offset: 60 },
  { zone: 'BST', timeZones: /^Asia\//, offset: 360 },
  { zone: 'AST', timeZones: /^Asia\//, offset: 180 },
];

/**
 * The time zone that a text begins with: minutes east of UTC (for `+0800`, `GMT+8`, `EST`), an IANA name, or null.
 * `timeZone` is that of the feed and decides between the meanings of an abbreviation.
 */
export function readZone(text: string, timeZone: string): number | string | null {
  const numeric = /^\s*(?:(?:GMT|UTC|UT|Z)\s*)?([+\-−])(\d{1,2})(?::?(\d\d))?(?!\d)/iu.exec(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes > 14 * 60) return null;
    return numeric[1] === '+' ? minutes : -minutes;
  }
  const iana = /^\s*([A-Z][A-Za-z]+(?:\/[A-Z][\w+-]+){1,2})/.exec(text)?.[1];
  if (iana) return isTimeZone(iana) ? iana : null;
  const word = /^\s*\(?(\p{L}+)/u.exec(text)?.[1]?.toUpperCase() ?? '';
  const local = LOCAL_OFFSETS.find((entry) => entry.zone === word && entry.timeZones.test(timeZone));
  return local?.offset ?? (Object.hasOwn(OFFSETS, word) ? (OFFSETS[word] ?? null) : null);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
