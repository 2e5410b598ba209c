import type { Benchmark, Table } from './benchmark.ts';

/** One benchmark's part of BENCHMARKS.md, between two comments that name it. */
const opening = (name: string) => `<!-- figures of ${name} -->`;
const closing = (name: string) => `<!-- end of ${name} -->`;

/** The text of a benchmark's part. `circumstances` is a sentence on machine, day and load. */
export function section(
  { name, title, about }: Benchmark,
  tables: readonly Table[],
  circumstances: string,
): string {
  const parts = tables.map((table) => `**${table.caption}**\n\n${markdownTable(table)}`);
  return [
    opening(name),
    `## ${title}`,
    about,
    ...parts,
    `_${circumstances} \`npm run bench -- --only ${name}\`_`,
    closing(name),
  ].join('\n\n');
}

/** The document with a benchmark's part replaced, or added at its end. */
export function withSection(document: string, name: string, text: string): string {
  const start = document.indexOf(opening(name));
  const end = document.indexOf(closing(name));
  if (start < 0 || end < start) return `${document.trimEnd()}\n\n${text}\n`;
  return document.slice(0, start) + text + document.slice(end + closing(name).length);
}

export function markdownTable({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = columns.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}

/** The table for a terminal: the first column to the left, figures to the right. */
export function plainTable({ caption, columns, rows }: Table): string {
  const widths = columns.map((name, index) =>
    Math.max(name.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) =>
        index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [caption, '', ...[columns, ...rows].map((cells) => `  ${line(cells)}`)].join('\n');
}
