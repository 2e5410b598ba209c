import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedAddress, inertText, xmlAttribute, xmlText } from './xml-text.ts';

describe('text for XML', () => {
  test('has no control characters, lone surrogates, noncharacters or replacement characters', () => {
    expect(
      xmlText('a\u0000\u0008\u000b\u001f\u007f\u0085\u009f\udfff\ud800\ufffd\ufffe\u{1ffff}\ufdd0b'),
    ).toBe('ab');
    expect(xmlText('渡轮\t🚢\r\nا\rb')).toBe('渡轮\t🚢\nا\nb');
  });

  test('is not changed by a second pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(xmlText(xmlText(text))).toBe(xmlText(text));
        expect(inertText(inertText(text))).toBe(inertText(text));
      }),
    );
  });

  test('is on one line in an attribute', () => {
    expect(xmlAttribute('a "b"\n<c> & \td')).toBe('a &quot;b&quot; &lt;c&gt; &amp;  d');
  });
});

describe('text that some readers take for HTML', () => {
  test('looks the same and is neither a tag nor an entity', () => {
    expect(inertText(' a \n b ')).toBe('a b');
    expect(inertText('1 < 2 && AT&T, R&D')).toBe('1 < 2 && AT&T, R&D');
    expect(inertText('<b> </b> <!-- &lt; &#60;')).toBe(
      '<\u2060b> <\u2060/b> <\u2060!-- &\u2060lt; &\u2060#60;',
    );
    expect(inertText('a&copy b&ampx R&D2 A&中2 M&S;')).toBe(
      'a&\u2060copy b&\u2060ampx R&\u2060D2 A&\u2060中2 M&S;',
    );
  });
});

describe('an address in a feed', () => {
  test('is absolute, http or https, and in the characters of RFC 3986', () => {
    expect(feedAddress('https://wire.example/a b|c[1]{2}?q=^`"<>\\é#ü')).toBe(
      'https://wire.example/a%20b%7Cc%5B1%5D%7B2%7D?q=%5E%60%22%3C%3E%5C%C3%A9#%C3%BC',
    );
    expect(feedAddress('http://[::1]/a')).toBe('http://[::1]/a');
    for (const address of ['javascript:alert(1)', '//wire.example/', 'a/b', 'mailto:a@b.example', '', null])
      expect(feedAddress(address)).toBeNull();
  });
});
