import { describe, expect, test } from 'vitest';
import { readDocument } from './read.ts';

const origin = { feed: 'wire', contentType: 'application/rss+xml', base: null };
const read = (inner: string) =>
  readDocument(
    new TextEncoder().encode(
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>W</title><item><title>T</title>${inner}</item></channel></rss>`,
    ),
    origin,
  );

describe('an entry made to take quadratic time is read in linear time', () => {
  test.each([
    ['an author of hyphens', `<author>${'-'.repeat(50_000)}</author>`],
    ['an author of digits', `<author>${'1'.repeat(50_000)}</author>`],
    ['a body of less-than signs', `<content:encoded>${'&lt;'.repeat(50_000)}</content:encoded>`],
    ['a link of blanks', `<link>http://a.example/${' '.repeat(50_000)}x</link>`],
    ['a comments link of wide blanks', `<comments>x${'\u3000'.repeat(50_000)}x</comments>`],
  ])('%s', async (_, inner) => {
    const before = process.cpuUsage();
    expect((await read(inner)).items).toHaveLength(1);
    // Processor time in seconds: quadratic algorithms took two to nine, linear ones take a few hundredths.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1);
  });
});
