import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Item } from './item.ts';
import { readDocument } from './read.ts';

/** A document in parts: the text before the entries, the entries, the text after them. */
interface Sample {
  name: string;
  head: string;
  entries: string[];
  tail: string;
  encoding: string;
}

const COUNT = 8;
const numbers = Array.from({ length: COUNT }, (_, index) => index + 1);

const rss: Sample = {
  name: 'RSS with CDATA',
  encoding: 'utf-8',
  head: `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Quay Gazette</title><link>https://quay.example/</link><description>All &amp; sundry</description>
`,
  entries: numbers.map(
    (number) => `<item>
<title><![CDATA[Boat <b>${number}</b> comes in]]></title>
<link>https://quay.example/boats/${number}?a=1&amp;b=2</link>
<guid isPermaLink="false">quay-${number}</guid>
<pubDate>Thu, 26 Nov 2026 0${number}:00:00 GMT</pubDate>
<dc:creator>Writer ${number}</dc:creator>
<category>boats</category>
<enclosure url="https://quay.example/${number}.mp3" type="audio/mpeg" length="${number}"/>
<description>Boat number ${number} &#8211; &lt;i&gt;early&lt;/i&gt;.</description>
<content:encoded><![CDATA[<p>Boat ${number} came in at dawn.</p><!-- x --><p>It carries "salt" & 4 > 3.</p>]]></content:encoded>
</item>
`,
  ),
  tail: '</channel>\n</rss>\n',
};

const atom: Sample = {
  name: 'Atom with XHTML',
  encoding: 'utf-8',
  head: `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Quay Letters</title>
<id>tag:quay.example,2026:all</id><link rel="alternate" href="https://quay.example/letters"/>
`,
  entries: numbers.map(
    (number) => `<entry>
  <title type="html">Letter &amp;amp; answer ${number}</title>
  <id>tag:quay.example,2026:${number}</id>
  <link rel="alternate" href='https://quay.example/letters/${number}'/>
  <updated>2026-11-2${number}T10:00:00Z</updated>
  <author><name>Reader ${number}</name></author>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Dear <em>desk</em>, ${number} &lt; 9.<br/>Yours</p></div></content>
</entry>
`,
  ),
  tail: '</feed>',
};

const chinese = (encoding: string): Sample => ({
  name: `Chinese RSS in ${encoding}`,
  encoding,
  head: `<?xml version="1.0" encoding="${encoding}"?>\n<rss version="2.0"><channel><title>港城晚报</title><link>https://wanbao.example/</link>\n`,
  entries: numbers.map(
    (number) =>
      `<item><title>第${number}班渡轮今晨抵港</title><link>https://wanbao.example/${number}</link><guid>wb-${number}</guid>` +
      `<pubDate>2026-11-0${number} 08:00:00</pubDate><description>第${number}班渡轮今晨抵达港口，&lt;b&gt;乘客&lt;/b&gt;排队上岸。</description></item>\n`,
  ),
  tail: '</channel></rss>',
});

const json: Sample = {
  name: 'JSON Feed',
  encoding: 'utf-8',
  head: '{"version":"https://jsonfeed.org/version/1.1","title":"Quay Notes","home_page_url":"https://quay.example/","items":[\n',
  entries: numbers.map((number) => {
    const item = {
      id: `note-${number}`,
      url: `https://quay.example/notes/${number}`,
      title: `Note ${number}`,
      content_html: `<p>Note "${number}" {x} [y]</p>`,
      date_published: `2026-11-0${number}T10:00:00Z`,
      authors: [{ name: `Writer ${number}` }],
      tags: ['notes'],
    };
    return JSON.stringify(item, null, 1) + (number < COUNT ? ',\n' : '\n');
  }),
  tail: ']}\n',
};

const samples = [rss, atom, chinese('utf-8'), chinese('gb2312'), chinese('big5'), chinese('utf-16le'), json];

const encoded = ({ encoding }: Sample, text: string) =>
  iconv.encode(text, encoding === 'gb2312' ? 'gbk' : encoding);

async function read(bytes: Uint8Array) {
  return readDocument(bytes, { feed: 'quay', contentType: null, base: 'https://quay.example/feed' });
}

/** The fields of an entry without those that it inherits from the feed. */
function own({ id, title, link, publishedAt, author, summary, content, categories, enclosures }: Item) {
  return { id, title, link, publishedAt, author, summary, content, categories, enclosures };
}

/** The range of each entry in the bytes of its document. */
function spans(sample: Sample) {
  let at = encoded(sample, sample.head).length;
  return sample.entries.map((entry) => {
    const start = at;
    at += encoded(sample, entry).length;
    return { start, end: at };
  });
}

/** Random numbers from 0 to 1, the same in every run (a linear congruential generator). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Expects that all entries of the undamaged document except the harmed ones are read from the damaged one. */
async function checkVariant(sample: Sample, damaged: Uint8Array, isHarmed: (index: number) => boolean) {
  const whole = encoded(sample, sample.head + sample.entries.join('') + sample.tail);
  const expected = (await read(whole)).items.map(own);
  expect(expected).toHaveLength(COUNT);
  const { items, issues } = await read(damaged);
  const found = items.map(own);
  for (const [index, item] of expected.entries()) {
    if (!isHarmed(index)) expect(found, `entry ${index + 1}`).toContainEqual(item);
  }
  if (items.length < COUNT) expect(issues).not.toHaveLength(0);
}

describe.each(samples)('$name', (sample) => {
  const whole = encoded(sample, sample.head + sample.entries.join('') + sample.tail);
  const places = spans(sample);

  test('a wrong byte costs only the entry that contains it, in 40 variants', async () => {
    const random = chance(7);
    for (let variant = 0; variant < 40; variant++) {
      const at = Math.floor(random() * whole.length);
      const damaged = Buffer.from(whole);
      damaged[at] = Math.floor(random() * 256);
      const context = `byte ${at} is ${damaged[at]}`;
      await checkVariant(sample, damaged, (index) => {
        const place = places[index];
        return place !== undefined && at >= place.start - 2 && at < place.end;
      }).catch((error: Error) => {
        throw new Error(`${context}: ${error.message}`);
      });
    }
  });

  test('a document that is cut off keeps all entries before the cut, in 20 variants', async () => {
    const random = chance(11);
    for (let variant = 0; variant < 20; variant++) {
      const at = Math.floor(random() * whole.length);
      await checkVariant(sample, whole.subarray(0, at), (index) => at < (places[index]?.end ?? 0)).catch(
        (error: Error) => {
          throw new Error(`cut at ${at}: ${error.message}`);
        },
      );
    }
  });
});
