import { describe, expect, test } from 'vitest';
import { muteRuleProblem } from '../config/mute-rule.ts';
import { readMutes } from './mute.ts';

const item = (title: string, feed = 'beian', excerpt = '', categories: string[] = []) => ({
  feed,
  title,
  excerpt,
  categories,
});
const mutes = (site: string[], feeds: Record<string, string[]> = {}) =>
  readMutes({ mute: site, feeds: Object.entries(feeds).map(([id, mute]) => ({ id, mute })) });

describe('readMutes', () => {
  test('mutes a word in headline, excerpt and categories', () => {
    const mutedBy = mutes(['抽奖']);
    expect(mutedBy(item('周末抽奖活动'))).toBe('抽奖');
    expect(mutedBy(item('周末', 'beian', '来抽奖'))).toBe('抽奖');
    expect(mutedBy(item('周末', 'beian', '', ['抽奖']))).toBe('抽奖');
    expect(mutedBy(item('周末活动'))).toBeNull();
  });

  test('mutes in either Chinese script', () => {
    expect(mutes(['彩票开奖'])(item('彩票開獎號碼'))).toBe('彩票开奖');
    expect(mutes(['贊助內容'])(item('赞助内容：新床垫'))).toBe('贊助內容');
  });

  test('mutes a word of letters as a whole word in any case', () => {
    const mutedBy = mutes(['sponsored', 'ad']);
    expect(mutedBy(item('SPONSORED: a new mattress'))).toBe('sponsored');
    expect(mutedBy(item('Harbour ready for gale'))).toBeNull();
  });

  test('mutes by feed only that feed', () => {
    const mutedBy = mutes([], { yuanfan: ['星座'] });
    expect(mutedBy(item('今日星座', 'yuanfan'))).toBe('星座');
    expect(mutedBy(item('今日星座', 'beian'))).toBeNull();
  });

  test('mutes by pattern', () => {
    const mutedBy = mutes(['/第\\d+期/']);
    expect(mutedBy(item('问答第12期'))).toBe('/第\\d+期/');
    expect(mutedBy(item('问答第一期'))).toBeNull();
  });

  test('mutes by a pattern that repeats a repetition, without hanging', () => {
    const mutedBy = mutes(['/(\\w+\\s?)+:/']);
    expect(mutedBy(item('Sponsored post: a mattress'))).toBe('/(\\w+\\s?)+:/');
    expect(mutedBy(item('a'.repeat(50)))).toBeNull();
  });

  test('ignores an invalid pattern and an empty rule', () => {
    expect(['/(/', '/[/', ' '].map(muteRuleProblem)).toEqual(['invalid', 'invalid', 'invalid']);
    expect(['/第\\d+期/', '抽奖', '(', '/'].map(muteRuleProblem)).toEqual([null, null, null, null]);
    expect(muteRuleProblem('/(a+)+\\1b/')).toBe('slow');
  });
});
