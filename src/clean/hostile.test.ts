import { describe, expect, test } from 'vitest';
import { parseHtml } from '../html/parse.ts';
import { excerpt } from './excerpt.ts';
import { hostileBodies } from './fixtures/hostile.ts';
import { offences } from './fixtures/offences.ts';
import { clean } from './pipeline.ts';

const context = {
  feed: 'sample',
  title: 'A headline',
  base: 'https://paper.example/2020/story',
  publishedAt: null,
  language: 'en',
  options: {},
  learned: null,
};

test('has at least 150 hostile bodies', () => {
  expect(hostileBodies.length).toBeGreaterThanOrEqual(150);
});

describe.each([...new Set(hostileBodies.map((body) => body.class))])('%s', (name) => {
  const bodies = hostileBodies.filter((body) => body.class === name).map(({ html }) => html);

  test.each(bodies)('makes %j harmless', (body) => {
    const { html } = clean(body, context);
    expect(offences(html)).toEqual([]);
    expect(html).not.toMatch(/\n[ \t]*\n/);
    expect(html).toBe(html.toWellFormed());
    expect(clean(html, context).html).toBe(html);
  });

  test.each(bodies)('makes %j harmless inside text', (body) => {
    const { html } = clean(`<p>before ${body} behind</p>${body}<table><tr><td>${body}`, context);
    expect(offences(html)).toEqual([]);
  });

  test.each(bodies)('makes an excerpt of one plain line from %j', (body) => {
    const { html } = clean(`<p>${body}</p>`, context);
    expect(excerpt(parseHtml(html), 'en')).not.toMatch(/[\n\r\u202a-\u202e]/);
  });
});
