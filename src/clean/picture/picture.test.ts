import { describe, expect, test } from 'vitest';
import { element } from '../../html/tree.ts';
import { isPixel } from './pixels.ts';
import { withoutProxy } from './proxies.ts';
import { bestCandidate, pictureSource } from './source.ts';

const base = 'https://paper.example/story';

describe('withoutProxy', () => {
  test.each([
    ['https://images.weserv.nl/?url=media.example/a.jpg&w=300', 'https://media.example/a.jpg'],
    ['https://images.weserv.nl?url=ssl:media.example/a.jpg', 'https://media.example/a.jpg'],
    ['https://wsrv.nl/?url=http%3A%2F%2Fmedia.example%2Fa.jpg', 'http://media.example/a.jpg'],
    ['https://i0.wp.com/media.example/wp/a.jpg?resize=300%2C200&ssl=1', 'https://media.example/wp/a.jpg'],
    [
      'https://external-content.duckduckgo.com/iu/?u=https%3A%2F%2Fmedia.example%2Fa.jpg',
      'https://media.example/a.jpg',
    ],
    ['https://media-example.cdn.ampproject.org/i/s/media.example/a.jpg', 'https://media.example/a.jpg'],
    [
      'https://images2-focus-opensocial.googleusercontent.com/gadgets/proxy?container=focus&url=https%3A%2F%2Fmedia.example%2Fa.jpg',
      'https://media.example/a.jpg',
    ],
    [
      'https://images.weserv.nl/?url=https%3A%2F%2Fi1.wp.com%2Fmedia.example%2Fa.jpg',
      'https://media.example/a.jpg',
    ],
  ])('%s', (address, original) => {
    expect(withoutProxy(address)).toBe(original);
  });

  test.each([
    'https://images.weserv.nl/',
    'https://images.weserv.nl/?url=javascript:alert(1)',
    'https://images.weserv.nl/?url=localhost/a.jpg',
    'https://media.example/?url=other.example/a.jpg',
  ])('keeps %s', (address) => {
    expect(withoutProxy(address)).toBe(address);
  });
});

describe('pictureSource', () => {
  test.each([
    [{ src: '/a.jpg' }, 'https://paper.example/a.jpg'],
    [{ src: 'data:image/gif;base64,R0l', 'data-src': '/a.jpg' }, 'https://paper.example/a.jpg'],
    [{ src: '/static/grey.gif', srcset: '//m.example/a.jpg 800w' }, 'https://m.example/a.jpg'],
    [{ src: '/img/placeholder.png', 'data-original': '//m.example/a.jpg' }, 'https://m.example/a.jpg'],
    [{ src: '/small.jpg', srcset: '/l.jpg 1400w' }, 'https://paper.example/small.jpg'],
    [{ srcset: '/s.jpg 320w, /m.jpg 1400w, /l.jpg 4000w' }, 'https://paper.example/m.jpg'],
    [{ src: '/lines/blank.gif', 'data-srcset': '/s.jpg 1x, /l.jpg 2x' }, 'https://paper.example/l.jpg'],
    [{ src: '/blank-page-in-diary.jpg' }, 'https://paper.example/blank-page-in-diary.jpg'],
    [{ src: '/a.jpg', 'data-url': 'not an address' }, 'https://paper.example/a.jpg'],
    [{ src: 'https://th' }, null],
    [{ src: 'http://[2001:db8::1]/a.jpg' }, 'http://[2001:db8::1]/a.jpg'],
    [{ src: '' }, null],
    [{ src: 'javascript:alert(1)' }, null],
    [{ src: 'data:image/svg+xml,<svg onload=alert(1)>' }, null],
    [{}, null],
  ])('reads from %j', (attribs, address) => {
    expect(pictureSource(element('img', attribs as Record<string, string>), base)).toBe(address);
  });
});

test.each([
  ['a.jpg 1x, b.jpg 2x, c.jpg 3x', 'c.jpg'],
  ['a,b.jpg 300w, c.jpg 600w', 'c.jpg'],
  [
    'https://m.example/w_300,h_200/a.jpg 300w,https://m.example/w_900,h_600/a.jpg 900w',
    'https://m.example/w_900,h_600/a.jpg',
  ],
  ['a.jpg', 'a.jpg'],
  ['', null],
  [undefined, null],
])('bestCandidate takes from %j the candidate %j', (srcset, best) => {
  expect(bestCandidate(srcset)).toBe(best);
});

describe('isPixel', () => {
  test.each([
    [{ width: '1', height: '1' }, 'https://a.example/x.gif'],
    [{ style: 'width:1px;height:1px' }, 'https://a.example/x.gif'],
    [{ height: '0' }, 'https://a.example/x.gif'],
    [{}, 'https://pixel.wp.com/g.gif?v=ext'],
    [{}, 'https://feeds.feedburner.com/~r/paper/~4/abc'],
    [{}, 'https://www.facebook.com/tr?id=1'],
  ])('takes %j at %s for one', (attribs, address) => {
    expect(isPixel(element('img', attribs as Record<string, string>), address)).toBe(true);
  });

  test.each([
    [{ width: '640', height: '360' }, 'https://a.example/x.jpg'],
    [{ width: '100%' }, 'https://a.example/x.jpg'],
    [{ style: 'max-width:1px' }, 'https://a.example/counting-votes.jpg'],
    [{}, 'https://a.example/track-and-field.jpg'],
  ])('takes %j at %s for none', (attribs, address) => {
    expect(isPixel(element('img', attribs as Record<string, string>), address)).toBe(false);
  });
});
