import { describe, expect, test } from 'vitest';
import { followingPage } from './following.ts';
import { joinPages } from './join-pages.ts';
import { readPage } from './web-page.ts';

const next = (url: string, html: string, selector?: string) => followingPage(readPage(html, url), selector);

describe('followingPage', () => {
  test.each([
    ['https://a.example/story', '<a href="/story/2">2</a>', 'https://a.example/story/2'],
    ['https://a.example/story/', '<a href="/story/page/2/">Next</a>', 'https://a.example/story/page/2/'],
    [
      'https://a.example/story/2',
      '<a href="/story/1">1</a><a href="/story/3">3</a>',
      'https://a.example/story/3',
    ],
    [
      'https://a.example/1/story.html',
      '<a href="story_2.html">下一页</a>',
      'https://a.example/1/story_2.html',
    ],
    [
      'https://a.example/1/story_2.html',
      '<a href="story_3.html">第3页</a>',
      'https://a.example/1/story_3.html',
    ],
    ['https://a.example/s?id=7', '<a href="?id=7&amp;page=2">Weiter</a>', 'https://a.example/s?id=7&page=2'],
    ['https://a.example/s.php', '<a href="?page=2">2</a>', 'https://a.example/s.php?page=2'],
    ['https://a.example/story', '<link rel="next" href="/story?page=2">', 'https://a.example/story?page=2'],
    ['http://a.example/story', '<a href="https://a.example/story/2">2</a>', 'https://a.example/story/2'],
  ])('of %s with %s', (url, html, expected) => expect(next(url, html)).toBe(expected));

  test.each([
    [
      'another article',
      'https://a.example/story',
      '<link rel="next" href="/other-story"><a rel="next" href="/next">Next</a>',
    ],
    ['another host', 'https://a.example/story', '<a href="https://b.example/story/2">2</a>'],
    ['the page before', 'https://a.example/story/3', '<a href="/story/2">2</a>'],
    ['the page after the next', 'https://a.example/story', '<a href="/story/3">3</a>'],
    [
      'an article with a number',
      'https://a.example/news/7',
      '<a href="/news/8">The eighth thing we learned of the night ferry</a>',
    ],
    ['another of the same list', 'https://a.example/list?id=1&page=1', '<a href="/list?id=2&page=2">2</a>'],
    ['its own place', 'https://a.example/story', '<a href="#2">2</a>'],
    ['nothing', 'https://a.example/story', ''],
  ])('is not %s', (_name, url, html) => expect(next(url, html)).toBeNull());

  test('is what the configuration names, on the same host', () => {
    const html = '<a href="/story/2">2</a><a class="on" href="/more/of/it">On</a>';
    expect(next('https://a.example/story', html, 'a.on')).toBe('https://a.example/more/of/it');
    expect(next('https://a.example/story', html, '.off')).toBeNull();
    expect(
      next('https://a.example/story', '<a class="on" href="https://b.example/">On</a>', 'a.on'),
    ).toBeNull();
  });
});

describe('joinPages', () => {
  const paragraph = (n: number) =>
    `<p>Paragraph number ${n} of what the night ferry carried over the river in a year of fog and swans.</p>`;

  test('puts one page behind the other', () => {
    expect(joinPages(paragraph(1), paragraph(2))).toBe(`${paragraph(1)}\n${paragraph(2)}`);
  });

  test('refuses a page that shows the same article again, or nothing', () => {
    const first = [1, 2, 3].map(paragraph).join('');
    expect(
      joinPages(
        first,
        `${first}<p>Comment number 51, which is long enough to be read as a paragraph, says: first!</p>`,
      ),
    ).toBeNull();
    expect(joinPages(first, '<p>Next</p>')).toBeNull();
  });
});
