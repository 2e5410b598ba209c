import { describe, expect, test } from 'vitest';
import { searchText } from './search-text.ts';

describe('the text that is searched', () => {
  test('is the title and the words of the body with spaces, blocks apart and inline elements together', () => {
    expect(searchText('渡轮', '<p>一<b>早</b>开出</p><ul><li>头班</li><li>末班</li></ul>', 'zh-Hans')).toBe(
      '渡轮 · 一早 开 出 头 班 末班',
    );
  });

  test('converts traditional Chinese to simplified and changes nothing else', () => {
    expect(searchText('舊地圖', '<p>圖書館</p>', 'zh-Hant')).toBe('旧 地图 · 图书 馆');
    expect(searchText('舊地圖', '', 'zh-TW')).toBe('旧 地图 · ');
    expect(searchText('舊地圖', '', 'ja')).toBe('舊 地圖 · ');
    expect(searchText('Tide', '<p>a&amp;b &lt;c&gt;</p>', null)).toBe('Tide · a&b <c>');
  });

  test('ends at the limit of what is searched', () => {
    const text = searchText('长', `<p>${'字'.repeat(100_000)}</p>`, 'zh-Hans');
    expect(text.replaceAll(' ', '').length).toBe(5998);
  });

  test('never ends inside a surrogate pair, which the search engine refuses', () => {
    expect(searchText('x', `<p>${'a'.repeat(5997)}😀</p>`, 'en').isWellFormed()).toBe(true);
  });
});
