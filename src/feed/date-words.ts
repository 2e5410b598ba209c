/** Languages whose month names are read beside English ones; on a clash, the first counts. */
const LANGUAGES = 'en de fr es ru pt it nl pl cs sv da nb fi tr uk el hu ro id vi bg sk sl et lv lt ca'.split(
  ' ',
);

/** Spellings that Unicode's locale data does not have, month by number. */
const OTHER_SPELLINGS: Readonly<Record<string, number>> = {
  sept: 9,
  mrz: 3,
  maerz: 3,
  janner: 1,
  feber: 2,
  fevr: 2,
  juill: 7,
  set: 9,
  dis: 12,
  мая: 5,
  μαι: 5,
  μαω: 3,
  ιουν: 6,
  ιον: 6,
  ιουλ: 7,
  ιολ: 7,
};

let months: Map<string, number> | null = null;

/** Number (1 to 12) of a month's name in any of the languages above, short or long, or null. */
export function monthNumber(word: string): number | null {
  const usual = ENGLISH.indexOf(word.toLowerCase());
  if (usual >= 0) return usual + 1;
  const key = foldWord(word);
  const english = ENGLISH.indexOf(key.slice(0, 3));
  if (english >= 0 && /^[a-z]+$/.test(key) && ENGLISH_NAMES[english]?.startsWith(key)) return english + 1;
  months ??= monthTable();
  return months.get(key) ?? monthByBeginning(key, months);
}

/** `сент` for `сентября`: a beginning that only one month has. */
function monthByBeginning(key: string, table: Map<string, number>): number | null {
  if (key.length < 3) return null;
  const found = new Set([...table].filter(([name]) => name.startsWith(key)).map(([, number]) => number));
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}

const ENGLISH_NAMES =
  'january february march april may june july august september october november december'.split(' ');
const ENGLISH = ENGLISH_NAMES.map((name) => name.slice(0, 3));

/** Names as they stand alone and as they stand in a date: many languages inflect them. */
function monthTable(): Map<string, number> {
  const table = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC' });
        for (let number = 1; number <= 12; number++) {
          const parts = format.formatToParts(Date.UTC(2026, number - 1, 15));
          const name = foldWord(parts.find((part) => part.type === 'month')?.value ?? '');
          if (/^\p{L}{3,}$/u.test(name) && !table.has(name)) table.set(name, number);
        }
      }
    }
  }
  for (const [name, number] of Object.entries(OTHER_SPELLINGS))
    if (!table.has(foldWord(name))) table.set(foldWord(name), number);
  return table;
}

/** Small letters without accents and dots. */
function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

const MERIDIEMS: readonly { words: RegExp; half: 'am' | 'pm' }[] = [
  { words: /(?<![a-z])a\.?\s?m\.?(?![a-z])|上午|午前|오전|凌晨|早上|清晨/iu, half: 'am' },
  { words: /(?<![a-z])p\.?\s?m\.?(?![a-z])|下午|午後|午后|오후|中午|晚上|傍晚|夜间/iu, half: 'pm' },
];

/** Takes the word for the half of the day out of a date; an hour alone before it gets its minutes (`9 PM`). */
export function splitMeridiem(text: string): { rest: string; half: 'am' | 'pm' | null } {
  for (const { words, half } of MERIDIEMS) {
    const match = words.exec(text);
    if (!match) continue;
    const before = text.slice(0, match.index).replace(/(?<![\d:.])(\d{1,2})\s?$/, '$1:00');
    return { rest: `${before} ${text.slice(match.index + match[0].length)}`, half };
  }
  return { rest: text, half: null };
}

const NUMERALS = '〇一二三四五六七八九';
/** First years of the Japanese eras and of the Republic of China, less one. */
const ERAS: readonly { name: RegExp; before: number }[] = [
  { name: /令和/, before: 2018 },
  { name: /平成/, before: 1988 },
  { name: /昭和/, before: 1925 },
  { name: /民[国國]/, before: 1911 },
];

/** East Asian dates in the marks of Western ones: `2026年11月26日 9时30分` → `2026-11-26 9:30`. */
export function westernised(text: string): string {
  if (!/[年月日년월일时時시:点點]/.test(text) || /^[\x20-\x7e]*$/.test(text)) return text;
  return yearOfEra(arabic(text))
    .replace(
      /(?:星期|礼拜|禮拜|[周週])[一二三四五六七日天]|[月火水木金土日]曜日?|[월화수목금토일]요일|\([月火水木金土日월화수목금토일]\)/g,
      ' ',
    )
    .replace(/(\d+)\s*[年년]\s*/g, '$1-')
    .replace(/(\d+)\s*[月월]\s*/g, '$1-')
    .replace(/(\d+)\s*[日号號일]/g, '$1 ')
    .replace(
      /(\d+)\s*[时時点點시]\s*(\d+)\s*[分분]?\s*(?:(\d+)\s*[秒초])?/g,
      (_, hour, minute, second) => `${hour}:${minute}${second ? `:${second}` : ''} `,
    )
    .replace(/(\d+)\s*[时時点點시]/g, '$1:00 ')
    .replace(/-(?=\s*$)/, '');
}

/** `二〇二六年十一月` → `2026年11月`: digits in a row are a number, and 十 counts in tens. */
function arabic(text: string): string {
  return text
    .replaceAll('零', '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=\s*年)/g, (digits) =>
      [...digits].map((digit) => NUMERALS.indexOf(digit)).join(''),
    )
    .replace(
      /([一二三四五]?)十([一二三四五六七八九]?)(?=\s*[年月日号號时時点點分秒])/g,
      (_, tens: string, ones: string) =>
        String((tens ? NUMERALS.indexOf(tens) : 1) * 10 + (ones ? NUMERALS.indexOf(ones) : 0)),
    )
    .replace(/[一二三四五六七八九](?=\s*[月日号號时時点點分秒])(?!\s*曜)/g, (digit) =>
      String(NUMERALS.indexOf(digit)),
    );
}

function yearOfEra(text: string): string {
  for (const { name, before } of ERAS) {
    const era = new RegExp(`${name.source}\\s*(元|\\d+)\\s*年`);
    if (era.test(text))
      return text.replace(era, (_, year: string) => `${before + (year === '元' ? 1 : Number(year))}年`);
  }
  return text;
}
