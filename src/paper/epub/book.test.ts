import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makePaper } from '../make-paper.ts';
import { testConfig, testItem } from '../test-paper.ts';
import { makeEpub } from './book.ts';
import { editionBook, editionsWithBooks } from './edition-book.ts';

const days = Array.from({ length: 9 }, (_, index) => `2026-11-${String(index + 10)}`);
const items = days.map((day) => testItem({ day, name: `coast-${day}`, title: `渡轮 & <${day}>` }));
const paper = makePaper(items, [], testConfig(), 'https://reader.example/paper/');
const book = async () => {
  const [edition] = editionsWithBooks(paper);
  if (edition === undefined) throw new Error('no edition');
  return editionBook(paper, edition, async () => '<p>头班<br>五点</p>');
};

test('the last seven editions are books, the latest first', () => {
  expect(editionsWithBooks(paper).map(({ day }) => day)).toEqual(days.slice(2).reverse());
});

test('a book begins with its type, uncompressed, and names every chapter', async () => {
  const epub = makeEpub(await book());
  expect(strFromU8(epub.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
  const files = unzipSync(epub);
  expect(Object.keys(files).sort()).toEqual([
    'META-INF/container.xml',
    'book/coast-2026-11-18.xhtml',
    'book/contents.xhtml',
    'book/package.opf',
    'book/style.css',
    'mimetype',
  ]);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(text('book/coast-2026-11-18.xhtml')).toContain('<h1>渡轮 &amp; &lt;2026-11-18&gt;</h1>');
  expect(text('book/coast-2026-11-18.xhtml')).toContain('<p>头班<br/>五点</p>');
  expect(text('book/package.opf')).toContain('<itemref idref="coast-2026-11-18"/>');
  expect(text('book/package.opf')).toContain('https://reader.example/paper/2026/11/18/');
});

test('the same edition is the same book to the byte', async () => {
  expect(makeEpub(await book())).toEqual(makeEpub(await book()));
});
