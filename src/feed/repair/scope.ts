import { baseAddress, httpUrl } from '../../text/url.ts';
import { commonVocabulary, vocabularyOf } from '../vocabulary.ts';

/** What an element inherits from the elements around it: namespaces, xml:base and xml:lang. */
export interface Scope {
  /** Vocabulary by the document's own prefix; null when the vocabulary is not read. */
  vocabularies: Readonly<Record<string, string | null>>;
  /** Address that relative links are read against (xml:base), or null. */
  base: string | null;
  /** xml:lang as given, or null. */
  lang: string | null;
}

/** The scope of a document's root. `base` is the document's address. */
export function documentScope(base: string | null): Scope {
  return { vocabularies: Object.create(null), base: httpUrl(base), lang: null };
}

/** The scope inside an element with these attributes; the same object when they change nothing. */
export function innerScope(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let inner = outer;
  let vocabularies: Record<string, string | null> | null = null;
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    if (name === 'xmlns' || /^xmlns:./.test(name)) {
      const prefix = name.slice(6);
      vocabularies ??= Object.create(outer.vocabularies) as Record<string, string | null>;
      // With a misspelt namespace, a common prefix such as `dc` still means its usual vocabulary.
      vocabularies[prefix] = vocabularyOf(value) ?? (prefix ? commonVocabulary(prefix) : null);
    } else if (name === 'xml:base') {
      const base = baseAddress(httpUrl(value, outer.base));
      if (base !== null) inner = { ...inner, base };
    } else if (name === 'xml:lang') {
      inner = { ...inner, lang: value.trim().slice(0, 50) || null };
    }
  }
  return vocabularies === null ? inner : { ...inner, vocabularies };
}

/** The scope with a vocabulary declared for one prefix. */
export function declare(scope: Scope, prefix: string, vocabulary: string): Scope {
  const vocabularies = Object.create(scope.vocabularies) as Record<string, string | null>;
  vocabularies[prefix] = vocabulary;
  return { ...scope, vocabularies };
}

/** A name as `vocabulary:local` in lower case, or null when its vocabulary is not read. */
export function canonicalName(name: string, scope: Scope): string | null {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const declared = scope.vocabularies[prefix];
  const vocabulary = declared === undefined ? commonVocabulary(prefix) : declared;
  return vocabulary === null ? null : `${vocabulary}:${name.slice(colon + 1).toLowerCase()}`;
}
