import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { bodySignature } from '../../src/digest/stories/signature.ts';
import type { StoryInput } from '../../src/digest/stories/story.ts';
import { languageOf, languageTag } from '../../src/text/language.ts';
import { textOfHtml } from '../../src/text/text-of-html.ts';
import type { ReadStoryInputs } from './stories-folder.ts';

const lineSchema = z.object({
  id: z.string().min(1),
  day: z.iso.date(),
  feed: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  language: z.string().nullish(),
  publishedAt: z.string().nullish(),
  link: z.string().nullish(),
});

/** Characters of a body that stand for the excerpt of a stored item. */
const excerptLength = 300;

/** The items of JSON lines, by id, in their order. The first line that is not an item ends the reading. */
export async function readStoryLines(input: Readable): Promise<ReadStoryInputs> {
  const items = new Map<string, StoryInput>();
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const item = toInput(line);
    if (typeof item === 'string') return { problem: `Line ${number} is not an item: ${item}` };
    if (items.has(item.name))
      return { problem: `Line ${number} has the id of an earlier line: ${item.name}` };
    items.set(item.name, item);
  }
  return { items };
}

/** The item of a line, or what is wrong with the line. */
function toInput(line: string): StoryInput | string {
  const value = parseJson(line);
  if (value === undefined) return 'it is not JSON';
  const checked = lineSchema.safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    return `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  }
  const { id, body, publishedAt, link, ...item } = checked.data;
  const html = asHtml(body ?? '');
  const excerpt = textOfHtml(html, excerptLength);
  const language = languageOf(`${item.title} ${excerpt}`, languageTag(item.language));
  return {
    ...item,
    name: id,
    language,
    excerpt,
    signature: bodySignature(item.title, html, language),
    link: link ?? null,
    publishedAt: publishedAt ?? null,
    firstSeenAt: publishedAt ?? '',
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Plain text as HTML: signs that would begin a tag or an entity in HTML are text in it. */
function asHtml(body: string): string {
  if (/<\/?[a-z][^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(body)) return body;
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
