import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../src/test-processor-time.ts';
import { type BodyKind, classifyBody } from './classify.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const html = 'text/html; charset=utf-8';

const bodies: [string, BodyKind, string | Uint8Array, string?][] = [
  ['RSS', 'feed-like', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>'],
  ['RSS called HTML by its server', 'feed-like', '<rss><channel/></rss>', html],
  ['RSS in capitals', 'feed-like', '<RSS VERSION="2.0">'],
  ['RSS 1.0', 'feed-like', '<rdf:RDF xmlns="http://purl.org/rss/1.0/">'],
  ['Atom', 'feed-like', '<feed xmlns="http://www.w3.org/2005/Atom">'],
  ['Atom with a prefix', 'feed-like', '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">'],
  ['a feed with a doctype', 'feed-like', '<!DOCTYPE rss PUBLIC "-//x//y"><rss version="0.91">'],
  ['a feed after blank lines', 'feed-like', '\uFEFF\r\n\r\n<?xml version="1.0"?><rss>'],
  ['a feed after the warning of a script', 'feed-like', '<br />\n<b>Warning</b>: date()<br />\n<?xml?><rss>'],
  ['a feed after a long comment', 'feed-like', `<!-- ${'tide '.repeat(5000)} --><rss>`],
  ['a feed in UTF-16', 'feed-like', utf16('\uFEFF<?xml version="1.0"?><rss>')],
  ['a feed in UTF-16 without a mark', 'feed-like', utf16('<?xml version="1.0"?><rss>')],
  ['a feed that tells of a robot check', 'feed-like', '<rss><title>Just a moment...</title>', html],
  ['JSON Feed', 'feed-like', '{"version":"https://jsonfeed.org/version/1.1","title":"x"}'],
  ['JSON Feed of odd order', 'feed-like', '{ "items" : [], "title": "x" }'],
  ['a JSON error', 'json-error', '{"error":"quota"}', 'application/json'],
  ['a JSON list', 'json-error', '[1,2]'],
  ['a web page', 'html', '<!DOCTYPE html><html><title>Harbour Lantern</title>', html],
  ['an XHTML page', 'html', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>'],
  ['a page that quotes a feed', 'html', '<html><body><pre>&lt;rss&gt;</pre><!-- <rss> -->'],
  ['a page without a frame', 'html', '<p>Tide tables', html],
  ['a page that loads Cloudflare scripts', 'html', '<html><script src="/cdn-cgi/challenge-platform/jsd.js">'],
  [
    'an article about robot checks',
    'html',
    '<html><title>Are you human? Ports ask</title><article>_cf_chl_opt</article>',
  ],
  [
    'a page named like a check that offers feeds',
    'html',
    '<html><title>Access denied: a blog</title><link type="application/rss+xml">',
  ],
  ['Cloudflare', 'challenge', '<!DOCTYPE html><html><head><title>Just a moment...</title>', html],
  ['Cloudflare, in Chinese', 'challenge', '<html lang="zh"><title>请稍候…</title>', html],
  ['an Aliyun check', 'challenge', '<html><script>var arg1="0";acw_sc__v2</script></html>'],
  ['a slider', 'challenge', '<html><head><title>滑动验证页面</title></head>'],
  ['Anubis', 'challenge', '<html><title>Making sure you&#39;re not a bot!</title>'],
  ['Incapsula', 'challenge', '<html><iframe src="/_Incapsula_Resource?x=1"></iframe>'],
  ['nothing', 'empty', ''],
  ['blanks', 'empty', '\uFEFF \r\n\t'],
  ['NULs', 'empty', new Uint8Array(100)],
  ['plain words', 'unknown', 'Too many requests', 'text/plain'],
  ['a picture', 'unknown', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'image/png'],
  ['blanks beyond the glance', 'unknown', ' '.repeat(100_000)],
];

describe('classifyBody', () => {
  test.each(bodies)('%s is %s', (_name, kind, body, contentType) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    expect(classifyBody(bytes, contentType ?? null)).toBe(kind);
  });

  test('accepts any bytes, and reads the right part of a shared buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.string()), (bytes, contentType) => {
        const shared = new Uint8Array(bytes.length + 20).fill(0x3c);
        shared.set(bytes, 10);
        const part = shared.subarray(10, 10 + bytes.length);
        expect(classifyBody(part, contentType)).toBe(classifyBody(bytes, contentType));
      }),
    );
  });

  test('takes little time for a large hostile body', async () => {
    const time = await processorTime(() => {
      for (const piece of ['<', '<a:', '<!doctype ', '"items" ', '<title']) {
        classifyBody(new TextEncoder().encode(`{${piece.repeat(200_000)}`), html);
        classifyBody(new TextEncoder().encode(piece.repeat(200_000)), html);
      }
    });
    expect(time).toBeLessThan(2000);
  });
});
