import { oneLine } from '../text/one-line.ts';

/** The parts of a file name; `title` is '' when it has none, `whole` is the name without its extension. */
export interface FileName {
  number: number | null;
  date: string | null;
  title: string;
  whole: string;
}

/** Reads `1048043_Title.md`, `2019-10-30-Title.md` or `Title.md`. White space of any kind, line breaks included, is a blank. */
export function readFileName(name: string): FileName {
  const whole = oneLine(name.normalize('NFC').replace(/\.(?:md|markdown|html?|txt)\s*$/i, ''));
  const dated = /^(\d{4}-\d{2}-\d{2})(?:-(.*))?$/.exec(whole);
  if (dated) return { number: null, date: dated[1] ?? null, title: dated[2] ?? '', whole };
  const numbered = /^(\d{1,15})(?:[_\s](.*))?$/.exec(whole);
  if (numbered) return { number: Number(numbered[1]), date: null, title: numbered[2] ?? '', whole };
  return { number: null, date: null, title: whole, whole };
}
