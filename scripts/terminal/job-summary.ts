import { appendFile } from 'node:fs/promises';
import { plain } from './plain.ts';

/**
 * What a run on GitHub shows without its log: its summary page, and the annotations above it
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). Elsewhere nothing is written.
 */

/** Adds Markdown to the summary of the run. Untrusted text in it must be escaped. */
export async function addToSummary(markdown: string): Promise<void> {
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file) await appendFile(file, `${markdown}\n`);
}

/** Adds a heading with a text below it, as code, so that nothing in the text is read as markup. */
export function addTextToSummary(heading: string, text: string): Promise<void> {
  const lines = text
    .split('\n')
    .map((line) => plain(line.replace(/ {4}/g, '\u2003')).replaceAll('\u2003', '    '));
  return addToSummary(`### ${heading}\n\n${lines.map((line) => `    ${line}`).join('\n')}\n`);
}

/** Reports why a run ends: in its summary, and in an annotation with the text on one line. */
export async function tellTrouble(heading: string, text: string): Promise<void> {
  await addTextToSummary(`✗ ${heading}`, text);
  annotate([annotation('error', heading, text)]);
}

/**
 * A line that GitHub shows beside a run. `title` is ours; the text may be untrusted: it stays on its line, after the
 * second `::`.
 */
export function annotation(kind: 'error' | 'warning' | 'notice', title: string | null, text: string): string {
  return `::${kind}${title === null ? '' : ` title=${title}`}::${plain(text).replaceAll('%', '%25')}`;
}

/** Prints annotations where GitHub reads them. */
export function annotate(annotations: readonly string[]): void {
  if (process.env['GITHUB_ACTIONS'] === 'true') for (const line of annotations) console.error(line);
}

/** Untrusted text for a cell of a Markdown table: no markup, no links, no end of the cell. */
export function markdownCell(text: string): string {
  return plain(text).replace(/[\\`*_{}[\]<>#|~!@$]/g, (character) => `&#${character.charCodeAt(0)};`);
}
