import { describe, expect, test } from 'vitest';
import { hostileBodies } from './fixtures/hostile.ts';
import { offences } from './fixtures/offences.ts';
import {
  loadLate,
  type PicturePolicy,
  pictureAddresses,
  showPicture,
  showPictures,
} from './picture-policy.ts';
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
const cleaned = (html: string) => clean(html, context).html;
const picture = 'https://media.paper.example/a.jpg?w=1&h=2';
const body = cleaned(
  `<p>Text</p><img src="${picture}" alt='A "quay" <x>' width="640" height="360"><p>More</p><a href="/v"><img src="/b.jpg"></a>`,
);
const direct: PicturePolicy = { kind: 'direct' };
const none: PicturePolicy = { kind: 'none' };
const proxy: PicturePolicy = {
  kind: 'proxy',
  template: 'https://proxy.example/?u={url}&w=800',
  isOwn: (address) => address.startsWith('https://own.example/'),
};
const copies = new Map([[picture, { src: 'https://own.example/1a2b.webp', width: 320, height: 180 }]]);
const local: PicturePolicy = { kind: 'local', copies };

describe('showPictures', () => {
  test('direct: changes nothing', () => {
    expect(showPictures(body, direct)).toBe(body);
  });

  test('proxy: loads through the service, with the address escaped for URL and HTML', () => {
    const html = showPictures(body, proxy);
    expect(html).toContain(`src="https://proxy.example/?u=${encodeURIComponent(picture)}&amp;w=800"`);
    expect(html).toContain('alt="A &quot;quay&quot; &lt;x&gt;" width="640" height="360"');
    expect(html).not.toContain('src="https://media.paper.example');
  });

  test('proxy: loads pictures of the site itself directly', () => {
    const own = cleaned('<p><img src="https://own.example/a.png"></p>');
    expect(showPictures(own, proxy)).toBe(own);
  });

  test('local: shows copies with their own sizes, and other pictures directly', () => {
    const html = showPictures(body, local);
    expect(html).toContain(
      '<img src="https://own.example/1a2b.webp" alt="A &quot;quay&quot; &lt;x&gt;" width="320" height="180"',
    );
    expect(html).toContain('src="https://paper.example/b.jpg"');
  });

  test('loads late, without a referrer', () => {
    const late = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';
    expect(loadLate(body)).toBe(body.replaceAll(' />', ` ${late} />`));
  });

  test('none: keeps alternative texts that say something, and leaves nothing empty', () => {
    expect(showPictures(body, none)).toBe(
      '<p>Text</p>\n<figure><figcaption>[A &quot;quay&quot; &lt;x&gt;]</figcaption></figure>\n<p>More</p>',
    );
  });

  test.each(['IMG_2034.jpg', 'image', 'Photo 3', '图片', 'DSC_0042', '12', ''])(
    'none: removes the alternative text %j',
    (alt) => {
      expect(showPictures(cleaned(`<p>Text</p><p><img src="/a.jpg" alt="${alt}"></p>`), none)).toBe(
        '<p>Text</p>',
      );
    },
  );

  test('none: removes the captions of pictures and galleries, and keeps those of tables', () => {
    const html = `<figure><img src="https://a.example/a.jpg" alt="The quay" /><figcaption>At <b>five</b>.</figcaption></figure>
<figure><figure><img src="https://a.example/b.jpg" alt="" /><figcaption>One</figcaption></figure><figcaption>All</figcaption></figure>
<figure><table><tbody><tr><td>1</td></tr></tbody></table><figcaption>Tides</figcaption></figure>`;
    expect(showPictures(html, none)).toBe(
      '<figure><figcaption>[The quay]</figcaption></figure>\n<figure><table><tbody><tr><td>1</td></tr></tbody></table><figcaption>Tides</figcaption></figure>',
    );
  });

  test.each([direct, proxy, { kind: 'local', copies: new Map() } satisfies PicturePolicy, none])(
    '$kind: adds nothing harmful to hostile bodies',
    (policy) => {
      for (const { html } of hostileBodies) {
        const shown = loadLate(showPictures(cleaned(html), policy));
        expect(offences(shown, ['loading', 'decoding', 'referrerpolicy'])).toEqual([]);
      }
    },
  );
});

describe('showPicture', () => {
  const lead = { url: picture, width: 640, height: null, alt: 'A quay' };

  test('applies the same policies', () => {
    expect(showPicture(lead, direct)).toEqual(lead);
    expect(showPicture(lead, none)).toBeNull();
    expect(showPicture(null, direct)).toBeNull();
    expect(showPicture(lead, proxy)?.url).toBe(
      `https://proxy.example/?u=${encodeURIComponent(picture)}&w=800`,
    );
    expect(showPicture(lead, local)).toEqual({
      url: 'https://own.example/1a2b.webp',
      width: 320,
      height: 180,
      alt: 'A quay',
    });
    expect(showPicture({ ...lead, url: 'https://a.example/b.jpg' }, local)?.url).toBe(
      'https://a.example/b.jpg',
    );
  });
});

test('pictureAddresses lists the original addresses, each once', () => {
  expect(pictureAddresses(body + body)).toEqual([picture, 'https://paper.example/b.jpg']);
});
