import { escapeText } from './escape.ts';
import { linkAddresses } from './link-addresses.ts';
import { isForced, widthOfWraps } from './wrapped-lines.ts';

/** A line of a list: its mark, and its words. */
const BULLET = /^\s*[-*•‣◦·–]\s+(\S.*)$/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+(\S.*)$/;

/**
 * Converts plain text to HTML: a blank line starts a paragraph, any other line end becomes `<br>` unless the text is only
 * wrapped at a width, two or more lines with bullets or numbers become a list, and addresses become links.
 */
export function paragraphsHtml(text: string): string {
  const parts = text
    .replace(/\r\n?|[\u2028\u0085]/g, '\n')
    .split(/\n[^\S\n]*\n|\u2029/)
    .map((part) => part.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0);
  return parts.flatMap(blocksOf).join('\n');
}

/** The paragraphs and lists of some lines without a blank one. */
function blocksOf(lines: readonly string[]): string[] {
  const width = widthOfWraps(lines);
  const runs: { list: 'ul' | 'ol' | null; lines: string[] }[] = [];
  for (const line of lines) {
    const list = BULLET.test(line) ? 'ul' : NUMBER.test(line) ? 'ol' : null;
    const last = runs.at(-1);
    const before = last?.lines.at(-1);
    const continues =
      list === null &&
      last?.list &&
      (/^\s{2}/.test(line) || (width !== null && isForced({ line: before ?? '', next: line }, width)));
    if (last && continues) last.lines[last.lines.length - 1] = `${before} ${line.trim()}`;
    else if (last?.list === list) last.lines.push(line);
    else runs.push({ list, lines: [line] });
  }
  const isList = ({ list, lines: entries }: (typeof runs)[number]) => list !== null && entries.length > 1;
  if (!runs.some(isList)) return [paragraph(lines)];
  return runs.map((run) =>
    isList(run) ? listHtml(run.list as 'ul' | 'ol', run.lines) : paragraph(run.lines),
  );
}

function listHtml(list: 'ul' | 'ol', lines: readonly string[]): string {
  const start = Number(NUMBER.exec(lines[0] ?? '')?.[1] ?? 1);
  const entries = lines.map(
    (line) => `<li>${inline((BULLET.exec(line)?.[1] ?? NUMBER.exec(line)?.[2] ?? line).trim())}</li>`,
  );
  return `<${list}${list === 'ol' && start > 1 ? ` start="${start}"` : ''}>\n${entries.join('\n')}\n</${list}>`;
}

function paragraph(lines: readonly string[]): string {
  const width = widthOfWraps(lines);
  let html = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const joins = before !== undefined && width !== null && isForced({ line: before, next: line }, width);
    html += before === undefined ? '' : joins ? (isTight(before, line) ? '' : ' ') : '<br>';
    html += inline(line.trim());
  });
  return `<p>${html}</p>`;
}

/** Whether two lines join without a space, as in Chinese and Japanese. */
const isTight = (before: string, line: string): boolean =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？」』）]$/u.test(before) &&
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（]/u.test(line.trim());

const inline = (text: string): string => linkAddresses(escapeText(text));
