import { describe, expect, test } from 'vitest';
import { maxInput } from '../html/parse.ts';
import { processorTime } from '../test-processor-time.ts';
import type { CleanContext } from './context.ts';
import { clean } from './pipeline.ts';
import { maxOutput } from './sanitize.ts';

const context: CleanContext = {
  feed: 'sample',
  title: 'The ferry of Lindhaven',
  base: 'https://paper.example/2020/11/story.html',
  publishedAt: '2020-11-27T06:30:00.000Z',
  language: 'en',
  options: {},
  learned: null,
};

test('keeps the text behind pictures that are encoded in the body', () => {
  const picture = `<img src="data:image/png;base64,${'iVBORw0K'.repeat(maxInput / 4)}">`;
  expect(clean(`<p>before</p>${picture}<p>behind</p>`, context).html).toBe('<p>before</p>\n<p>behind</p>');
});

test('cuts a body that is too long', () => {
  const { html } = clean(`<p>${'word '.repeat(maxInput / 5 + 100)}</p><p>last</p>`, context);
  expect(html).not.toContain('last');
  expect(html.length).toBeGreaterThan(maxInput - 10);
});

describe('cleans a body of any size in time', () => {
  const repeat = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const million = 1_000_000;
  const numbered = (unit: (number: number) => string) => {
    let made = '';
    for (let number = 0; made.length < million; number += 1) made += unit(number);
    return made;
  };

  test.each([
    ['30,000 nested elements', `${'<div>'.repeat(30_000)}x${'</div>'.repeat(30_000)}`],
    ['30,000 nested quotations', `${'<blockquote>'.repeat(30_000)}x`],
    ['nested lists', `${'<ul><li>'.repeat(8_000)}x`],
    ['nested tables', `${'<table><tr><td>'.repeat(5_000)}x`],
    ['nested emphasis around blocks', `${'<b><i><u><a href=/x>'.repeat(30)}${'<div>x</div>'.repeat(2_000)}`],
    ['1 MB of <', '<'.repeat(million)],
    ['1 MB of &', '&'.repeat(million)],
    ['1 MB of entities', repeat('&amp;&#20013;', million)],
    ['1 MB of what looks like entities', repeat('&foo ', million)],
    ['1 MB of line ends', '\n'.repeat(million)],
    ['1 MB of spaces in a paragraph', `<p>${' '.repeat(million)}x</p>`],
    ['1 MB of one letter', 'a'.repeat(million)],
    ['1 MB of one Chinese character', '字'.repeat(million)],
    ['1 MB of digits', '1'.repeat(million)],
    ['1 MB of equals signs', '='.repeat(million)],
    ['20,000 unclosed tags', Array.from({ length: 20_000 }, (_, i) => `<p><a href=x${i}><b>t`).join('')],
    ['unclosed tags and foreign ends', '<b>'.repeat(50_000) + '</i>'.repeat(40_000)],
    [
      'one tag of 30,000 attributes',
      `<p ${Array.from({ length: 30_000 }, (_, i) => `a${i}=b`).join(' ')}>x</p>`,
    ],
    ['one attribute of 1 MB', `<a href="https://a.example/${'x'.repeat(million)}">x</a>`],
    ['one srcset of 1 MB', `<img srcset="${repeat('https://a.example/a.jpg 1x, ', million)}">`],
    ['one style of 1 MB', `<p style="${repeat('display : ', million)}">x</p>`],
    ['one class of 1 MB', `<p class="${repeat('a b-', million)}">x</p>`],
    ['10,000 line breaks', '<br>'.repeat(10_000)],
    ['1 MB of words between line breaks', repeat('x<br>', million)],
    ['1 MB of tiny paragraphs', repeat('<p>x</p>', million)],
    ['1 MB of paragraphs', repeat('<p>One line of text.</p>', million)],
    ['1 MB of different paragraphs', numbered((n) => `<p>Line ${n} of the text.</p>`)],
    ['1 MB of one lead again and again', repeat(`<p>${'あ'.repeat(20)}</p>`, million)],
    ['1 MB of links', repeat('<p><a href="/x">Another story</a></p>', million)],
    ['1 MB of different links', numbered((n) => `<a href="/a/${n}?utm_source=b">story</a> `)],
    ['1 MB of entries', `<ul>${repeat('<li><a href="/x">Another story</a></li>', million)}`],
    ['1 MB of announced lists', repeat('<p>See:</p><ul><li><a href="/x">x</a></li></ul>', million)],
    ['1 MB of pictures', repeat('<img src="/x.jpg">', million)],
    ['1 MB of different pictures', numbered((n) => `<img src="/${n}.jpg" alt="a">`)],
    ['1 MB of pictures among words', repeat('<img src="/x.jpg">x', million)],
    ['1 MB of captions', repeat('<div class="wp-caption"><img src="/a.jpg"><p>c</p></div>', million)],
    ['nested captions', repeat('<div class="wp-caption">x', million)],
    ['nested credits', repeat('<div class="caption">', million)],
    ['1 MB of rules', repeat('<hr>', million)],
    ['1 MB of rules and words', repeat('<hr><p>x</p>', million)],
    ['1 MB of speakers', numbered((n) => `<p>Name ${n}: words</p>`)],
    ['1 MB of bold lines', repeat('<p><b>Heading</b></p><p>x</p>', million)],
    ['1 MB of headings', repeat('<h1>a</h1><h3>b</h3><h6>c</h6>', million)],
    ['1 MB of tables', repeat('<table><tr><td>a</td></tr></table>', million)],
    ['1 MB of rows', `<table>${repeat('<tr><td><p>a</p></td><td>b</td></tr>', million)}`],
    ['1 MB of adverts', repeat('<div class="advert">x</div>', million)],
    ['1 MB of plug-ins', repeat('<embed src="/x">', million)],
    ['nested plug-ins', repeat('<object data="/x">', million)],
    ['nested languages', repeat('<span lang=en>中', million)],
    ['1 MB of lines in another direction', repeat('<p dir="rtl">x</p>', million)],
    ['1 MB of invitations', numbered((n) => `<p><a href="/s${n}">欢迎订阅我们的频道</a></p>`)],
    ['1 MB of dates', repeat('<p>2020-11-27 06:30</p>', million)],
    ['a paragraph of 30,000 emphases side by side', `<p>${'<b>x</b> '.repeat(30_000)}</p>`],
    ['a paragraph of 20,000 notices', `<p>${'© 2020 a<br>'.repeat(20_000)}</p>`],
    ['a paragraph of copyright signs', `<p>${repeat('© 2020 ', million)}</p>`],
    ['a line of brackets', `<p>${repeat('(（【[', million)}</p>`],
    ['comments', '<!--x-->'.repeat(120_000)],
    ['half comments', '<!--'.repeat(250_000)],
    ['svg', '<svg><g>'.repeat(120_000)],
    ['frames', '<iframe src="/x">'.repeat(60_000)],
    ['frames with ends', repeat('<iframe src="/x"></iframe>', million)],
    ['films', repeat('<video src="/v.mp4"></video>', million)],
    ['scripts', '<script>x</script>'.repeat(50_000)],
    ['more than is taken', `<p>${'One line of text. '.repeat(70_000)}</p>`],
  ])(
    '%s',
    async (_, html) => {
      let cleaned = '';
      const time = await processorTime(() => {
        cleaned = clean(html, context).html;
      });
      expect(time, 'milliseconds of processor time').toBeLessThan(4000);
      expect(cleaned.length).toBeLessThanOrEqual(maxOutput + 1000);
    },
    60_000,
  );
});
