/** Languages whose names of months are read, after English; when two languages differ, the first counts. */
const LANGUAGES =
  'en de fr es ru pt it nl pl cs sv da nb fi tr uk el hu ro id vi bg sk sl et lv lt ca ar he hi bn th ms fa ur ta fil sr gl'.split(
    ' ',
  );

/**
 * Abbreviations that the Unicode locale data (CLDR, as `Intl` has it) lacks, with the number of the month. The Greek ones
 * are those of feedparser (`datetimes/greek.py`).
 */
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

/** The table, made when first needed because it takes thousands of calls of `Intl`. A cache: it changes no answer. */
let months: Map<string, number> | null = null;

/** Number (1 to 12) of the month with this name, long or short, in any of these languages; null for other words. */
export function monthNumber(word: string): number | null {
  const usual = ENGLISH.indexOf(word.toLowerCase());
  if (usual >= 0) return usual + 1;
  const key = foldWord(word);
  const english = ENGLISH.indexOf(key.slice(0, 3));
  if (english >= 0 && /^[a-z]+$/.test(key) && ENGLISH_NAMES[english]?.startsWith(key)) return english + 1;
  months ??= monthTable();
  return months.get(key) ?? monthByBeginning(key, months);
}

/** The month whose name alone begins with these letters, such as `сент` for `сентября`, or null. */
function monthByBeginning(key: string, table: Map<string, number>): number | null {
  if (key.length < 3) return null;
  const found = new Set([...table].filter(([name]) => name.startsWith(key)).map(([, number]) => number));
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}

const ENGLISH_NAMES =
  'january february march april may june july august september october november december'.split(' ');
const ENGLISH = ENGLISH_NAMES.map((name) => name.slice(0, 3));

/** Names of months, both alone and as in a date: many languages inflect them. */
function monthTable(): Map<string, number> {
  const table = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const month of ['long', 'short'] as const) {
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
          ...{ month, day, timeZone: 'UTC' },
        });
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

/** A word for comparing: lower case, without accents and dots. */
function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}
