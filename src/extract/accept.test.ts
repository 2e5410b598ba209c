import { describe, expect, test } from 'vitest';
import { acceptFullText } from './accept.ts';
import { type ExtractedArticle, extractArticle } from './article.ts';

describe('acceptFullText', () => {
  const sentence = 'The ferry came in late and nobody minded. ';
  const article = (text: string, change: Partial<ExtractedArticle> = {}): ExtractedArticle => ({
    html: `<p>${text}</p>`,
    title: null,
    costs: false,
    prose: 0,
    told: 0,
    ...change,
  });

  test('wants more than the teaser has', () => {
    expect(acceptFullText(null, article(sentence))).toBe('whole');
    expect(acceptFullText(`<p>${sentence}</p>`, article(sentence))).toBe('not-longer');
    expect(acceptFullText(sentence, article(sentence.repeat(2)))).toBe('whole');
  });

  test('counts a Chinese character as more than a letter', () => {
    expect(acceptFullText('a'.repeat(30), article('潮水退去以后码头上一个人也没有'))).toBe('whole');
  });

  test('refuses a list of links', () => {
    expect(
      acceptFullText(null, article(`<a href="/1">${sentence}</a><a href="/2">${sentence}</a>and more`)),
    ).toBe('links');
  });

  test('takes what stands before a notice as the beginning, however long', () => {
    const long = article(`${sentence.repeat(80)}</p><p>Subscribe to continue reading.`);
    expect(acceptFullText(null, long)).toBe('beginning');
    const chinese = `${'潮水退去以后。'.repeat(300)}</p><p>本文为付费文章，订阅后继续阅读全文。`;
    expect(acceptFullText('潮水退去以后。', article(chinese))).toBe('beginning');
  });

  test('refuses a beginning that says hardly more than the teaser, or next to nothing', () => {
    const short = article(`${sentence.repeat(6)}</p><p>Subscribe to continue reading.`);
    expect(acceptFullText(sentence.repeat(5), short)).toBe('costs');
    expect(acceptFullText(null, article(`${sentence}</p><p>Subscribe to continue reading.`))).toBe('costs');
  });

  test('takes the short open part of a page that costs something as the beginning, and the whole of one', () => {
    expect(acceptFullText(null, article(sentence.repeat(5), { costs: true }))).toBe('beginning');
    expect(acceptFullText(null, article(sentence.repeat(60), { costs: true }))).toBe('whole');
  });

  test('takes an article about paywalls', () => {
    const quoting = `${sentence.repeat(40)}The sign said "subscribe to continue reading". ${sentence.repeat(40)}`;
    expect(acceptFullText(null, article(quoting, { costs: true }))).toBe('whole');
  });

  test('knows a page whose own data says that it costs something', () => {
    const script =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree": "False"}</script>';
    const found = extractArticle(`${script}<main><p>${sentence.repeat(8)}</p></main>`, 'https://a.example/');
    expect(found?.costs).toBe(true);
  });
});
