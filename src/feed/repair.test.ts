import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../test-processor-time.ts';
import { repair } from './repair.ts';

/** Throws unless a strict parser accepts the text. */
function assertWellFormed(xml: string): void {
  const parser = new SaxesParser({ fragment: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

function checkOutput(text: string): void {
  const { feed, entries } = repair(text, 'https://host.example/feed');
  assertWellFormed(`<rss>${feed}</rss>`);
  for (const entry of entries) assertWellFormed(entry);
}

const folder = join(import.meta.dirname, 'fixtures/documents');
const documents = readdirSync(folder)
  .filter((name) => /\.(?:xml|rdf)$/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Random sequences of pieces of markup that occur in broken feeds. */
const pieces = fc.array(
  fc.constantFrom(
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<entry xml:base="x">',
    '<title>',
    '</title>',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">',
    '<description><![CDATA[',
    ']]>',
    '</description>',
    '<!--',
    '-->',
    '<?xml version="1.0">',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '<a href="x',
    '<b a=\'>" c="<">',
    '&b;&nbsp;&#0;&#x110000;&#55296;&lt;&',
    'xmlns:xml="y"',
    '<x:y xmlns:x="http://purl.org/dc/elements/1.1/">',
    '<media:group>',
    '<author><name>',
    '\ufffe\u0000\ud800\u0085',
    '<__proto__>',
    '<constructor xmlns:constructor="a"/>',
    'text',
  ),
  { maxLength: 40 },
);

test('writes well-formed XML for any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), checkOutput), { numRuns: 100 });
  fc.assert(
    fc.property(pieces, (list) => checkOutput(list.join(''))),
    { numRuns: 250 },
  );
});

test('writes well-formed XML for a damaged document', () => {
  const damaged = fc
    .tuple(fc.constantFrom(...documents), fc.nat(), fc.nat({ max: 30 }), fc.string({ maxLength: 4 }))
    .map(
      ([text, at, length, by]) =>
        text.slice(0, at % text.length) + by + text.slice((at % text.length) + length),
    );
  fc.assert(fc.property(damaged, checkOutput), { numRuns: 150 });
});

test('changes nothing when it repairs its own output', () => {
  for (const text of documents) {
    const once = repair(text, null);
    const again = repair(`<rss><channel>${once.entries.join('')}</channel></rss>`, null);
    const thrice = repair(`<rss><channel>${again.entries.join('')}</channel></rss>`, null);
    expect(thrice.entries).toEqual(again.entries);
    expect(again.entries).toHaveLength(once.entries.length);
  }
});

describe('reads the entry of a document', () => {
  const entryOf = (text: string) => repair(text, null).entries[0];

  test.each([
    ['a prefix of its own', '<r:rss xmlns:r="urn:mine"><r:item><r:title>T</r:title></r:item></r:rss>'],
    ['an unknown namespace', '<feed xmlns="urn:unknown"><entry><title>T</title></entry></feed>'],
    ['upper-case names', '<RSS><ITEM><TITLE>T</TITLE></ITEM></RSS>'],
    ['no root', '<item><title>T</title></item>'],
    ['words before the document', 'Notice: x in <b>y</b> <rss><item><title>T</title></item></rss>'],
    ['no end tags', '<rss><channel><item><title>T'],
    ['an undeclared prefix', '<rss><item><atom:title>T</atom:title></item></rss>'],
    ['a doctype with entities', '<!DOCTYPE rss [<!ENTITY a "b">]><rss><item><title>T</title></item></rss>'],
    ['a declaration without its end', '<?xml version="1.0"><rss><item><title>T</title></item></rss>'],
    [
      'a prefix whose namespace is misspelt',
      '<rss xmlns:dc="http://purl.org/dc/1.1"><item><dc:title>T</dc:title></item></rss>',
    ],
    [
      'an empty namespace prefix',
      '<rss xmlns:="http://purl.org/dc/elements/1.1/"><item><title>T</title></item></rss>',
    ],
  ])('with %s', (_, text) => {
    expect(entryOf(text)).toMatch(
      /^<item><(?:core|dc):title>T<\/(?:core|dc):title><\/item>$|^<item><\/item>$/,
    );
  });

  test.each([
    ['a & b', 'a &amp; b'],
    ['a &amp; b', 'a &amp; b'],
    ['&eacute;&nbsp;&hellip;', 'é\u00a0…'],
    ['&#146;&#x92;', '’’'],
    ['&undefined;', '&amp;undefined;'],
    ['&a', '&amp;a'],
    ['1 < 2 > 3', '1 &lt; 2 &gt; 3'],
    ['<![CDATA[a & <b>]]>', 'a &amp; &lt;b&gt;'],
    ['a<![CDATA[b]]>c', 'abc'],
    ['\u0000\u0008a\ufffe', 'a'],
    ['a\ud800b', 'ab'],
    ['<!-- no -->a<?php no ?>b', 'ab'],
  ])('with the text %j', (text, written) => {
    expect(entryOf(`<rss><item><title>${text}</title></item></rss>`)).toBe(
      `<item><core:title>${written}</core:title></item>`,
    );
  });

  test('with inline markup, in the order of text and elements', () => {
    expect(
      entryOf(
        '<feed><entry><title type="xhtml"><div>One <b>two</b> three<br/>four</div></title></entry></feed>',
      ),
    ).toBe(
      '<item><core:title type="xhtml" form="markup">One &lt;b&gt;two&lt;/b&gt; three&lt;br&gt;four</core:title></item>',
    );
  });

  test('with end tags in another case', () => {
    expect(
      entryOf(
        '<feed><entry><author><name>A</name></AUTHOR><title type="xhtml"><div><b>T</b></DIV></title></Entry></feed>',
      ),
    ).toBe(
      '<item><core:author><core:name>A</core:name></core:author><core:title type="xhtml" form="markup">&lt;b&gt;T&lt;/b&gt;</core:title></item>',
    );
  });

  test('without elements that are not used and everything in them', () => {
    expect(
      entryOf('<rss><item><x><title>no</title></x><source><id>no</id></source><title>T</title></item></rss>'),
    ).toBe('<item><core:title>T</core:title></item>');
  });
});

test.each([
  ['nested elements', '<b>'.repeat(100_000)],
  ['sections without end', '<a><![CDATA['.repeat(50_000)],
  ['comments without end', '<!--'.repeat(100_000)],
  ['quotes without end', '<a b="'.repeat(100_000)],
  ['start tags without end', '<a '.repeat(100_000)],
  ['end tags of nothing', '</a>'.repeat(100_000)],
  ['entries in entries', '<item>'.repeat(30_000)],
  ['declarations', '<!x'.repeat(100_000)],
  ['instructions', '<?x'.repeat(100_000)],
  ['namespaces', `<a ${Array.from({ length: 20_000 }, (_, n) => `xmlns:a${n}="b"`).join(' ')}>`],
  ['one endless tag', `<a ${'x'.repeat(2_000_000)}>`],
  ['one endless value', `<a b="${'x'.repeat(2_000_000)}">`],
])('repairs a bomb of %s in under 8 seconds', async (_, bomb) => {
  const time = await processorTime(() => {
    repair(`<rss><channel><item><description>${bomb}`, null);
    repair(bomb, null);
  });
  expect(time).toBeLessThan(8000);
});

test('a CDATA section without an end before the first entry hides no entry', () => {
  const item = (n: number) => `<item><title><![CDATA[T${n}]]></title></item>`;
  const whole = `<rss><channel><description><![CDATA[D]]></description>${item(1)}${item(2)}</channel></rss>`;
  const entries = ['<item><core:title>T1</core:title></item>', '<item><core:title>T2</core:title></item>'];
  expect(repair(whole, null).entries).toEqual(entries);
  expect(repair(whole.replace('D]]>', 'D'), null).entries).toEqual(entries);
});

test('an example of an entry in a CDATA section is text', () => {
  const text =
    '<rss><channel><description><![CDATA[Write <item>…</item>.]]></description><item><title>T</title></item></channel></rss>';
  expect(repair(text, null)).toMatchObject({
    entries: ['<item><core:title>T</core:title></item>'],
    feed: '<channel><core:description>Write &lt;item&gt;…&lt;/item&gt;.</core:description></channel>',
  });
});
