/** One `${NAME}`; in the path of an address, where `URL` escapes the braces, also `$%7BNAME%7D`. */
export const secretReference = /\$(?:\{|%7B)([A-Z][A-Z0-9_]{0,99})(?:\}|%7D)/g;

/** Names that GitHub keeps for itself: no secret of an owner has them. */
const reserved = /^(?:GITHUB|ACTIONS|RUNNER)_/;

/** The names of the secrets in some texts, sorted, each once. */
export function secretNames(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => [...text.matchAll(secretReference)].map(([, name = '']) => name));
  return [...new Set(names)].sort();
}

/** Whether every `${` of a text begins the name of a secret. */
export function hasOnlyGoodNames(text: string): boolean {
  const isReserved = secretNames([text]).some((name) => reserved.test(name));
  return !isReserved && !text.replace(secretReference, '').includes('${');
}
