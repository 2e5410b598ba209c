import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';
import { hostileBodies } from './fixtures/hostile.ts';
import { clean } from './pipeline.ts';

/** What may stand in a cleaned body, written down a second time: a change of the allow-list shows here. */
const elements = new Set(
  `p h2 h3 h4 h5 h6 br hr ul ol li dl dt dd blockquote pre code samp kbd var figure figcaption img table caption
  thead tbody tfoot tr td th details summary a strong em b i u s del ins mark small sub sup q cite dfn abbr time
  span bdi bdo ruby rb rt rp`.split(/\s+/),
);
const attributes = new Set(
  'href src alt width height dir lang start reversed value colspan rowspan scope title datetime'.split(' '),
);

const context = {
  feed: 'sample',
  title: 'A headline',
  base: 'https://paper.example/2020/story',
  publishedAt: null,
  language: 'en',
  options: {},
  learned: null,
};

/** What a browser's parser finds in `html` that may not be there. */
function offences(html: string): string[] {
  const $ = load(html, null, false);
  const found: string[] = [];
  $('*').each((_, element) => {
    const { name, attribs } = element as { name: string; attribs: Record<string, string> };
    if (!elements.has(name)) found.push(`<${name}>`);
    for (const [attribute, value] of Object.entries(attribs)) {
      if (!attributes.has(attribute)) found.push(`${name} ${attribute}`);
      const isAddress = attribute === 'href' || attribute === 'src';
      if (isAddress && !/^https?:\/\/[^/\s]/.test(value)) found.push(`${name} ${attribute}=${value}`);
    }
  });
  if (html.includes('<!')) found.push('a comment or declaration');
  return found;
}

test('the set is large enough to mean something', () => {
  expect(hostileBodies.length).toBeGreaterThanOrEqual(150);
});

describe.each([...new Set(hostileBodies.map((body) => body.class))])('%s', (name) => {
  const bodies = hostileBodies.filter((body) => body.class === name).map(({ html }) => html);

  test.each(bodies)('%j comes out harmless', (body) => {
    const { html } = clean(body, context);
    expect(offences(html)).toEqual([]);
    expect(html).not.toMatch(/\n[ \t]*\n/);
    expect(html).toBe(html.toWellFormed());
    expect(clean(html, context).html).toBe(html);
  });

  test.each(bodies)('%j comes out harmless inside of text', (body) => {
    const { html } = clean(`<p>before ${body} behind</p>${body}<table><tr><td>${body}`, context);
    expect(offences(html)).toEqual([]);
  });

  test.each(bodies)('%j makes an excerpt of one plain line', (body) => {
    expect(excerpt(clean(`<p>${body}</p>`, context).html, 'en')).not.toMatch(/[\n\r\u202a-\u202e]/);
  });
});
