import { describe, expect, test } from 'vitest';
import type { SiteConfig } from '../config/schema.ts';
import { makePaper } from './make-paper.ts';
import { fallbackService, pictureNote, pictureSources } from './picture-sources.ts';
import { testConfig } from './test-paper.ts';

const feedsWith = (...pictures: string[]) =>
  `feeds:\n${pictures.map((kind, index) => `  - {id: f${index}, url: "https://f.example/", pictures: ${kind}}\n`).join('')}`;
const config = (pictures: SiteConfig['pictures'], more = feedsWith('none')) => {
  const made = testConfig(more);
  return { ...made, site: { ...made.site, pictures } };
};
const note = (made: ReturnType<typeof config>) =>
  pictureNote(makePaper([], [], made, 'https://paper.example/'));

describe('pages may load pictures', () => {
  test('from anywhere when some feed shows originals, even only where a copy is missing', () => {
    expect(pictureSources(config('direct'))).toBe("'self' https: http:");
    expect(pictureSources(config('none', feedsWith('none', 'local')))).toBe("'self' https: http:");
  });

  test('from the proxy only when all come through it', () => {
    expect(pictureSources(config('proxy'))).toBe("'self' https://wsrv.nl");
  });

  test('from no other host when none are shown', () => {
    expect(pictureSources(config('none'))).toBe("'self'");
  });
});

describe('a page turns to the service', () => {
  test('when some pictures are shown directly, unless the configuration says not to', () => {
    expect(fallbackService(config('direct'))).toBe('https://wsrv.nl/?url={url}&w=1200&we');
    expect(fallbackService(config('direct', `pictures: {fallback: none}\n${feedsWith('local')}`))).toBeNull();
    expect(fallbackService(config('proxy'))).toBeNull();
    expect(fallbackService(config('none'))).toBeNull();
  });
});

test('the note for readers says where pictures come from and which hosts are asked', () => {
  expect(note(config('none'))).toBe('文章不带图片。');
  expect(note(config('proxy'))).toBe('文章里的图片经由 wsrv.nl 读取。');
  expect(note(config('direct'))).toMatch(/^文章里的图片直接从来源的服务器读取。来源取不到.+wsrv\.nl/);
  expect(note(config('direct', `pictures: {fallback: none}\n${feedsWith('local')}`))).toBe(
    '文章里的图片直接从来源的服务器和从本站保存的副本读取。',
  );
});
