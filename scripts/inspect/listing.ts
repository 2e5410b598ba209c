import type { DocumentForm } from '../../src/feed/item.ts';
import { textOfHtml } from '../../src/text/text-of-html.ts';
import { plain } from '../terminal/plain.ts';
import type { InspectedItem, Inspection } from './inspection.ts';

/** An inspection as text for a terminal; all text of the feed is made plain. */
export function listing(inspection: Inspection, why: boolean): string {
  const { feed, items, issues, feedLinks, reading } = inspection;
  const lines = [
    `${show(feed.title ?? '(no title)')}   ${show(feed.link ?? '')}`.trimEnd(),
    `  ${items.length} ${items.length === 1 ? 'item' : 'items'}, language ${show(feed.language ?? 'unknown')}`,
    ...(why ? [readingLine(reading)] : []),
    ...issues.flatMap((issue) => [`  ! ${show(issue.message)}`, `    ${show(issue.hint)}`]),
    ...feedLinks.map((address) => `  feed: ${show(address)}`),
    ...items.flatMap((item, index) => ['', ...itemLines(item, index + 1, why)]),
  ];
  return `${lines.join('\n')}\n`;
}

const knownBy: Readonly<Record<DocumentForm['encodingFrom'], string>> = {
  bom: 'by its byte order mark',
  nul: 'by its NUL bytes',
  escapes: 'by its escape sequences',
  'utf-8': 'by its bytes',
  http: 'by the server',
  xml: 'by the document itself',
  detected: 'by statistics: nothing declares it',
};

function readingLine({ encoding, encodingFrom, format }: DocumentForm): string {
  return `  ${format ?? 'no feed'}, encoding ${show(encoding)}, known ${knownBy[encodingFrom]}`;
}

function itemLines(item: InspectedItem, number: number, why: boolean): string[] {
  const body = item.content ?? item.summary ?? '';
  const facts = [item.publishedAt, item.author, item.language].filter((fact) => fact !== null);
  const lines = [`${String(number).padStart(3)}. ${show(item.title)}`, `     ${show(facts.join(' · '))}`];
  if (item.link) lines.push(`     ${show(item.link)}`);
  if (item.categories.length > 0) lines.push(`     # ${show(item.categories.join(', '))}`);
  for (const file of item.enclosures)
    lines.push(`     + ${show(file.url)} ${show(file.type ?? '')}`.trimEnd());
  const text = textOfHtml(body);
  lines.push(
    `     ${item.content ? 'full text' : 'summary'}, ${text.length} characters: ${show(text.slice(0, 160))}`,
  );
  if (why) {
    lines.push(`     id ${show(item.id)}`);
    for (const { rule, count, text: taken } of item.removed) {
      lines.push(`     - ${show(rule)}, ${count}: ${show(taken.slice(0, 80))}`);
    }
  }
  return lines;
}

function show(text: string): string {
  return plain(text.slice(0, 2000));
}
