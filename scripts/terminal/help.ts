import type { Option } from './option.ts';

/** What a command is from outside. */
export interface CommandDescription {
  /** How it is called, a line for each way. */
  usage: string[];
  /** What it does, in a sentence or two. */
  about: string;
  /** By name in camel case: `dryRun` is `--dry-run`. */
  options: Readonly<Record<string, Option<unknown>>>;
  /** More to know, printed after the options. */
  notes?: string;
  /** What each exit code means. */
  exitCodes: Readonly<Record<number, string>>;
}

/** The name of an option on the command line: `dryRun` is `dry-run`. */
export function nameOf(option: string): string {
  return option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** What `--help` prints. */
export function commandHelp({ usage, about, options, notes, exitCodes }: CommandDescription): string {
  const rows = Object.entries(options).map(([name, { placeholder = '', about: what, without }]) => [
    `--${nameOf(name)} ${placeholder}`.trimEnd(),
    without === undefined ? what : `${what} (${without})`,
  ]);
  const codes = Object.entries(exitCodes).map(([code, meaning]) => `${code} ${meaning}`);
  const sections = [
    usage.join('\n'),
    lines(about),
    columns([...rows, ['--help', 'this text']]),
    ...(notes === undefined ? [] : [lines(notes)]),
    wrapped(`Exit codes: ${codes.join('; ')}.`, 0),
  ];
  return `${sections.join('\n\n')}\n`;
}

function columns(rows: string[][]): string {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows
    .map(([name = '', words = '']) => `  ${name.padEnd(width)}  ${wrapped(words, width + 4)}`)
    .join('\n');
}

const lineWidth = 110;

/** A text whose long lines are broken; those that fit stay as they are. */
function lines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > lineWidth ? wrapped(line, 0) : line))
    .join('\n');
}

/** Breaks a text into lines; those after the first begin with `indent` spaces. */
function wrapped(words: string, indent: number): string {
  const lines: string[] = [''];
  for (const word of words.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && indent + line.length + 1 + word.length > lineWidth) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
