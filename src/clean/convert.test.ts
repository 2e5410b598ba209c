import { expect, test } from 'vitest';
import { convertText } from './convert.ts';

test.each([
  ['头发发展得很快，皇后在后面干杯。', 'hant', '頭髮發展得很快，皇后在後面乾杯。'],
  ['臺灣的麪包、裏面的乾隆', 'hans', '台湾的面包、里面的乾隆'],
  ['已经是简体', 'hans', '已经是简体'],
  ['The ferry 12:30', 'hant', 'The ferry 12:30'],
  ['', 'hans', ''],
] as const)('converts %s to %s: %s', (text, script, expected) => {
  expect(convertText(text, script)).toBe(expected);
});

test('keeps the words of the keep list, the longest first', () => {
  expect(convertText('范后先生在范后里后面', 'hant', ['范后', '范后里', ''])).toBe('范后先生在范后里後面');
  expect(convertText('a+b 发', 'hant', ['a+b'])).toBe('a+b 發');
});

test('changes nothing when it converts again', () => {
  const once = convertText('头发发展，皇后后面，干杯干净，里面', 'hant');
  expect(convertText(once, 'hant')).toBe(once);
});
