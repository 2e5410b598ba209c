import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learn } from './boilerplate/learn.ts';
import { cleanTitle } from './clean-title.ts';

const headlines = [
  '港口重新开放',
  '果园迎来收获',
  '冰川今年后退',
  '剧院换了主人',
  '桥梁即将完工',
  '书店开到午夜',
  '集市搬到城外',
  '铁路延长一站',
];

const taughtBy = (titles: string[]) =>
  learn(
    null,
    titles.map((title, index) => ({ id: `${index}`, title, html: `<p>${title}</p>` })),
  );

describe('cleanTitle', () => {
  test.each([
    ['两国  续商　核问题', '两国 续商 核问题'],
    [' A\u00a0B\tC\n', 'A B C'],
    ['Fish &amp;amp; chips &#8217;&nbsp;&quot;x&quot;', 'Fish & chips ’ "x"'],
    ['a\u202eb\u200bc\u0007', 'abc'],
    ['&unknown; stays', '&unknown; stays'],
    ['', ''],
  ])('cleans %j to %j', (title, expected) => {
    expect(cleanTitle(title, null)).toBe(expected);
  });

  test.each([
    ['', ' – 某某广播电台 - ABC'],
    ['', ' | Name 中文'],
    ['', '｜某报'],
    ['', ' - Lorn Herald'],
    ['Lorn Herald | ', ''],
    ['【某报】', ''],
    ['某台：', ''],
  ])('removes what the source puts around every title: %j … %j', (before, after) => {
    const learned = taughtBy(headlines.map((headline) => before + headline + after));
    expect(cleanTitle(`${before}灯塔熄灭${after}`, learned)).toBe('灯塔熄灭');
  });

  test('removes it when only some titles have it', () => {
    const titles = headlines.map((headline, index) => (index < 5 ? `${headline} - ABC` : headline));
    expect(cleanTitle('灯塔熄灭 - ABC', taughtBy(titles))).toBe('灯塔熄灭');
  });

  test('keeps a column, which differs from title to title', () => {
    const columns = ['要闻', '经济', '要闻', '特写', '经济', '要闻', '特写', '要闻'];
    const titles = headlines.map((headline, index) => `${headline} - ${columns[index]}`);
    const fronts = headlines.map((headline, index) => `${columns[index]} | ${headline}`);
    expect(cleanTitle('灯塔熄灭 - 要闻', taughtBy([...titles, ...fronts]))).toBe('灯塔熄灭 - 要闻');
    expect(cleanTitle('要闻 | 灯塔熄灭', taughtBy([...titles, ...fronts]))).toBe('要闻 | 灯塔熄灭');
  });

  test('keeps a column mark on half of the titles', () => {
    const titles = headlines.map((headline, index) => (index % 2 ? `焦点：${headline}` : headline));
    expect(cleanTitle('焦点：灯塔熄灭', taughtBy(titles))).toBe('焦点：灯塔熄灭');
  });

  test('removes the source behind a column and keeps the column', () => {
    const titles = headlines.map((headline, index) => `${headline} - 专栏${index} - ABC`);
    expect(cleanTitle('灯塔熄灭 - 专栏9 - ABC', taughtBy(titles))).toBe('灯塔熄灭 - 专栏9');
  });

  test('never returns an empty title', () => {
    const learned = taughtBy(headlines.map((headline) => `${headline} | Lorn Herald`));
    expect(cleanTitle(' | Lorn Herald', learned)).toBe('| Lorn Herald');
  });

  test('changes nothing when it cleans twice, and returns one line', () => {
    const learned = taughtBy(headlines.map((headline) => `${headline} | Lorn - Herald`));
    const parts = fc.constantFrom(
      ' | Lorn - Herald',
      ' - Herald',
      '&amp;',
      'amp;',
      '#38;',
      ' ',
      '\u3000',
      '文',
      'a',
      '\ud83d',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(parts).map((all) => all.join('')),
        ),
        (title) => {
          const once = cleanTitle(title, learned);
          expect(cleanTitle(once, learned)).toBe(once);
          expect(once).not.toMatch(/[\n\r\t]| {2}|^ | $/);
        },
      ),
    );
  });
});
