import { describe, expect, test } from 'vitest';
import { type ChallengePhrase, markupPhrases, titlePhrases } from '../../src/extract/challenge-phrases.ts';
import { classifyBody } from './classify.ts';

const kindOf = (page: string) => classifyBody(new TextEncoder().encode(page), 'text/html; charset=utf-8');
const titled = (title: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body></body></html>`;
const marked = (markup: string) =>
  `<!doctype html><html><head><title>Quay</title></head><body>${markup}</body></html>`;

const examplesOf = (phrases: readonly ChallengePhrase[]) =>
  phrases.flatMap(({ phrase, examples }) => examples.map((example) => ({ phrase, example })));

describe.each([
  { place: 'a title', phrases: titlePhrases, page: titled },
  { place: 'the markup', phrases: markupPhrases, page: marked },
])('the phrases of robot checks in $place', ({ phrases, page }) => {
  test.each(examplesOf(phrases))('$example is found by $phrase and by no other', ({ phrase, example }) => {
    expect(phrases.filter((row) => row.phrase.test(example)).map((row) => row.phrase)).toEqual([phrase]);
    expect(kindOf(page(example))).toBe('challenge');
  });

  test('each have an example', () => {
    expect(phrases.filter(({ examples }) => examples.length === 0)).toEqual([]);
  });

  test('have an example for each of their alternatives', () => {
    for (const { phrase, examples } of phrases) {
      for (const narrower of withoutOneAlternative(phrase)) {
        expect(
          examples.every((example) => narrower.test(example)),
          String(narrower),
        ).toBe(false);
      }
    }
  });
});

/** Patterns that lack one alternative of a group, or that make an optional part required. */
function withoutOneAlternative({ source, flags }: RegExp): RegExp[] {
  return [...source.matchAll(/\(\?:([^()]*)\)(\??)|\[[^\]]*\]\?/g)].flatMap(
    ({ 0: all, 1: inside = '', index }) => {
      const put = (text: string) =>
        new RegExp(source.slice(0, index) + text + source.slice(index + all.length), flags);
      const required = all.endsWith('?') ? [put(all.slice(0, -1))] : [];
      const parts = inside.split('|');
      if (parts.length < 2) return required;
      const fewer = parts.map((_, left) =>
        put(`(?:${parts.filter((_, place) => place !== left).join('|')})`),
      );
      return [...required, ...fewer];
    },
  );
}

test.each(['Quay and tide', 'A moment of calm', 'Bots on the quay', '验证了一条消息', '候车室'])(
  'the title %s is none of a robot check',
  (title) => {
    expect(kindOf(titled(title))).toBe('html');
  },
);
