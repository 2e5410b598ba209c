import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatProblem, readConfig } from './read.ts';

const problems = (text: string) => {
  const read = readConfig(text, 'digest.yaml');
  return 'problems' in read ? read.problems.map(formatProblem) : [];
};
const withFeeds = (feeds: string) => `site:\n  title: Paper\nfeeds:\n${feeds}`;
const good = withFeeds('  - id: a\n    url: https://a.example/feed\n');

describe('a valid configuration', () => {
  test('needs only a title and one feed', () => {
    const read = readConfig(good, 'digest.yaml');
    expect('config' in read && read.config.feeds[0]).toMatchObject({
      id: 'a',
      enabled: true,
      topics: [],
      maxItems: 200,
    });
    expect('config' in read && read.config.site).toMatchObject({ language: 'zh-Hans', timeZone: 'UTC' });
  });

  test.each(['UTC', 'EST', 'PRC', 'Asia/Shanghai'])('accepts the time zone %s', (zone) => {
    expect(problems(good.replace('Paper', `P\n  timeZone: ${zone}`))).toEqual([]);
  });

  test.each(['digest.yaml', 'sample/digest.yaml'])('is what %s of this repository holds', (file) => {
    expect(problems(readFileSync(file, 'utf8'))).toEqual([]);
  });
});

describe('an invalid configuration: the message gives the place and the value, the hint what to write', () => {
  test.each([
    ['a tab', 'site:\n\ttitle: a\n', 'digest.yaml:2:1  a tab', 'two spaces'],
    ['an empty file', '', 'site: is missing', 'title: 大报'],
    [
      'no feeds',
      'site:\n  title: a\nfeeds: []\n',
      'digest.yaml:3:1  feeds: should have at least one feed',
      '- id:',
    ],
    [
      'an invalid mute pattern',
      `${good}mute: [抽奖, "/第(\\\\d+期/"]\n`,
      'digest.yaml:6:12  mute[2]: should be a word, or a pattern between slashes',
      '- 抽奖',
    ],
    ['an unclosed quotation mark', 'site:\n  title: "a\nfeeds:\n', 'quotation mark', 'quotation marks'],
    [
      'a field given twice',
      'site:\n  title: a\n  title: b\n',
      'digest.yaml:3:3  title is given twice',
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
      'user name or password in it; found "https://…@a.example',
      'https://',
    ],
    [
      'an address with a long password and no scheme',
      good.replace('https://', `me:${'secret'.repeat(20)}@`),
      'found "…@a.example',
      'https://',
    ],
    [
      'a secret as the host of a feed',
      good.replace('a.example', '${HOST}'),
      'feeds[1].url: should name its host in full',
      'https://',
    ],
    [
      'a secret with a name that GitHub does not take',
      good.replace('/feed', '/feed?key=${my-key}'),
      'feeds[1].url: should name each secret as ${NAME}',
      'https://',
    ],
    [
      'a login that everybody can read',
      `${good}    headers:\n      Authorization: Bearer 4711\n`,
      'feeds[1].headers.Authorization: would be read by everybody who sees this file: put the secret part into a secret, and write its name as ${NAME}\n',
      'Authorization: Bearer ${MY_FEED_TOKEN}',
    ],
    [
      'a header in small letters',
      `${good}    headers: { cookie: a }\n`,
      'feeds[1].headers.cookie: there is no field',
      'did you mean Cookie?',
    ],
    [
      'a proxy with a login',
      `${good}    proxy: http://me:4711@proxy.example:3128\n`,
      'feeds[1].proxy: should be an address that starts with http:// or https:// without a login, or one secret that holds the whole address, such as ${MY_PROXY}\n',
      'proxy: http://proxy.example.org:3128',
    ],
    [
      'an address followed by a comma',
      good.replace('/feed', '/feed,'),
      'feeds[1].url: ends with a punctuation mark that is not part of the address; found "https://a.example/feed,"',
      'https://',
    ],
    [
      'a selector with an open bracket',
      `${good}    selector: "(((("\n`,
      'feeds[1].selector: should be a CSS selector',
      'main .story',
    ],
    [
      'a part to remove that is no selector although it looks like one',
      `${good}    remove: [".note["]\n`,
      'feeds[1].remove[1]: looks like a CSS selector and is none',
      '',
    ],
    [
      'a mute rule that could take very long',
      `${good}    mute: ['/(a+)+\\1b/']\n`,
      'feeds[1].mute[1]: is a pattern that could take very long',
      '',
    ],
    [
      'a number as a title',
      good.replace('Paper', '2026'),
      'site.title: should be a text; found 2026',
      'title: "2026"',
    ],
    [
      'a title that is only a comment',
      good.replace('Paper', '# Paper'),
      'site.title: should be a text; found nothing',
      'title: 大报',
    ],
    [
      'a topic with a comma in it',
      `${good}    topics: [world，china]\n`,
      'feeds[1].topics[1]: should start with a letter',
      'topics: [world, china]',
    ],
    [
      'topics as a list',
      `${good}topics: [world]\n`,
      'topics: should be a group of fields; found ["world"]',
      'world: 国际',
    ],
    [
      'an abbreviation that stands for several time zones',
      good.replace('Paper', 'P\n  timeZone: CST'),
      'site.timeZone: is not a known time zone; found "CST"',
      'Asia/Shanghai',
    ],
    [
      'an id with characters that are not allowed',
      good.replace('id: a', 'id: ../a'),
      'found "../a"',
      'id: a',
    ],
    [
      'a word instead of a number',
      `${good}    maxItems: ten\n`,
      'should be a number; found "ten"',
      'maxItems: 50',
    ],
    [
      'an unknown value for pictures',
      good.replace('Paper', 'P\n  pictures: off'),
      'site.pictures: should be one of direct, proxy, local, none; found "off"',
      'pictures: proxy',
    ],
    [
      'a picture service without {url}',
      `${good}pictures:\n  proxy: https://service.example/?u=\n`,
      'pictures.proxy: should be an address that starts with https:// and has {url} once',
      '{url}',
    ],
    [
      'a word instead of a group of fields',
      `${good}pictures: none\n`,
      'pictures: should be a group of fields; found "none"',
      'fallback: none',
    ],
    [
      'a language that the pages are not available in',
      good.replace('Paper', 'P\n  language: fr'),
      'zh-Hans, zh-Hant, en',
      'zh-Hans',
    ],
  ])('reports %s', (_, text, message, hint) => {
    const [first = ''] = problems(text);
    expect(first).toContain(message);
    expect(first.split('→')[1]).toContain(hint);
  });

  test('reports an id used by two feeds together with other problems', () => {
    const text = withFeeds(
      '  - id: a\n    url: https://a.example/\n  - id: a\n    url: gopher://b.example/\n',
    );
    expect(problems(text).map((problem) => problem.split('  ')[1]?.split('\n')[0])).toEqual([
      'feeds[2].id: two feeds have the id "a"',
      'feeds[2].url: should be an address that starts with http:// or https:// and has no space, user name or password in it; found "gopher://b.example/"',
    ]);
  });

  const bad = (from: string, to: string) =>
    withFeeds('  - id: a\n    title: A\n    url: https://a.example/feed\n    topics: [world]\n').replace(
      from,
      to,
    );

  test.each([
    ['a tab', bad('    url', '\turl'), 6, 'a tab indents this line', 'two spaces'],
    ['a full-width colon', bad('title: A', 'title：A'), 5, 'a full-width one', 'write title: with'],
    ['no space after a colon', bad('title: A', 'title:A'), 5, 'no space after the colon', 'write title: and'],
    ['full-width spaces', bad('    url', '　　url'), 6, 'only look like spaces', 'type spaces'],
    ['a dash instead of a hyphen', bad('  - id', '  — id'), 4, 'a dash or dot', 'with - (hyphen)'],
    ['an @', bad('title: A', 'title: @A'), 5, 'a special meaning', 'title: "@A"'],
    ['a colon in a text', bad('title: A', 'title: A: B'), 5, 'a special meaning', 'title: "A: B"'],
    ['an open bracket', `${bad('[world]', '[world')}  - id: b\n`, 8, 'a bracket', 'write ]'],
    ['an open quotation mark', bad('title: A', 'title: "A'), 5, 'never closed', 'take the first one out'],
    ['too few spaces', bad('    url', '   url'), 6, 'the indentation', 'the same column'],
    [
      'a comment without a space',
      bad('[world]', '[world]# W'),
      7,
      'no space before this comment',
      'a space before the #',
    ],
    ['more after a bracket', bad('title: A', 'title: [A] B'), 5, 'more text after', 'quotation marks'],
    ['a second document', `${good}---\n${good}`, 6, 'a second document', 'three hyphens'],
  ])('reports %s, and nothing that follows from it', (_, text, line, message, hint) => {
    const all = problems(text);
    expect(all).toHaveLength(1);
    expect(all[0]).toContain(`digest.yaml:${line}:`);
    expect(all[0]).toContain(message);
    expect(all[0]?.split('→')[1]).toContain(hint);
  });

  test('a feed without its hyphen: the message is about a field given twice, the hint about the hyphen', () => {
    const [first] = problems(`${good}    id: b\n    url: https://b.example/feed\n`);
    expect(first).toContain('digest.yaml:6:5  id is given twice');
    expect(first).toContain('start its first line with - (hyphen) and a space: - id: b');
  });

  test('reports all problems at once, in the order of the lines', () => {
    const lines = problems('site:\n  titel: a\nfeeds:\n  - url: 3\n    enabled: maybe\n').map((text) =>
      Number(text.split(':')[1]),
    );
    expect(lines.length).toBe(5);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  test('reports references that expand without end or lead nowhere', () => {
    const nines = (name: string) => Array(9).fill(`*${name}`).join(',');
    const bomb = `a: &a [x]\nb: &b [${nines('a')}]\nc: &c [${nines('b')}]\nd: [${nines('c')}]\n`;
    expect(problems(bomb)[0]).toContain('a reference');
    expect(problems('site: *nobody\n')[0]).toContain('a reference');
    expect(problems(good.replace('Paper', '*Paper*'))[0]).toContain('digest.yaml:2:10  a reference');
  });
});
