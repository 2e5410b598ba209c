import { expect, test } from 'vitest';
import { withWindowsCharacters } from './windows-characters.ts';

test('replaces control characters by the quotes of Windows-1252', () => {
  expect(withWindowsCharacters('\u0091a\u0092\u0085')).toBe('‘a’…');
});
