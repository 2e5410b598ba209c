import { fold } from './fold.ts';
import { placeSign } from './places.ts';
import { isRoundUp } from './round-up.ts';
import { languageCode, readSignature, storySignature, termCode } from './signature.ts';
import type { StoryInput } from './story.ts';
import { termsOf } from './terms.ts';

/** What an item says, as it is compared. */
export interface StoryWords {
  /** Two letters of ISO 639-1, '' when it is not known. */
  language: string;
  /** Whether it tells of several events, as a press review or a briefing does. */
  roundUp: boolean;
  fingerprint: number[] | null;
  /** Codes of the terms of the headline, and of the rest, in the order of the signature. */
  titleTerms: Set<number>;
  textTerms: Set<number>;
  /** Numbers, letters and words of two letters in the headline, in which those of a series differ; '' for none. */
  marks: string;
  /** Codes of the numbers in the headline, which few others share by chance. */
  numbers: Set<number>;
  /** Codes of the countries that the headline names, its label included. */
  titlePlaces: number[];
}

/**
 * Reads an item by its headline and signature; by headline and excerpt when the signature is not to be read. `labels`,
 * parts of the headline that name a column, count as the end of the text.
 */
export function readItem(
  { title, excerpt, signature, language }: StoryInput,
  labels: readonly string[] = [],
): StoryWords {
  const traits =
    readSignature(signature, language) ?? readSignature(storySignature(title, excerpt, language), language);
  const code = languageCode(language);
  const headline = labels.reduce((rest, label) => rest.replace(label, ' '), title);
  const terms = termsOf(headline, code);
  const labelTerms = labels.flatMap((label) => termsOf(label, code));
  const titleTerms = new Set(terms.map(termCode));
  return {
    language: code,
    roundUp: isRoundUp(title),
    fingerprint: traits?.fingerprint ?? null,
    titleTerms,
    textTerms: new Set([...(traits?.terms ?? []), ...labelTerms.map(termCode)]).difference(titleTerms),
    marks: (
      fold(headline).match(/(?<![\p{L}\p{N}])(?:\p{N}+|[\p{Script=Latin}\p{N}]{1,2})(?![\p{L}\p{N}])/gu) ?? []
    ).join(' '),
    numbers: new Set(terms.filter((term) => /^\p{Nd}/u.test(term)).map(termCode)),
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
