import { compile } from 'css-select';
import type { Element } from 'domhandler';

export type Matches = (found: Element) => boolean;

/** One test out of CSS selectors; those that cannot be read match nothing. */
export function matcher(selectors: readonly string[]): Matches {
  const tests = selectors.flatMap((selector) => test(selector) ?? []);
  return (found) => tests.some((matches) => matches(found));
}

function test(selector: string): Matches | null {
  try {
    const matches = compile<Element, Element>(selector);
    return (found) => {
      try {
        return matches(found);
      } catch {
        return false;
      }
    };
  } catch {
    return null;
  }
}
