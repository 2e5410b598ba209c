import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatProblem, readConfig } from './read.ts';

const problems = (text: string) => {
  const read = readConfig(text, 'digest.yaml');
  return 'problems' in read ? read.problems.map(formatProblem) : [];
};
const withFeeds = (feeds: string) => `site:\n  title: Paper\nfeeds:\n${feeds}`;
const good = withFeeds('  - id: a\n    url: https://a.example/feed\n');

describe('a configuration', () => {
  it('of a title and one feed is enough', () => {
    const read = readConfig(good, 'digest.yaml');
    expect('config' in read && read.config.feeds[0]).toMatchObject({
      id: 'a',
      enabled: true,
      topics: [],
      maxItems: 200,
    });
    expect('config' in read && read.config.site).toMatchObject({ language: 'zh-Hans', timeZone: 'UTC' });
  });

  it.each(['UTC', 'EST', 'PRC', 'Asia/Shanghai'])('may live in the time zone %s', (zone) => {
    expect(problems(good.replace('Paper', `P\n  timeZone: ${zone}`))).toEqual([]);
  });

  it.each(['digest.yaml', 'sample/digest.yaml'])('that ships as %s is right', (file) => {
    expect(problems(readFileSync(file, 'utf8'))).toEqual([]);
  });
});

describe('a wrong configuration says where, what was found and what to write', () => {
  it.each([
    ['a tab', 'site:\n\ttitle: a\n', 'digest.yaml:2:1  a tab', 'two spaces'],
    ['nothing in it', '', 'site: is missing', 'title: 大报'],
    [
      'no feeds',
      'site:\n  title: a\nfeeds: []\n',
      'digest.yaml:3:1  feeds: should have at least one feed',
      '- id:',
    ],
    [
      'a mute pattern that is none',
      `${good}mute: [抽奖, "/第(\\\\d+期/"]\n`,
      'digest.yaml:6:12  mute[2]: should be a word, or a pattern between slashes',
      '- 抽奖',
    ],
    ['an unclosed quotation mark', 'site:\n  title: "a\nfeeds:\n', 'quotation mark', 'quotation marks'],
    [
      'a field twice',
      'site:\n  title: a\n  title: b\n',
      'digest.yaml:3:3  a field stands here twice',
      'keep one',
    ],
    [
      'a misspelt field',
      good.replace('Paper', 'P\n  taglin: x'),
      'digest.yaml:3:3  site.taglin: there is no field',
      'did you mean tagline?',
    ],
    [
      'an unknown field',
      `${good}    colour: red\n`,
      'digest.yaml:6:5  feeds[1].colour',
      'fields here: id, url',
    ],
    [
      'an unknown time zone',
      good.replace('Paper', 'P\n  timeZone: Asia/Peking'),
      'found "Asia/Peking"',
      'Asia/Shanghai',
    ],
    [
      'an address that is not http(s)',
      good.replace('https:', 'ftp:'),
      'feeds[1].url: should be an address',
      'https://',
    ],
    [
      'an address with a password',
      good.replace('https://', 'https://me:secret@'),
      'feeds[1].url: should be an address that starts with http:// or https:// and has no space, name or password',
      'https://',
    ],
    [
      'an address with a comma behind it',
      good.replace('/feed', '/feed,'),
      'feeds[1].url: ends with a sign that belongs to no address; found "https://a.example/feed,"',
      'https://',
    ],
    [
      'a number for a name',
      good.replace('Paper', '2026'),
      'site.title: should be a text; found 2026',
      'title: "2026"',
    ],
    [
      'a name that is all remark',
      good.replace('Paper', '# Paper'),
      'site.title: should be a text; found nothing',
      'title: 大报',
    ],
    [
      'a topic with a comma in it',
      `${good}    topics: [world，china]\n`,
      'feeds[1].topics[1]: should start with a letter',
      '- world',
    ],
    [
      'topics without their names',
      `${good}topics: [world]\n`,
      'topics: should be a group of fields; found ["world"]',
      'world: 国际',
    ],
    [
      'an abbreviation that stands for several time zones',
      good.replace('Paper', 'P\n  timeZone: CST'),
      'site.timeZone: is no time zone that is known; found "CST"',
      'Asia/Shanghai',
    ],
    ['an id that is no file name', good.replace('id: a', 'id: ../a'), 'found "../a"', 'id: dw-zh'],
    ['a word for a number', `${good}    maxItems: ten\n`, 'should be a number; found "ten"', 'maxItems: 50'],
    [
      'a word that is no way of showing pictures',
      good.replace('Paper', 'P\n  pictures: off'),
      'site.pictures: should be one of direct, proxy, local, none; found "off"',
      'pictures: proxy',
    ],
    [
      'a picture service without a place for the picture',
      `${good}pictures:\n  proxy: https://service.example/?u=\n`,
      'pictures.proxy: should be an address that starts with https:// and has {url} once',
      '{url}',
    ],
    [
      'pictures where a group of fields belongs',
      `${good}pictures: none\n`,
      'pictures: should be a group of fields; found "none"',
      'fallback: none',
    ],
    [
      'a language that has no interface',
      good.replace('Paper', 'P\n  language: fr'),
      'zh-Hans, zh-Hant, en',
      'zh-Hans',
    ],
  ])('when it has %s', (_, text, message, hint) => {
    const [first = ''] = problems(text);
    expect(first).toContain(message);
    expect(first.split('→')[1]).toContain(hint);
  });

  it('when two feeds have one id, even while something else is wrong too', () => {
    const text = withFeeds(
      '  - id: a\n    url: https://a.example/\n  - id: a\n    url: gopher://b.example/\n',
    );
    expect(problems(text).map((problem) => problem.split('  ')[1]?.split('\n')[0])).toEqual([
      'feeds[2].id: two feeds have the id "a"',
      'feeds[2].url: should be an address that starts with http:// or https:// and has no space, name or password in it; found "gopher://b.example/"',
    ]);
  });

  const bad = (from: string, to: string) =>
    withFeeds('  - id: a\n    title: A\n    url: https://a.example/feed\n    topics: [world]\n').replace(
      from,
      to,
    );

  it.each([
    ['a tab', bad('    url', '\turl'), 6, 'a tab stands where the line is indented', 'two spaces'],
    ['a full-width colon', bad('title: A', 'title：A'), 5, 'a full-width colon', 'write title: with'],
    ['no space after a colon', bad('title: A', 'title:A'), 5, 'no space after the colon', 'write title: and'],
    ['full-width spaces', bad('    url', '　　url'), 6, 'only looks like spaces', 'type spaces'],
    ['a dash for a hyphen', bad('  - id', '  — id'), 4, 'a sign that is no hyphen', 'starts with - (hyphen)'],
    ['an @', bad('title: A', 'title: @A'), 5, 'a sign in this text', 'title: "@A"'],
    ['a colon in a text', bad('title: A', 'title: A: B'), 5, 'a sign in this text', 'title: "A: B"'],
    ['an open bracket', `${bad('[world]', '[world')}  - id: b\n`, 8, 'a bracket', 'write ]'],
    ['an open quotation mark', bad('title: A', 'title: "A'), 5, 'never closed', 'take it out'],
    ['too few spaces', bad('    url', '   url'), 6, 'the indentation', 'the same column'],
    ['a remark without a space', bad('[world]', '[world]# W'), 7, 'a remark', 'a space before the #'],
    ['more after a bracket', bad('title: A', 'title: [A] B'), 5, 'more follows', 'quotation marks'],
    ['a second document', `${good}---\n${good}`, 6, 'a second list', 'three hyphens'],
  ])(
    'and says no more than that one thing of a text that is no YAML for %s',
    (_, text, line, message, hint) => {
      const all = problems(text);
      expect(all).toHaveLength(1);
      expect(all[0]).toContain(`digest.yaml:${line}:`);
      expect(all[0]).toContain(message);
      expect(all[0]?.split('→')[1]).toContain(hint);
    },
  );

  it('and tells of the hyphen that was forgotten where a feed seems to have each field twice', () => {
    const [first] = problems(`${good}    id: b\n    url: https://b.example/feed\n`);
    expect(first).toContain('digest.yaml:6:5  a field stands here twice');
    expect(first).toContain('it starts with - (hyphen) and a space');
  });

  it('and names all that is wrong at once, in the order of the lines', () => {
    const lines = problems('site:\n  titel: a\nfeeds:\n  - url: 3\n    enabled: maybe\n').map((text) =>
      Number(text.split(':')[1]),
    );
    expect(lines.length).toBe(5);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('but not by falling over a file of nothing but references', () => {
    const nines = (name: string) => Array(9).fill(`*${name}`).join(',');
    const bomb = `a: &a [x]\nb: &b [${nines('a')}]\nc: &c [${nines('b')}]\nd: [${nines('c')}]\n`;
    expect(problems(bomb)[0]).toContain('a reference');
    expect(problems('site: *nobody\n')[0]).toContain('a reference');
    expect(problems(good.replace('Paper', '*Paper*'))[0]).toContain('digest.yaml:2:10  a reference');
  });
});
