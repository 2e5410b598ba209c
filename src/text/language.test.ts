import { describe, expect, test } from 'vitest';
import { detectLanguage, direction, languageOf, languageTag } from './language.ts';

test.each([
  ['渡轮恢复运行，居民们排队等候', 'zh-Hans'],
  ['渡輪恢復運行，居民們排隊等候', 'zh-Hant'],
  ['天下', 'zh'],
  ['Windows 11 更新带来了什么问题', 'zh-Hans'],
  ['渡船が今朝運航を再開', 'ja'],
  ['여객선 운항 재개', 'ko'],
  ['عادت العبارة إلى الميناء', 'ar'],
  ['המעבורת חזרה לנמל', 'he'],
  ['Паром вернулся в гавань', 'ru'],
  ['Το πλοίο επέστρεψε', 'el'],
  ['เรือข้ามฟากกลับมา', 'th'],
  ['नौका बंदरगाह लौटी', 'hi'],
  ['The ferry returns', null],
  ['The ferry 渡 returns to the harbour', null],
  ['1234 … !', null],
  ['', null],
])('detectLanguage finds in %j the language %s', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each([
  ['渡轮恢复运行们', 'en-US', 'zh-Hans'],
  ['渡轮恢复运行们', 'zh-CN', 'zh-CN'],
  ['渡輪恢復運行', 'ja', 'ja'],
  ['Ferry returns', 'zh-CN', 'zh-CN'],
  ['Пором повернувся до гавані', 'uk', 'uk'],
  ['بندر', 'fa', 'fa'],
  ['Ferry returns', null, null],
])('languageOf takes %j, declared as %s, for %s', (text, declared, language) => {
  expect(languageOf(text, declared)).toBe(language);
});

test.each([
  ['en_us', 'en-US'],
  ['ZH-cn', 'zh-CN'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['de_DE.UTF-8', 'de-DE'],
  [' fr ', 'fr'],
  ['english', null],
  ['cn', null],
  ['jp-JP', null],
  ['cmn', 'zh'],
  ['xyz', 'xyz'],
  ['', null],
  ['x', null],
  [null, null],
])('languageTag normalises %j to %j', (tag, expected) => {
  expect(languageTag(tag)).toBe(expected);
});

describe('direction', () => {
  test.each(['ar', 'he-IL', 'fa', 'ur-PK', 'ckb', 'az-Arab', 'yi'])('writes %s from the right', (tag) => {
    expect(direction(tag)).toBe('rtl');
  });
  test.each(['en', 'zh-Hans', 'ar-Latn', 'az', 'nonsense tag', null])('writes %s from the left', (tag) => {
    expect(direction(tag)).toBe('ltr');
  });
});
