import { placeSign } from './places.ts';
import { readSignature, storySignature, termCode } from './signature.ts';
import type { StoryInput } from './story.ts';
import { termsOf } from './terms.ts';

/** What an item says, as it is compared. */
export interface StoryWords {
  fingerprint: number[] | null;
  /** Codes of the terms of the headline, and of the rest, in the order of the signature. */
  titleTerms: Set<number>;
  textTerms: Set<number>;
  /** Codes of the numbers in the headline, which few others share by chance. */
  titleNumbers: Set<number>;
  /** Codes of the countries that the headline names, its label included. */
  titlePlaces: number[];
}

/**
 * Reads an item by its headline and signature; by headline and excerpt when the signature is not to be read. `label`,
 * with which the headline begins, counts as the end of the text.
 */
export function readItem({ title, excerpt, signature }: StoryInput, label = ''): StoryWords {
  const traits = readSignature(signature) ?? readSignature(storySignature(title, excerpt));
  const terms = termsOf(title.slice(label.length));
  const labelTerms = termsOf(label);
  const titleTerms = new Set(terms.map(termCode));
  return {
    fingerprint: traits?.fingerprint ?? null,
    titleTerms,
    textTerms: new Set([...(traits?.terms ?? []), ...labelTerms.map(termCode)]).difference(titleTerms),
    titleNumbers: new Set(terms.filter((term) => /^\p{Nd}/u.test(term)).map(termCode)),
    titlePlaces: [...new Set([...labelTerms, ...terms])]
      .filter((term) => term.startsWith(placeSign))
      .map(termCode),
  };
}

/**
 * Whether the headlines of two items each name a country that the other never mentions: then they are about two
 * countries, however alike their words.
 */
export function nameTwoCountries(a: StoryWords, b: StoryWords): boolean {
  return namesUnknownPlace(a, b) && namesUnknownPlace(b, a);
}

function namesUnknownPlace(a: StoryWords, b: StoryWords): boolean {
  return a.titlePlaces.some((place) => !b.titleTerms.has(place) && !b.textTerms.has(place));
}
