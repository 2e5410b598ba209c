import { describe, expect, test } from 'vitest';
import { articlePage, editionPage } from './edition-pages.ts';
import { makePaper } from './make-paper.ts';
import { articleData, editionData, scriptJson } from './page-data.ts';
import { testConfig, testItem, testPicture } from './test-paper.ts';

const day = '2026-11-22';
const items = [
  testItem({ day, name: 'coast-1', picture: testPicture, author: '林远', updatedAt: `${day}T09:00:00.000Z` }),
  testItem({ day, name: 'coast-2', title: '</script><b>潮水</b>', link: null, minutes: 3 }),
];
const paper = makePaper(items, [], testConfig(), 'https://reader.example/paper/');

describe('the data of a page', () => {
  test('lists the stories of an edition, each with its original', () => {
    const page = editionPage(paper);
    if (page === null) throw new Error('no edition');
    const { structured, type } = editionData(paper, page);
    expect([type, structured['@type'], structured['numberOfItems']]).toEqual(['website', 'ItemList', 2]);
    expect(structured['itemListElement']).toContainEqual({
      '@type': 'ListItem',
      position: expect.any(Number),
      item: {
        '@type': 'NewsArticle',
        headline: '标题 coast-1',
        url: 'https://reader.example/paper/2026/11/22/coast-1/',
        isBasedOn: 'https://coast.example/coast-1',
      },
    });
  });

  test('names the original, the author, the picture and the times of an article', () => {
    const page = articlePage(paper, 'coast-1');
    if (page === null) throw new Error('no article');
    expect(articleData(paper, page)).toMatchObject({
      image: testPicture.url,
      published: `${day}T02:00:00.000Z`,
      modified: `${day}T09:00:00.000Z`,
      structured: { author: [{ name: '林远' }], publisher: { name: 'coast' }, isBasedOn: items[0]?.link },
    });
  });

  test('stays inside its element, whatever a feed says', () => {
    const page = articlePage(paper, 'coast-2');
    if (page === null) throw new Error('no article');
    const json = scriptJson(articleData(paper, page).structured);
    expect(json).not.toContain('<');
    expect(JSON.parse(json).headline).toBe('</script><b>潮水</b>');
  });
});
