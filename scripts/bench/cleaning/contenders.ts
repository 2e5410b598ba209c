import { type Learned, learn } from '../../../src/clean/boilerplate/learn.ts';
import { clean } from '../../../src/clean/pipeline.ts';
import { sanitize } from '../../../src/clean/sanitize.ts';
import { readability } from '../pages/extractors.ts';
import type { LabelledArticle } from './labelled.ts';

/** A way to clean the articles of one source. */
export interface Contender {
  name: string;
  clean(articles: readonly LabelledArticle[]): string[];
}

const cleanAll = (articles: readonly LabelledArticle[], learned: Learned | null): string[] =>
  articles.map(
    ({ html, title, link }) =>
      clean(html, {
        feed: 'labelled',
        title,
        base: link,
        publishedAt: null,
        language: null,
        options: {},
        learned,
      }).html,
  );

export const contenders: readonly Contender[] = [
  { name: 'sanitize-html alone', clean: (articles) => articles.map(({ html }) => sanitize(html)) },
  {
    name: 'Readability, then sanitize-html',
    clean: (articles) =>
      articles.map(({ html, title }) => {
        const page = `<html><head><title>${title}</title></head><body>${html}</body></html>`;
        return sanitize(readability(page));
      }),
  },
  { name: 'Broadsheet, nothing learned', clean: (articles) => cleanAll(articles, null) },
  {
    name: 'Broadsheet, after one document',
    clean: (articles) =>
      cleanAll(
        articles,
        learn(
          null,
          articles.map(({ link, html, title }) => ({ id: link, html, title })),
        ),
      ),
  },
];
