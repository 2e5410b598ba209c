import { describe, expect, test } from 'vitest';
import { plain, plainJson } from './plain.ts';

describe('plain text', () => {
  test('is one line without invisible characters', () => {
    expect(plain('a\r\nb\u2028c\u0000\u200bd\ud800')).toBe('a b c d\ufffd');
  });

  test('holds no runner command, wherever it stands', () => {
    const address = 'https://wire.example/rss#\u200b##[add-path]x';
    expect(plain(`it moved to ${address}`)).not.toContain('##[');
  });

  test('begins with no runner command, and carries no password', () => {
    expect(plain('\u200b ::error::x')).toBe(': :error::x');
    expect(plain('moved to https://me:secret@a.example/')).toBe('moved to https://…@a.example/');
  });

  test('is escaped in JSON, and parses to the same value', () => {
    const value = { message: `a\n\u001b[31m\u202e\u0085 ##[add-path]x \u{e0041}` };
    const json = plainJson(value);
    expect(JSON.parse(json)).toEqual(value);
    expect(json).toMatch(/^\{\n {2}"message": "[ -~]+"\n\}$/);
    expect(json).not.toContain('##[');
  });
});
