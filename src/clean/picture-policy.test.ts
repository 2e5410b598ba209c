import { describe, expect, test } from 'vitest';
import { hostileBodies } from './fixtures/hostile.ts';
import { offences } from './fixtures/offences.ts';
import { applyPicturePolicy, type PicturePolicy } from './picture-policy.ts';
import { clean } from './pipeline.ts';

const context = {
  feed: 'sample',
  title: 'A headline',
  base: 'https://paper.example/story',
  publishedAt: null,
  language: 'en',
  options: {},
  learned: null,
};
const picture = 'https://media.paper.example/a.jpg?w=1&h=2';
const body = clean(
  `<p>Text</p><img src="${picture}" alt='A "quay" <x>' width="640" height="360"><p>More</p><a href="/v"><img src="/b.jpg"></a>`,
  context,
).html;
const lazy = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';

describe('applyPicturePolicy', () => {
  test('direct: late, and without telling where the reader is', () => {
    expect(applyPicturePolicy(body, { kind: 'direct' })).toBe(body.replaceAll(' />', ` ${lazy} />`));
  });

  test('proxy: the address goes into the template, escaped twice over', () => {
    const html = applyPicturePolicy(body, {
      kind: 'proxy',
      template: 'https://proxy.example/?u={url}&w=800',
    });
    expect(html).toContain(`src="https://proxy.example/?u=${encodeURIComponent(picture)}&amp;w=800"`);
    expect(html).not.toContain('src="https://media.paper.example');
  });

  test('local: own copies with their own sizes, others as they are', () => {
    const copies = new Map([[picture, { src: '/pictures/1a2b.webp', width: 320, height: 180 }]]);
    const html = applyPicturePolicy(body, { kind: 'local', copies });
    expect(html).toContain(
      '<img src="/pictures/1a2b.webp" alt="A &quot;quay&quot; &lt;x&gt;" width="320" height="180"',
    );
    expect(html).toContain('src="https://paper.example/b.jpg"');
  });

  test('none: alternative texts and captions stay, nothing empty is left', () => {
    expect(applyPicturePolicy(body, { kind: 'none' })).toBe(
      '<p>Text</p>\n<figure>A &quot;quay&quot; &lt;x&gt;</figure>\n<p>More</p>',
    );
  });

  test.each<PicturePolicy>([
    { kind: 'direct' },
    { kind: 'proxy', template: 'https://proxy.example/{url}' },
    { kind: 'local', copies: new Map() },
    { kind: 'none' },
  ])('$kind leaves hostile bodies as harmless as they were', (policy) => {
    for (const { html } of hostileBodies) {
      const shown = applyPicturePolicy(clean(html, context).html, policy);
      expect(offences(shown, ['loading', 'decoding', 'referrerpolicy'])).toEqual([]);
    }
  });
});
