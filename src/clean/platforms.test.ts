import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../feed/read.ts';
import { cleanItem } from './clean-item.ts';

/** Feeds in the shapes of platforms, written from what these document, and what a reader gets of them. */
const folder = join(import.meta.dirname, '../feed/fixtures/platforms');
const platforms = readdirSync(folder).filter((name) => name.endsWith('.xml'));

test.each(platforms)('%s reads as its .html file says', async (name) => {
  const { items } = await readDocument(readFileSync(join(folder, name)), {
    feed: 'platform',
    contentType: null,
    base: 'https://platform.example/feed',
  });
  const shown = items.map((item) => {
    const { title, excerpt, fullText, body, removed } = cleanItem(item, { id: 'platform' }, null);
    const facts = [`<!-- ${fullText ? 'whole' : 'summary only'}; excerpt: ${excerpt} -->`];
    const receipt = removed.map(({ rule, count }) => `${rule} ${count}`).join(', ');
    return [`<h1>${title}</h1>`, ...facts, body, `<!-- removed: ${receipt} -->`].join('\n');
  });
  await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot(join(folder, name.replace(/\.xml$/, '.html')));
});
