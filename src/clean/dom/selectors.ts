import { compile } from 'css-select';
import type { Element } from 'domhandler';

export type Matches = (found: Element) => boolean;

/** One test out of CSS selectors; those that cannot be read match nothing. */
export function matcher(selectors: readonly string[]): Matches {
  const [marked, unmarked] = [
    selectors.filter(needsAttribute),
    selectors.filter((one) => !needsAttribute(one)),
  ];
  const [bare, all] = [testsOf(unmarked), testsOf([...marked, ...unmarked])];
  return (found) => (hasAttributes(found) ? all : bare).some((matches) => matches(found));
}

/** Most elements carry no attribute, and most selectors ask for one: that saves most of the tests. */
const needsAttribute = (selector: string): boolean =>
  /[.#[][^\s>+~,:(]*$/.test(selector) && !selector.includes(',');

function hasAttributes(found: Element): boolean {
  for (const _ in found.attribs) return true;
  return false;
}

const testsOf = (selectors: readonly string[]): Matches[] =>
  selectors.flatMap((selector) => test(selector) ?? []);

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
