/** An address in running text; punctuation of the sentence around it may follow. */
const ADDRESS = /\b(?:https?:\/\/|www\.(?=[\w-]+\.\w))[^\s<>"“”‘’«»（）「」『』【】《》，。；：！？、]+/gi;
/** Punctuation at the end of an address that belongs to the sentence. */
const SENTENCE = /(?:[.,;:!?'*_]|&(?:quot|gt|lt|#39);?|…)+$/;

/** Makes links of the http and https addresses in escaped text. */
export function linkAddresses(escaped: string): string {
  if (!/https?:\/\/|www\./i.test(escaped)) return escaped;
  return escaped.replace(ADDRESS, (found) => {
    const address = withoutBrackets(found.replace(SENTENCE, ''));
    const href = /^www\./i.test(address) ? `https://${address}` : address;
    if (!URL.canParse(href.replaceAll('&amp;', '&'))) return found;
    return `<a href="${href}">${address}</a>${found.slice(address.length)}`;
  });
}

/** An address without the closing bracket of a bracket that opened before it. */
function withoutBrackets(address: string): string {
  let shown = address;
  for (const [open, close] of ['()', '[]'] as const) {
    while (shown.endsWith(close as string) && count(shown, close as string) > count(shown, open as string))
      shown = shown.slice(0, -1).replace(SENTENCE, '');
  }
  return shown;
}

const count = (text: string, character: string): number => text.split(character).length - 1;
