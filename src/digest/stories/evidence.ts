import type { Article } from './article.ts';
import { TermIndex } from './common-weight.ts';
import { type Reduction, reductionsOf, whyNoPair } from './counting.ts';
import { placeSign } from './places.ts';
import { scalesOf } from './scale.ts';
import { languageCode, termCode } from './signature.ts';
import type { StorySettings } from './story.ts';
import { termsOf } from './terms.ts';
import { vectorSpace } from './vectors.ts';

/** Terms of one kind that two articles share. */
interface SharedTerms {
  kind: 'countries' | 'numbers' | 'words of both headlines' | 'other words';
  /** Which of them are known by more than their code, what counts most in front: Chinese in pairs of characters. */
  terms: string[];
  /** How many more there are. */
  more: number;
  /** What they bring to the cosine. */
  part: number;
}

/** What makes two articles alike, and what lessens it. The likeness is the product of cosine, scale and shares. */
export interface Evidence {
  shared: SharedTerms[];
  cosine: number;
  /** What one scale for all days and languages makes of it. */
  scale: number;
  reductions: Reduction[];
  /** Why the two cannot be about one event; null when they can. */
  apart: string | null;
}

/** Tells, for positions among the articles of a day, what two of them have in common. */
export function evidenceOn(
  articles: readonly Article[],
  settings: StorySettings,
): (one: number, other: number) => Evidence | null {
  const space = vectorSpace(articles, settings);
  const scales = scalesOf(articles, space, settings);
  return (one, other) => {
    const [a, b] = [articles[one], articles[other]];
    if (!a || !b) return null;
    const [ofOne, ofOther] = [space.vectors[one], space.vectors[other]];
    if (!ofOne || !ofOther) return null;
    const index = new TermIndex(space.terms);
    index.set(ofOther, b.titleTerms.size);
    const codes = [...a.titleTerms, ...a.textTerms];
    const parts: [number, number][] = [];
    const cosine = index.common(ofOne, a.titleTerms.size, a.language, settings, (at, part) => {
      parts.push([codes[at] ?? 0, part]);
    });
    return {
      shared: sharedByKind(parts, a, b),
      cosine,
      scale: Math.sqrt((scales[one] ?? 1) * (scales[other] ?? 1)),
      reductions: reductionsOf(a, b, settings),
      apart: whyNoPair(a, b),
    };
  };
}

function sharedByKind(parts: readonly [number, number][], a: Article, b: Article): SharedTerms[] {
  const known = new Map([...wordsOf(a), ...wordsOf(b)].map((term) => [termCode(term), term]));
  const kindOf = (code: number): SharedTerms['kind'] => {
    const term = known.get(code) ?? '';
    if (term.startsWith(placeSign)) return 'countries';
    if (/^\p{Nd}/u.test(term)) return 'numbers';
    return a.titleTerms.has(code) && b.titleTerms.has(code) ? 'words of both headlines' : 'other words';
  };
  const kinds = Map.groupBy(
    parts.toSorted((x, y) => y[1] - x[1]),
    ([code]) => kindOf(code),
  );
  return [...kinds]
    .map(([kind, own]) => {
      const terms = own.flatMap(([code]) => known.get(code) ?? []);
      const part = own.reduce((sum, [, each]) => sum + each, 0);
      return { kind, terms, more: own.length - terms.length, part };
    })
    .sort((x, y) => y.part - x.part);
}

function wordsOf({ items }: Article): string[] {
  const [item] = items;
  return item ? termsOf(`${item.title}\n${item.excerpt}`, languageCode(item.language)) : [];
}
