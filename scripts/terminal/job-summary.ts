import { appendFile } from 'node:fs/promises';
import { plain } from './plain.ts';

/**
 * What people see of a run on GitHub without opening its log: the page that sums it up, and the annotations above it
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). Elsewhere these do nothing.
 */

/** Adds Markdown to the summary of the run. Text of others in it has to be escaped. */
export async function addToSummary(markdown: string): Promise<void> {
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file) await appendFile(file, `${markdown}\n`);
}

/** Adds a heading with a text under it, as code, so that nothing in the text is read as markup. */
export function addTextToSummary(heading: string, text: string): Promise<void> {
  const lines = text
    .split('\n')
    .map((line) => plain(line.replace(/ {4}/g, '\u2003')).replaceAll('\u2003', '    '));
  return addToSummary(`### ${heading}\n\n${lines.map((line) => `    ${line}`).join('\n')}\n`);
}

/** Says why a run ends here: in its summary, and in an annotation with the text on one line. */
export async function tellTrouble(heading: string, text: string): Promise<void> {
  await addTextToSummary(`✗ ${heading}`, text);
  annotate([annotation('error', heading, text)]);
}

/**
 * A line that GitHub shows beside a run. `title` is ours; the text may be anybody's: it stays on its line, behind the
 * second `::`.
 */
export function annotation(kind: 'error' | 'warning' | 'notice', title: string | null, text: string): string {
  return `::${kind}${title === null ? '' : ` title=${title}`}::${plain(text).replaceAll('%', '%25')}`;
}

/** Prints annotations where GitHub reads them. */
export function annotate(annotations: readonly string[]): void {
  if (process.env['GITHUB_ACTIONS'] === 'true') for (const line of annotations) console.error(line);
}

/** Text of others for a cell of a Markdown table: no markup, no links, no end of the cell. */
export function markdownCell(text: string): string {
  return plain(text).replace(/[\\`*_{}[\]<>#|~!@$]/g, (character) => `&#${character.charCodeAt(0)};`);
}
