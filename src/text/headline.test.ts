import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headlineHtml, headlineRuns } from './headline.ts';

const shown = (title: string, language: string | null) =>
  headlineRuns(title, language)
    .map((runs) => runs.join('|'))
    .join(' / ');

describe('a headline', () => {
  test.each([
    ['breaks between words', '灯塔换上新镜片', 'zh-Hans', '灯塔换上|新镜片'],
    [
      'breaks between words of traditional Chinese',
      '山上的圖書館收到舊地圖',
      'zh-Hant',
      '山上的|圖書館|收到舊|地圖',
    ],
    [
      'keeps a name that no dictionary knows whole',
      '灯塔管理员宋砚禾退休了',
      'zh-Hans',
      '灯塔管理员宋砚禾|退休了',
    ],
    [
      'breaks at a space first',
      '渡轮改在清晨开出 鱼市提前一小时',
      'zh-Hans',
      '渡轮改|在清晨开出 / 鱼市提前|一小时',
    ],
    [
      'keeps a short clause with its neighbour',
      '快讯 渡轮改在清晨开出',
      'zh-Hans',
      '快讯 |渡轮改|在清晨开出',
    ],
    [
      'breaks neither after an opening nor before a closing mark',
      '他说“潮水”不等人',
      'zh-Hans',
      '他说“潮水”|不等人',
    ],
    [
      'breaks at its spaces alone in other scripts',
      'Tide gauge found to be honest',
      'en',
      'Tide gauge found to be honest',
    ],
    ['is broken in a language that nobody knows', '灯塔换上新镜片', 'x-none', '灯塔换上新镜片'],
  ])('%s', (_, title, language, runs) => {
    expect(shown(title, language)).toBe(runs);
  });

  test('keeps all its characters, and no run is a single one', () => {
    const word = fc.constantFrom(
      '渡轮',
      '的',
      '在',
      '《',
      '》',
      '“',
      '”',
      '5',
      'G',
      ' ',
      'ferry',
      '宋',
      '開出',
      '、',
      'は',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const title = words.join('').replace(/ +/g, ' ').trim();
        const runs = headlineRuns(title, 'zh-Hans');
        expect(runs.map((clause) => clause.join('')).join(' ')).toBe(title);
        if (title.length > 2) expect(runs.flat().every((run) => run.length > 1)).toBe(true);
      }),
    );
  });

  test('is escaped', () => {
    expect(headlineHtml('渡轮<b>改期 潮水&汛期提前', 'zh-Hans')).not.toMatch(/<b>|&汛/);
    expect(headlineHtml('a < b & c', 'en')).toBe('a &lt; b &amp; c');
  });
});
