import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanItem } from '../../src/clean/clean-item.ts';
import { hostileBodies } from '../../src/clean/fixtures/hostile.ts';
import { clean } from '../../src/clean/pipeline.ts';
import { readDocument } from '../../src/feed/read.ts';
import { openBrowser } from './browser.ts';
import { furtherHostileBodies } from './fixtures-hostile/bodies.ts';
import { openTrap } from './hostile-trap.ts';
import type { Shown } from './shown.ts';

const bodies = [...hostileBodies, ...furtherHostileBodies];
const reader = 'http://reader.example/';
const context = {
  ...{ feed: 'sample', title: 'A headline', base: 'https://a.example/story', publishedAt: null },
  ...{ language: 'en', options: {}, learned: null },
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** What the trap records when each is shown, a line each. */
async function happenings(frames: ReadonlyMap<string, Shown>): Promise<string[]> {
  const trap = await openTrap(browser, reader);
  const happened = await trap.show(frames);
  await trap.close();
  return happened;
}

describe('hostile bodies before cleaning', () => {
  test('run scripts, navigate and request files, and the trap records it', async () => {
    const classes = [...Map.groupBy(bodies, (body) => body.class).values()];
    const some = classes.flatMap((all) => all.slice(0, 5));
    const frames = some.flatMap(({ html }, index): [string, Shown][] => [
      [`${index} document`, { document: html }],
      [`${index} inner`, { inner: [html] }],
    ]);
    const happened = await happenings(new Map(frames));
    const bodiesThat = (what: RegExp) =>
      new Set(happened.filter((line) => what.test(line)).map((line) => Number.parseInt(line, 10)));
    expect(bodiesThat(/document: script ran/).size).toBeGreaterThan(30);
    expect(bodiesThat(/inner: script ran/).size).toBeGreaterThan(25);
    expect(bodiesThat(/: went to|: shows another place/).size).toBeGreaterThan(2);
    expect(bodiesThat(/: asked for/).size).toBeGreaterThan(4);
    const ran = [...bodiesThat(/script ran/)].map((index) => some[index]?.class);
    expect(ran).toEqual(
      expect.arrayContaining(['script', 'handler', 'scheme', 'namespace', 'formula', 'mutation', 'frame']),
    );
  });
});

describe('cleaned hostile bodies', () => {
  test('do nothing and contain no forbidden markup inside the page of a reader', async () => {
    const cleaned = new Set(bodies.map(({ html }) => clean(html, context).html));
    expect(cleaned.size).toBeGreaterThan(100);
    expect(await happenings(framesOf(cleaned, (html) => ({ inner: [html] })))).toEqual([]);
  });

  test('do nothing and contain no forbidden markup as a document, with text around them', async () => {
    const around = (html: string) => `<p>before ${html} behind</p>${html}<table><tr><td>${html}`;
    const cleaned = new Set(bodies.map(({ html }) => clean(around(html), context).html));
    expect(await happenings(framesOf(cleaned, (html) => ({ document: html })))).toEqual([]);
  });

  test('do nothing when a feed carries them as unescaped markup in its XML', async () => {
    const feeds = bodies.flatMap(({ html }) => [
      `<rss version="2.0"><channel><title>x</title><item><title>x</title><description>${html}</description></item></channel></rss>`,
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>x</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></content></entry></feed>`,
    ]);
    const cleaned = new Set<string>();
    for (const text of feeds) {
      const facts = { feed: 'sample', contentType: 'text/xml; charset=utf-8', base: reader };
      const { items } = await readDocument(new TextEncoder().encode(text), facts);
      for (const item of items) cleaned.add(cleanItem(item, { id: 'sample' }, null).body);
    }
    expect(cleaned.size).toBeGreaterThan(100);
    expect(await happenings(framesOf(cleaned, (html) => ({ inner: [html] })))).toEqual([]);
  });
});

function framesOf(all: ReadonlySet<string>, show: (html: string) => Shown): Map<string, Shown> {
  return new Map([...all].map((html, index) => [`${index} ${html.slice(0, 200)}`, show(html)]));
}
