/** Widths that editors and mail programs wrap text at, in columns. A Han character takes two. */
const narrowest = 55;
const widest = 92;

const sentenceEnd = /[.!?:;。！？：；…]["”’」』)）\]]*$/;
/** How a line begins that goes on with a sentence. */
const goesOn = /^[\p{Ll}\p{Lo}\p{N}(“"'‘「（—–]/u;

/**
 * The width that a paragraph was wrapped at, in columns, or null when its line ends are meant. It is wrapped when nearly
 * every line is as long as the next word allows, and lines end within sentences.
 */
export function widthOfWraps(lines: readonly string[]): number | null {
  const breaks = lines.slice(1).map((next, index) => ({ line: lines[index] ?? '', next }));
  const width = Math.max(0, ...breaks.map(({ line }) => (isOneWord(line) ? 0 : columns(line))));
  if (width < narrowest || width > widest) return null;
  const forced = breaks.filter((found) => isForced(found, width));
  const open = forced.filter(({ line, next }) => !sentenceEnd.test(line) && goesOn.test(next.trim()));
  return forced.length >= breaks.length * 0.8 && open.length * 3 >= breaks.length ? width : null;
}

/** Whether the next word did not fit into the line, so that the line had to end. */
export function isForced({ line, next }: { line: string; next: string }, width: number): boolean {
  const word =
    /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\S+)/u.exec(next.trim())?.[0] ?? '';
  return columns(line) + 1 + columns(word) > width;
}

const isOneWord = (line: string): boolean => !/\s/.test(line.trim()) && !/\p{Lo}/u.test(line);

function columns(line: string): number {
  const wide = line.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/gu,
  );
  return line.length + (wide?.length ?? 0);
}
