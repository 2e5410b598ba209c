import { describe, expect, test } from 'vitest';
import { readDocument } from './read.ts';

const issuesOf = async (text: string, base = 'https://wire.example/feed') => {
  const mayAsk = (address: string) => !address.includes('192.168');
  const origin = { feed: 'wire', contentType: null, base, mayAsk };
  const { issues } = await readDocument(Buffer.from(text), origin);
  return issues.map(({ message, hint }) => `${message} ${hint}`).join(' ');
};
const rss = (entries: string) => `<rss version="2.0"><channel><title>Wire</title>${entries}</channel></rss>`;
const whole = (id: number) => `<item><guid>${id}</guid><title>Tale ${id}</title></item>`;

describe('the words for a damaged feed', () => {
  test('speak of other entries only when there are some', async () => {
    expect(await issuesOf(rss('<item><title>Tale</titel></item>'))).not.toContain('other entries');
    expect(
      await issuesOf('<rss version="2.0"><channel><title>Wire</title><item><guid>1</guid><title>Ta'),
    ).not.toContain('other entries');
    expect(await issuesOf(rss(`${whole(1)}<item><guid>2</guid><title>Tale</titel></item>`))).toContain(
      'other entries are unharmed',
    );
  });

  test.each([
    '<item><title>Tale</title></entry>',
    '<item><guid>2</guid><title>Tale</title></entry>',
    '<item><title>Tale</title></itme>',
  ])('count an entry once whose end has another name: %s', async (entry) => {
    const words = await issuesOf(rss(whole(1) + entry + whole(3)));
    expect(words).toMatch(/entry 2 could (?:not )?be read/);
    expect(words).not.toContain('1 more entry');
    expect(words).not.toMatch(/; 1 entry could not/);
  });

  test('count an entry whose beginning is missing', async () => {
    expect(await issuesOf(rss(`${whole(1)}<title>Lost</title></item>${whole(3)}`))).toContain(
      '1 entry could not be read',
    );
  });
});

describe('the words for a web page', () => {
  const page =
    '<html><head><link rel="alternate" type="application/rss+xml" href="http://192.168.1.1/feed"></head><body></body></html>';

  test('name no feed that would not be asked', async () => {
    expect(await issuesOf(page)).not.toContain('192.168');
    expect(
      await issuesOf(
        page.replace('</head>', '<link rel="alternate" type="application/rss+xml" href="/rss"></head>'),
      ),
    ).toContain('https://wire.example/rss');
  });
});
