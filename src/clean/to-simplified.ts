import { Converter, Locale } from 'opencc-js/t2cn';

/** Read at the first use, because the tables take a tenth of a second or more. They never change. */
let tables: { convert: (text: string) => string; replaced: RegExp } | null = null;

function readTables(): NonNullable<typeof tables> {
  const rows = (Locale.to['cn'] ?? []).flat(2).flatMap((dictionary) => String(dictionary).split('|'));
  const replaced = [...new Set(rows.flatMap(replacedIn))].sort().join('');
  return {
    convert: Converter({ from: 't', to: 'cn' }),
    // The compatibility characters of Unicode are converted to their equivalents, too.
    replaced: new RegExp(`[${replaced}\\u{f900}-\\u{faff}\\u{2f800}-\\u{2fa1f}]`, 'u'),
  };
}

/** The characters that a row of the table, `traditional simplified`, replaces. */
function replacedIn(row: string): string[] {
  const [before = [], after = []] = row.split(' ').map((word) => [...word]);
  return before.length === after.length ? before.filter((character, at) => character !== after[at]) : before;
}

/** OpenCC converts it to 坯, of which it is an old traditional form. In simplified text it means 壞. */
const ambiguous = '坏';

/**
 * Converts Chinese text to simplified characters by OpenCC's tables. Simplified text and text in other scripts does
 * not change. Returns at once for a text without any character that a table replaces, as most are.
 */
export function toSimplified(text: string): string {
  tables ??= readTables();
  if (!tables.replaced.test(text)) return text;
  return text.split(ambiguous).map(tables.convert).join(ambiguous);
}
