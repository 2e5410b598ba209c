import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from './read.ts';

const folder = join(import.meta.dirname, 'fixtures/documents');
const documents = readdirSync(folder).filter((name) => !name.endsWith('.json'));

test.each(documents)('reads %s as its .json file says', async (name) => {
  const document = await readDocument(readFileSync(join(folder, name)), {
    feed: 'fixture',
    contentType: null,
    base: 'https://host.example/feeds/feed.xml',
    timeZone: 'Asia/Shanghai',
  });
  const expected = join(folder, name.replace(/\.\w+$/, '.json'));
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(expected);
});
