/**
 * Abbreviations of time zones in feeds, in minutes east of UTC, or the zone where its summer time has no name of its
 * own. Sources: RFC 822, section 5, for North America; the tz database for the others, each with the meaning that is
 * usual in feeds. Military letters are left out: they are used with the wrong sign (RFC 2822, section 4.3).
 */
const OFFSETS: Readonly<Record<string, number | string>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  EST: -300,
  EDT: -240,
  ET: 'America/New_York',
  CST: -360,
  CDT: -300,
  CT: 'America/Chicago',
  MST: -420,
  MDT: -360,
  MT: 'America/Denver',
  PST: -480,
  PDT: -420,
  PT: 'America/Los_Angeles',
  AST: -240,
  ADT: -180,
  NST: -210,
  NDT: -150,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  HDT: -540,
  SST: -660,
  CHST: 600,
  BRT: -180,
  ART: -180,
  CLT: -240,
  COT: -300,
  PET: -300,
  ECT: -300,
  VET: -240,
  BOT: -240,
  PYT: -180,
  UYT: -180,
  BST: 60,
  IST: 330,
  WEST: 60,
  CET: 60,
  MET: 60,
  MEZ: 60,
  CEST: 120,
  MEST: 120,
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
  SAMT: 240,
  YEKT: 300,
  OMST: 360,
  KRAT: 420,
  NOVT: 420,
  IRKT: 480,
  YAKT: 540,
  VLAT: 600,
  MAGT: 660,
  PETT: 720,
  TRT: 180,
  IRST: 210,
  GST: 240,
  GET: 240,
  AZT: 240,
  AFT: 270,
  UZT: 300,
  IDT: 180,
  PKT: 300,
  NPT: 345,
  BDT: 360,
  MMT: 390,
  WIB: 420,
  WITA: 480,
  WIT: 540,
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
  ULAT: 480,
  日本時間: 540,
  日本標準時: 540,
  한국시간: 540,
  한국표준시: 540,
};

/** Places that Chinese names a time after, in simplified characters: `香港时间`, `台北標準時間`. */
const CHINESE_PLACES: Readonly<Record<string, number | string>> = {
  北京: 480,
  中国: 480,
  香港: 480,
  澳门: 480,
  台北: 480,
  台湾: 480,
  新加坡: 480,
  东京: 540,
  日本: 540,
  首尔: 540,
  韩国: 540,
  格林尼治: 0,
  格林威治: 0,
  世界: 0,
  伦敦: 'Europe/London',
  巴黎: 'Europe/Paris',
  柏林: 'Europe/Berlin',
  莫斯科: 180,
  美东: 'America/New_York',
  美国东部: 'America/New_York',
  纽约: 'America/New_York',
  华盛顿: 'America/New_York',
  美西: 'America/Los_Angeles',
  悉尼: 'Australia/Sydney',
};
/** Traditional characters of these names, each at the place of its simplified one in `门东国台湾韩尔华顿纽约伦敦时间标准`. */
const TRADITIONAL = '門東國臺灣韓爾華頓紐約倫敦時間標準';
const SIMPLIFIED = '门东国台湾韩尔华顿纽约伦敦时间标准';

/** Where a date is from: the feed's time zone, if it is configured, and its language. */
interface Origin {
  timeZone: string | undefined;
  language: string | null;
}

/**
 * Abbreviations that mean another zone when the feed's own time zone matches (tz database) or, in a feed without one,
 * its language.
 */
const LOCAL_OFFSETS: readonly { zone: string; timeZones: RegExp; languages: RegExp; offset: number }[] = [
  { zone: 'CST', timeZones: /^Asia\//, languages: /^zh\b/, offset: 480 },
  {
    zone: 'SST',
    timeZones: /^Asia\/(?:Singapore|Kuala_Lumpur)$/,
    languages: /^(?:zh|ms|ta|en-SG)\b/,
    offset: 480,
  },
  { zone: 'IST', timeZones: /^Asia\/(?:Jerusalem|Tel_Aviv)$/, languages: /^he\b/, offset: 120 },
  { zone: 'IST', timeZones: /^Europe\//, languages: /^(?:ga|en-IE)\b/, offset: 60 },
  { zone: 'BST', timeZones: /^Asia\//, languages: /^bn\b/, offset: 360 },
  { zone: 'AST', timeZones: /^Asia\//, languages: /^ar\b/, offset: 180 },
  { zone: 'EST', timeZones: /^Australia\//, languages: /^en-AU\b/, offset: 600 },
];

/**
 * The time zone that a text begins with: minutes east of UTC (for `+0800`, `GMT+8`, `EST`), an IANA name, or null.
 * `origin` decides between the meanings of an abbreviation.
 */
export function readZone(text: string, origin: Origin): number | string | null {
  const given = text.replace(/^[\s,]*[([]\s*/, '');
  const numeric =
    /^\s*(?:(?:GMT|UTC|UT|Z)\s*)?([+\-−])(\d{1,2})(?::?(\d\d))?(?!\d)/iu.exec(given) ?? lostPlus(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes > 14 * 60) return null;
    return numeric[1] === '+' ? minutes : -minutes;
  }
  const iana = /^\s*([A-Z][A-Za-z]+(?:\/[A-Z][\w+-]+){1,2})/.exec(given)?.[1];
  if (iana) return isTimeZone(iana) ? iana : null;
  const word = /^\s*(\p{L}+)/u.exec(given)?.[1]?.toUpperCase() ?? '';
  return localOffset(word, origin) ?? lookUp(OFFSETS, word) ?? chineseTime(word);
}

/** A `+` that was taken for a blank, as in the query of an address: ` 08:00` at the end. */
function lostPlus(text: string): string[] | null {
  const found = /^\s(\d\d):?(\d\d)$/.exec(text);
  return found ? ['', '+', found[1] ?? '', found[2] ?? ''] : null;
}

function localOffset(word: string, { timeZone, language }: Origin): number | null {
  const found = LOCAL_OFFSETS.find(
    ({ zone, timeZones, languages }) =>
      zone === word && (timeZone === undefined ? languages.test(language ?? '') : timeZones.test(timeZone)),
  );
  return found?.offset ?? null;
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | null {
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}

/** The zone of `香港时间` and the like. */
function chineseTime(word: string): number | string | null {
  const simplified = [...word]
    .map((character) => SIMPLIFIED[TRADITIONAL.indexOf(character)] ?? character)
    .join('');
  const place = /^(?:协调)?(.+?)(?:标准)?时间?/.exec(simplified)?.[1];
  return place === undefined ? null : lookUp(CHINESE_PLACES, place);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
