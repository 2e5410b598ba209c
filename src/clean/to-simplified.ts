import { Converter, Locale } from 'opencc-js/t2cn';

/** Reading the tables takes a tenth of a second and more, and not every program converts anything. */
let tables: { convert: (text: string) => string; replaced: RegExp } | null = null;

function readTables(): NonNullable<typeof tables> {
  const rows = (Locale.to['cn'] ?? []).flat(2).flatMap((dictionary) => String(dictionary).split('|'));
  const replaced = [...new Set(rows.flatMap(replacedIn))].sort().join('');
  return {
    convert: Converter({ from: 't', to: 'cn' }),
    // Characters that Unicode has for the sake of older sets only are written as their equals, too.
    replaced: new RegExp(`[${replaced}\\u{f900}-\\u{faff}\\u{2f800}-\\u{2fa1f}]`, 'u'),
  };
}

/** The characters that a row of the table, `traditional simplified`, replaces. */
function replacedIn(row: string): string[] {
  const [before = [], after = []] = row.split(' ').map((word) => [...word]);
  return before.length === after.length ? before.filter((character, at) => character !== after[at]) : before;
}

/** In traditional print an old word for 坯, by which OpenCC takes it; whoever writes simplified means 壞 by it. */
const ambiguous = '坏';

/**
 * Chinese text in simplified characters, by OpenCC's tables; what is in them already, and any other text, stays. A
 * text without any character that some row replaces is not gone through at all, and most have none.
 */
export function toSimplified(text: string): string {
  tables ??= readTables();
  if (!tables.replaced.test(text)) return text;
  return text.split(ambiguous).map(tables.convert).join(ambiguous);
}
