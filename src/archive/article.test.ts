import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../test-processor-time.ts';
import { type ArchivedArticle, readArticle } from './article.ts';

const folder = new URL('fixtures/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.md'));

function read(text: string, name = '7_.md'): ArchivedArticle['item'] {
  const article = readArticle(text, name);
  if ('problem' in article) throw new Error(article.problem);
  return article.item;
}

describe('readArticle', () => {
  test.each(fixtures)('reads %s', (name) => {
    const text = readFileSync(new URL(encodeURIComponent(name), folder), 'utf8');
    const expected = readFileSync(new URL(encodeURIComponent(name.replace(/md$/, 'json')), folder), 'utf8');
    expect(readArticle(text, name)).toEqual(JSON.parse(expected));
    expect(readArticle(`\uFEFF${text.replaceAll('\n', '\r\n')}`, name)).toMatchObject({
      item: { title: JSON.parse(expected).item.title, publishedAt: JSON.parse(expected).item.publishedAt },
    });
  });

  test.each([
    ['its heading', '[Bridge opens](https://a.example/1)\n------\n\n<p>x</p>', '5_Other.md', 'Bridge opens'],
    [
      'a heading on several lines',
      '[Bridge\n opens\n](https://a.example/1)\n------\n<p>x</p>',
      '5_.md',
      'Bridge opens',
    ],
    [
      'a heading without a line of dashes',
      '[Bridge opens](https://a.example/1)\n<p>x</p>',
      '5_.md',
      'Bridge opens',
    ],
    ['the file name', '[](https://a.example/1)\n------\n\n<p>x</p>', '5_Bridge  opens\n.md', 'Bridge opens'],
    [
      'the first words',
      '[](https://a.example/1)\n------\n<p>The bridge opened at six.</p>',
      '5_.md',
      'The bridge opened at six.',
    ],
    ['the link', '[](https://a.example/1)\n------\n<img src="x.jpg">', '5_.md', 'https://a.example/1'],
    ['the number', '<img src="x.jpg">', '5_.md', '5_'],
  ])('takes the title from %s', (_, text, name, title) => {
    expect(read(text, name).title).toBe(title);
  });

  test.each([
    [
      'the comment',
      '<!--1594064024000-->\n[A](https://a.example/)\n------\n<p>x</p>',
      '1_.md',
      '2020-07-06T19:33:44.000Z',
    ],
    [
      'the line below the heading',
      '<!--NaN-->\n[A](https://a.example/)\n------\n日期：Mon, 06 Jul 2020 19:33:44 GMT\n<p>x</p>',
      '1_.md',
      '2020-07-06T19:33:44.000Z',
    ],
    ['the file name', '<p>x</p>', '2020-07-06-A.md', '2020-07-06T00:00:00.000Z'],
    [
      'the top of the text',
      '<!--NaN-->\n[A](https://a.example/)\n------\n<div><i><br>2020-07-06T14:44:07.687Z</i></div><p>x</p>',
      '1_.md',
      '2020-07-06T14:44:07.687Z',
    ],
    [
      'the address',
      '<!--NaN-->\n[A](https://a.example/cn/20200706-news)\n------\n<p>x</p>',
      '1_.md',
      '2020-07-06T00:00:00.000Z',
    ],
    ['nowhere', '<!--NaN-->\n[A](https://a.example/99991350-news)\n------\n<p>x</p>', '1_.md', null],
  ])('takes the date from %s', (_, text, name, instant) => {
    expect(read(text, name).publishedAt).toBe(instant);
  });

  test('rejects front matter in JavaScript without running it', () => {
    const text = '---js\n{ title: process.exit(1) }\n---\n<p>x</p>';
    expect(readArticle(text, '1_.md')).toEqual({ problem: expect.stringContaining('YAML') });
  });

  test.each([
    ['front matter that does not end', '---\ntitle: x\n<p>x</p>'],
    ['no text', '[A](https://a.example/)\n------\n\n<div> </div>'],
    ['an empty file', ''],
    ['a page about the archive', '# Archive\n\nAll that was in the paper.'],
  ])('reports %s', (_, text) => {
    expect(readArticle(text, text.startsWith('#') ? 'README.md' : '1_A.md')).toEqual({
      problem: expect.any(String),
    });
  });

  test('reads front matter with quotes inside quotes line by line', () => {
    const text = '---\ntitle: "A bridge called "Hope""\ndate: 2020-07-06T01:02:03Z\n---\n<p>x</p>';
    expect(read(text)).toMatchObject({
      title: 'A bridge called "Hope"',
      publishedAt: '2020-07-06T01:02:03.000Z',
    });
  });

  test('does not expand aliases in front matter', () => {
    expect(read('---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: Bridge\ntags: *b\n---\n<p>x</p>')).toMatchObject({
      title: 'Bridge',
      categories: ['*b'],
    });
  });

  test('ignores front matter that is a list, and values of other types than text and number', () => {
    expect(read('---\n- a\n---\n<p>x</p>', '1_A.md').title).toBe('A');
    expect(
      read('---\ntitle: {a: 1}\ntags: 7\nauthor: null\n__proto__: 1\n---\n<p>x</p>', '1_A.md'),
    ).toMatchObject({
      title: 'A',
      categories: ['7'],
      author: null,
    });
  });

  test('ignores a link that is not http(s)', () => {
    expect(read('[A](javascript:alert(1))\n------\n<p>x</p>').link).toBeNull();
  });

  test('an article without a link has an id made of its text', () => {
    expect(read('<p>x</p>').id).toBe(read('<p>x</p>').id);
    expect(read('<p>x</p>').id).not.toBe(read('<p>y</p>').id);
  });

  test('reads any text without an exception, hostile ones in under 3 seconds', async () => {
    const parts = fc.constantFrom(
      '---\n',
      '<!--',
      '-->',
      '[',
      '](',
      ')',
      '\n',
      '------\n',
      '日期：',
      '<p>x',
      'a',
      'https://a.example/',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts, { maxLength: 40 }).map((all) => all.join('')),
        ),
        fc.string(),
        (text, name) => {
          const article = readArticle(text, name);
          if ('item' in article) expect(article.item.title).not.toBe('');
        },
      ),
    );
    const time = await processorTime(() => {
      readArticle(`[${'](('.repeat(100_000)}`, '1_.md');
      readArticle(`---\n${'-\n'.repeat(100_000)}`, '1_.md');
      readArticle('[a\n---'.repeat(100_000), '1_.md');
    });
    expect(time).toBeLessThan(3000);
  });
});
