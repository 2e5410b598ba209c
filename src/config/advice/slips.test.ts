import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem, readConfig } from '../read.ts';

/** The first problem of a list of feeds: place and what is wrong, then what to write. */
function firstProblem(text: string): string[] {
  const read = readConfig(text, '');
  const [first] = 'problems' in read ? read.problems : [];
  return first === undefined ? [] : formatProblem(first).split('\n    → ');
}

const colon = 'the colon here is a full-width one (：)';
const paper = (inside: string) => `site:\n${inside}\nfeeds:\n  - id: a\n    url: https://a.example/feed\n`;
const feed = (inside: string) => `site:\n  title: P\nfeeds:\n${inside}\n`;
const address =
  'should be an address that starts with http:// or https:// and has no space, user name or password in it';
const id = 'feeds[1].id: should have at most 40 characters: small letters, digits and single hyphens';
const topics = 'feeds[1].topics: should be a list (lines that start with -)';
const withTopics = (value: string) =>
  feed(`  - id: a\n    url: https://a.example/feed\n    topics: ${value}`);

describe('a slip in digest.yaml gives its line, and the line to write', () => {
  test.each([
    [paper('  title：大报'), `:1:1  site: ${colon}`, 'write title: with a plain colon and a space'],
    [
      paper('  title: 大报\n  language：zh-Hans'),
      `:3:3  ${colon}`,
      'write language: with a plain colon and a space',
    ],
    ['site：\n  title: 大报\n', `:1:1  ${colon}`, 'write site: with a plain colon and a space'],
    [
      feed('  - id：a\n    url: https://a.example/'),
      `:4:5  ${colon}`,
      'write id: with a plain colon and a space',
    ],
    [
      feed('  - id: a\n    url：https://a.example/'),
      `:5:5  ${colon}`,
      'write url: with a plain colon and a space',
    ],
    [paper('  title 大报'), ':1:1  site: the colon after title is missing', 'write title: 大报'],
    [
      paper('  title 大报\n  language: zh-Hans'),
      ':2:3  the colon after title is missing',
      'write title: 大报',
    ],
    [
      paper('  title: 大报\n  language zh-Hans'),
      ':3:3  the colon after language is missing',
      'write language: zh-Hans',
    ],
    ['site\n  title: 大报\n', ':1:1  the colon after site is missing', 'write site:'],
    [
      feed('  - id: a\n    url = https://a.example/feed'),
      ':5:5  the colon after url is missing',
      'write url: https://a.example/feed',
    ],
    [
      feed('  - id: a\n    url: “https://a.example/feed”'),
      `:5:5  feeds[1].url: ${address}; found "“https://a.example/feed”"`,
      'write url: https://a.example/feed',
    ],
    [feed('  - id: ‘a’\n    url: https://a.example/'), `:4:5  ${id}; found "‘a’"`, 'write id: a'],
    [
      paper('  title: P\n  language: 「zh-Hant」'),
      ':3:3  site.language: should be one of zh-Hans, zh-Hant, en; found "「zh-Hant」"',
      'write language: zh-Hant',
    ],
    [
      paper('  title: “大报: 每日”'),
      ':2:10  a character in this text has a special meaning in YAML',
      'put the text in quotation marks: title: "大报: 每日"',
    ],
    [
      feed('  -\tid: a\n    url: https://a.example/'),
      ':4:4  a tab stands after the hyphen',
      'write a space there: - id: a',
    ],
    [
      feed('  -id: a\n    url: https://a.example/'),
      ':4:8  there is no space after the hyphen',
      'write a space there: - id: a',
    ],
    [
      feed('  - id: a\n\turl: https://a.example/'),
      ':5:1  a tab indents this line',
      'indent with spaces only: replace the tab with two spaces',
    ],
    [paper('  title: a\n  title: b'), ':3:3  title is given twice', 'keep one of the two'],
    [
      feed('  - id: a\n    url: https://a.example/\n    id: b'),
      ':6:5  id is given twice',
      'keep one of the two; if a new feed begins here, start its first line with - (hyphen) and a space: - id: b',
    ],
    [
      `${paper('  title: a')}feeds:\n  - id: b\n    url: https://b.example/\n`,
      ':6:1  feeds is given twice',
      'put what stands below it here under the first feeds:, and delete this line',
    ],
    [
      feed('  - id: 海港日报\n    url: https://a.example/'),
      `:4:5  ${id}; found "海港日报"`,
      'write id: hai-gang-ri-bao',
    ],
    [
      feed('  - id: Harbour News\n    url: https://a.example/'),
      `:4:5  ${id}; found "Harbour News"`,
      'write id: harbour-news',
    ],
    [
      feed('  - id: quay_zh\n    url: https://a.example/'),
      `:4:5  ${id}; found "quay_zh"`,
      'write id: quay-zh',
    ],
    [
      feed('  - {id: quay-zh, url: "https://a.example/"}\n  - {id: quay_zh, url: "https://b.example/"}'),
      ':5:6  feeds[2].id: should have at most 40 characters: small letters, digits and single hyphens; found "quay_zh"',
      'write id: quay-zh-2',
    ],
    [
      feed('  - {id: a, url: "https://a.example/"}\n  - {id: a, url: "https://b.example/"}'),
      ':5:6  feeds[2].id: two feeds have the id "a"',
      'give one of them another id: id: a-2',
    ],
    [
      withTopics('[world，china]'),
      ':6:14  feeds[1].topics[1]: should start with a letter or digit and have no punctuation except hyphens; found "world，china"',
      'write topics: [world, china]',
    ],
    [
      withTopics('【world、china】'),
      `:6:5  ${topics}; found "【world、china】"`,
      'write topics: [world, china]',
    ],
    [withTopics('world'), `:6:5  ${topics}; found "world"`, 'write topics: [world]'],
    [withTopics('world, china'), `:6:5  ${topics}; found "world, china"`, 'write topics: [world, china]'],
    [
      feed('  - https://www.wire.example/feed'),
      ':4:5  feeds[1]: should be a group of fields; found "https://www.wire.example/feed"',
      'write - id: wire-example\n        url: https://www.wire.example/feed',
    ],
    [
      feed('  - id: a\n    url: a.example/feed'),
      `:5:5  feeds[1].url: ${address}; found "a.example/feed"`,
      'write url: https://a.example/feed',
    ],
    [
      feed('  - id: a\n    url: https://a.example/\n    enabled: 否'),
      ':6:5  feeds[1].enabled: should be true or false; found "否"',
      'write enabled: false',
    ],
    [
      feed('  - id: a\n    url: https://a.example/\n    fullText: yes'),
      ':6:5  feeds[1].fullText: should be true or false; found "yes"',
      'write fullText: true',
    ],
    [
      feed('  - id: a\n    url: https://a.example/\n    maxItems: "５０"'),
      ':6:5  feeds[1].maxItems: should be a number; found "５０"',
      'write maxItems: 50',
    ],
    [
      paper('  title: P\n  language: 简体中文'),
      ':3:3  site.language: should be one of zh-Hans, zh-Hant, en; found "简体中文"',
      'write language: zh-Hans',
    ],
    [
      paper('  title: P\n  language: zh-TW'),
      ':3:3  site.language: should be one of zh-Hans, zh-Hant, en; found "zh-TW"',
      'write language: zh-Hant',
    ],
    [
      paper('  title: P\n  timeZone: 北京'),
      ':3:3  site.timeZone: is not a known time zone; found "北京"',
      'write timeZone: Asia/Shanghai',
    ],
    [
      paper('  title: P\n  timeZone: GMT+8'),
      ':3:3  site.timeZone: is not a known time zone; found "GMT+8"',
      'write timeZone: Asia/Shanghai',
    ],
    [
      paper('  title: P\n  pressTime: 05：30'),
      ':3:3  site.pressTime: should be hours and minutes of a 24-hour clock; found "05：30"',
      'write pressTime: 05:30',
    ],
    [
      paper('  title: P\n  pressTime: 6点30分'),
      ':3:3  site.pressTime: should be hours and minutes of a 24-hour clock; found "6点30分"',
      'write pressTime: 06:30',
    ],
    [
      paper('  title: P\n  Tagline: x'),
      ':3:3  site.Tagline: there is no field with this name',
      'did you mean tagline?',
    ],
    [
      paper('  title: P\n  时区: UTC'),
      ':3:3  site.时区: there is no field with this name',
      'did you mean timeZone?',
    ],
    [
      feed('  － id: a\n    url: https://a.example/'),
      ':4:9  the line starts with a dash or dot where a hyphen belongs',
      'start an entry of a list with - (hyphen) and a space',
    ],
    [
      paper('  title: P\n＃ mine'),
      ':3:1  the # that begins this comment is a full-width one (＃)',
      'write a plain # and a space',
    ],
    [
      '<!doctype html><html><body>digest.yaml</body></html>',
      ':1:1  this is a web page, not a list of feeds',
      'on GitHub, open the file, press Raw, and copy what is shown then',
    ],
  ])('%j', (text, message, hint) => {
    expect(firstProblem(text)).toEqual([message, hint]);
  });
});

describe('a form that YAML allows is no slip', () => {
  test.each([
    [
      'four spaces',
      feed('    -   id: a\n        url: https://a.example/feed\n        topics: [ world,china ]'),
    ],
    ['a list that is not indented', feed('- id: a\n  url: https://a.example/feed')],
    ['a tab after a colon', feed('  - id:\ta\n    url: https://a.example/feed')],
    ['a title in typographic quotation marks', paper('  title: “大报”')],
    [
      'braces and double quotation marks',
      'site: { "title": "P" }\nfeeds: [{ id: a, url: "https://a.example/" }]\n',
    ],
  ])('%s', (_, text) => {
    expect(firstProblem(text)).toEqual([]);
  });
});

describe('advice', () => {
  test('guesses nothing of a value with a password', () => {
    const [, hint] = firstProblem(feed('  - id: a\n    url: me:pass-4711@a.example/feed'));
    expect(hint).toBe('write for example url: https://example.org/feed.xml');
  });

  test('is given for any value, without an exception', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.jsonValue());
    const where = fc.constantFrom('id', 'url', 'topics', 'enabled', 'headers', 'mute');
    fc.assert(
      fc.property(where, value, (field, given) => {
        const one = { id: 'a', url: 'https://a.example/', [field]: given };
        const text = JSON.stringify({ site: { title: 'P' }, feeds: [one] });
        for (const part of firstProblem(text)) expect(part).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
