import { describe, expect, test } from 'vitest';
import { parseHtml } from '../html/parse.ts';
import { excerpt } from './excerpt.ts';

const excerptOf = (html: string, language: string | null) => excerpt(parseHtml(html), language);

describe('excerpt', () => {
  test.each([
    [
      'formulas as TeX',
      '<p>The slope is <math alttext="x^2/4"><mfrac><msup><mi>x</mi><mn>2</mn></msup><mn>4</mn></mfrac></math> here.</p>',
      'The slope is x^2/4 here.',
    ],
    [
      'formulas without TeX in one line',
      '<p>The slope is <math><mfrac><msup><mi>x</mi><mn>2</mn></msup><mn>4</mn></mfrac></math> here.</p>',
      'The slope is (x^2)/4 here.',
    ],
    [
      'characters without their readings',
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>の話をします。</p>',
      '漢字の話をします。',
    ],
    [
      'no marks of notes',
      '<p>The band sits down<sup><a href="#fn-1">1</a></sup>. It plays<a href="#fn-2">[2]</a> on<sup>[3]</sup>.</p>',
      'The band sits down. It plays on.',
    ],
    [
      'powers and links of words',
      '<p>It is 5 km<sup>2</sup> wide, see <a href="#fn-3">the costs</a> below.</p>',
      'It is 5 km2 wide, see the costs below.',
    ],
  ])('shows %s', (_, html, expected) => {
    expect(excerptOf(html, 'en')).toBe(expected);
  });

  test.each([
    ['zh-Hans', '<p>渡轮周五复航。码头上响起掌声！乐队演奏到深夜。</p>', '渡轮周五复航。码头上响起掌声！'],
    ['zh-Hans', '<p>“我们等了三周。”船长说。他笑了。</p>', '“我们等了三周。”船长说。'],
    ['en', '<p>The ferry sails. The band plays! Nobody sleeps.</p>', 'The ferry sails. The band plays!'],
    [
      'en',
      '<p>Mr. A. Moor of the U.S. office came. He left. He wrote.</p>',
      'Mr. A. Moor of the U.S. office came. He left.',
    ],
    ['ja', '<p>船は出た。誰も知らない。朝だった。</p>', '船は出た。誰も知らない。'],
    [
      'ar',
      '<p>أبحرت العبارة اليوم. لم يعرف أحد السبب؟ ثم عادت.</p>',
      'أبحرت العبارة اليوم. لم يعرف أحد السبب؟',
    ],
  ])('takes two sentences by the punctuation of %s', (language, html, expected) => {
    expect(excerptOf(html, language)).toBe(expected);
  });

  test.each([
    [
      'a caption',
      '<figure><img src="x" alt="码头"><figcaption>码头上空无一人，周五的清晨。</figcaption></figure>',
    ],
    ['a heading', '<h2>渡轮复航之后的第一个早晨</h2>'],
    ['a byline', '<p>文／林溪　摄影：张柳　编辑：周舟</p>'],
    ['an English byline', '<p>By Ada Moor and J. Brandt</p>'],
    ['a note of the editors', '<p>潮声编者按：本文题目为编者所加，内容未经改动。</p>'],
    ['a line that announces others', '<p>本报已存档船长的三封重要来信，供读者查阅：</p>'],
    ['a label', '<p>特写</p>'],
    ['a table', '<table><tr><td><p>潮汐表第一行，星期一早上四点一米。</p></td></tr></table>'],
  ])('skips %s', (_, before) => {
    expect(excerptOf(`${before}<p>渡轮周五复航，码头上响起掌声。</p>`, 'zh-Hans')).toBe(
      '渡轮周五复航，码头上响起掌声。',
    );
  });

  test.each([
    ['(潮声中文网) 渡轮周五复航，码头上响起掌声。', '渡轮周五复航，码头上响起掌声。'],
    ['（潮声社北岸镇27日电） 渡轮周五复航，码头上响起掌声。', '渡轮周五复航，码头上响起掌声。'],
    ['路透北岸11月27日 - 渡轮周五复航，码头上响起掌声。', '渡轮周五复航，码头上响起掌声。'],
    ['（图）渡轮周五复航，码头上响起掌声。', '（图）渡轮周五复航，码头上响起掌声。'],
  ])('removes agency and place from %s', (line, expected) => {
    expect(excerptOf(`<p>${line}</p>`, 'zh-Hans')).toBe(expected);
  });

  test('cuts between words, at a width where a Chinese character counts two', () => {
    expect(excerptOf(`<p>${'word '.repeat(200)}</p>`, 'en')).toMatch(/^(?:word ){60,64}word…$/);
    expect(excerptOf(`<p>${'字'.repeat(500)}</p>`, 'zh')).toBe(`${'字'.repeat(159)}…`);
  });

  test('returns one line of plain text', () => {
    expect(excerptOf('<p>One &lt;b&gt;<br>\n two\tthree &amp; four, of five.</p>', 'en')).toBe(
      'One <b> two three & four, of five.',
    );
  });

  test('returns the text of a body without paragraphs, and nothing for a body without text', () => {
    expect(excerptOf('<ul><li>渡轮</li><li>码头</li></ul>', null)).toBe('渡轮');
    expect(excerptOf('<pre>code</pre>', null)).toBe('code');
    expect(excerptOf('', 'en')).toBe('');
    expect(excerptOf('<p>An odd tag of language is no reason to fail.</p>', 'x-!')).toBe(
      'An odd tag of language is no reason to fail.',
    );
  });
});
