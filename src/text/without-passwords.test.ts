import { describe, expect, test } from 'vitest';
import { withoutPasswords } from './without-passwords.ts';

describe('withoutPasswords', () => {
  test.each([
    ['found "https://me:s3cret@a.example/feed"', 'found "https://…@a.example/feed"'],
    ['HTTP://token@a.example and ftp://u:p@b.example:21/', 'HTTP://…@a.example and ftp://…@b.example:21/'],
    ['https://u:p@ss@a.example/', 'https://…@a.example/'],
    ["unable to access 'https://x:gh_1@git.example/p.git'", "unable to access 'https://…@git.example/p.git'"],
    ['https://a.example/@name and me@b.example', 'https://a.example/@name and me@b.example'],
    ['https://a.example/?q=x@y', 'https://a.example/?q=x@y'],
  ])('makes of %s: %s', (text, made) => {
    expect(withoutPasswords(text)).toBe(made);
  });
});
