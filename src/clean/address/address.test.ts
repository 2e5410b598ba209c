import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absoluteAddress, siteOf } from './absolute.ts';
import { hiddenEmail } from './email.ts';
import { playerAt } from './embeds.ts';
import { withoutRedirectors } from './redirectors.ts';
import { withoutTracking } from './tracking.ts';

/** Any UTF-16 text, halves of characters too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('absoluteAddress', () => {
  test.each([
    ['/a?b=1#c', 'https://paper.example/a?b=1#c'],
    ['//media.example/p.jpg', 'https://media.example/p.jpg'],
    [' https://Paper.Example/ü ', 'https://paper.example/%C3%BC'],
    ['#note', 'https://paper.example/2020/story#note'],
    ['https://reader:secret@paper.example/', 'https://paper.example/'],
  ])('resolves %j', (raw, address) => {
    expect(absoluteAddress(raw, 'https://paper.example/2020/story')).toBe(address);
  });

  test.each([
    'javascript:alert(1)',
    '\u00a0javascript:alert(1)',
    '\u200bjavascript:alert(1)',
    'java\nscript:alert(1)',
    'jav&#x09;ascript:alert(1)'.replace('&#x09;', '\t'),
    'data:text/html,x',
    'vbscript:x',
    'mailto:desk@paper.example',
    'file:///etc/passwd',
    'ftp://paper.example/',
    'http://',
    '',
    undefined,
    `https://paper.example/${'x'.repeat(5000)}`,
  ])('refuses %j', (raw) => {
    expect(absoluteAddress(raw, null)).toBeNull();
  });

  test('refuses a relative address without a base', () => {
    expect(absoluteAddress('/a', null)).toBeNull();
    expect(absoluteAddress('/a', 'not an address')).toBeNull();
  });

  test('returns http or https for any text, and the same again for its own result', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const address = absoluteAddress(raw, 'https://paper.example/a/');
        if (address === null) return;
        expect(address).toMatch(/^https?:\/\//);
        expect(absoluteAddress(address, null)).toBe(address);
      }),
    );
  });
});

test.each([
  ['https://www.paper.example/a', 'paper.example'],
  ['http://m.paper.example/', 'paper.example'],
  ['https://cn.paper.example/', 'cn.paper.example'],
  [null, null],
])('siteOf returns for %s the site %s', (address, site) => {
  expect(siteOf(address)).toBe(site);
});

describe('withoutTracking', () => {
  test.each([
    ['https://a.example/x?utm_source=rss&utm_medium=feed&id=7', 'https://a.example/x?id=7'],
    ['https://a.example/x?id=%E4%B8%AD&fbclid=Z', 'https://a.example/x?id=%E4%B8%AD'],
    ['https://a.example/x?utm_source=rss', 'https://a.example/x'],
    ['https://a.example/x?UTM_Source=rss#part', 'https://a.example/x#part'],
    ['https://a.example/x?a=1&amp;utm_campaign=y', 'https://a.example/x?a=1'],
    ['https://a.example/x#xtor=RSS-1', 'https://a.example/x'],
    ['https://www.dw.com/zh/a-1?maca=chi-rss', 'https://www.dw.com/zh/a-1'],
    ['https://a.example/x?maca=kept', 'https://a.example/x?maca=kept'],
    [
      'https://www.youtube.com/watch?v=abcdefghijk&si=Q&t=30',
      'https://www.youtube.com/watch?v=abcdefghijk&t=30',
    ],
    ['https://a.example/x?q=a+b&s=%2F&t=', 'https://a.example/x?q=a+b&s=%2F&t='],
    ['https://a.example/%zz?%zz=1', 'https://a.example/%zz?%zz=1'],
  ])('%s', (given, expected) => {
    expect(withoutTracking(given)).toBe(expected);
  });
});

describe('withoutRedirectors', () => {
  test.each([
    [
      'https://www.google.com/url?sa=t&q=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&usg=Z',
      'https://a.example/x?y=1',
    ],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT0', 'https://a.example/'],
    ['https://link.zhihu.com/?target=https%3A//a.example/x', 'https://a.example/x'],
    ['https://www.google.com/amp/s/a.example/story.amp', 'https://a.example/story.amp'],
    ['https://a-example.cdn.ampproject.org/c/s/a.example/story', 'https://a.example/story'],
    ['https://href.li/?https://a.example/x', 'https://a.example/x'],
    [
      'https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fa.example%252F',
      'https://a.example/',
    ],
  ])('%s leads to %s', (given, expected) => {
    expect(withoutRedirectors(given)).toBe(expected);
  });

  test.each([
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com/search?q=https://a.example/',
    'https://a.example/url?q=https://b.example/',
    'https://out.reddit.com/?url=nonsense',
  ])('keeps %s', (address) => {
    expect(withoutRedirectors(address)).toBe(address);
  });
});

describe('playerAt', () => {
  test.each([
    [
      'https://www.youtube.com/embed/abcdefghijk?rel=0&&&x=1',
      'YouTube',
      'https://www.youtube.com/watch?v=abcdefghijk',
    ],
    [
      'https://www.youtube-nocookie.com/embed/abc-efg_ijk',
      'YouTube',
      'https://www.youtube.com/watch?v=abc-efg_ijk',
    ],
    ['https://player.vimeo.com/video/12345?h=a', 'Vimeo', 'https://vimeo.com/12345'],
    [
      'https://player.bilibili.com/player.html?aid=1&bvid=BV1xx411c7mD',
      '哔哩哔哩',
      'https://www.bilibili.com/video/BV1xx411c7mD',
    ],
    ['https://platform.twitter.com/embed/Tweet.html?dnt=1&id=123', 'X', 'https://x.com/i/status/123'],
    ['https://t.me/paper/42?embed=1', 'Telegram', 'https://t.me/paper/42'],
    ['https://www.paper.example/player/7', 'paper.example', 'https://www.paper.example/player/7'],
  ])('takes %s for %s at %s', (address, name, leadsTo) => {
    expect(playerAt(address)).toMatchObject({ name, address: leadsTo });
  });
});

test('hiddenEmail decodes an address that Cloudflare hides', () => {
  expect(hiddenEmail('543031273f1424352431267a312c3539243831')).toBe('desk@paper.example');
});

test.each([undefined, '', 'zz', '54', '5430', '543a3b2074353a7435303026312727'])(
  'hiddenEmail finds no address in %j',
  (encoded) => {
    expect(hiddenEmail(encoded)).toBeNull();
  },
);
