import { compile } from 'css-select';
import type { Element } from 'domhandler';

export type Matches = (found: Element) => boolean;

/**
 * Compiles CSS selectors into one test. An invalid selector matches nothing. A selector is tried only on elements
 * that have the class, attribute or name without which it cannot match, so most elements are tried on none.
 */
export function matcher(selectors: readonly string[]): Matches {
  const tests: Record<Key['kind'], Map<string, Matches[]>> = {
    attribute: new Map(),
    class: new Map(),
    element: new Map(),
    none: new Map(),
  };
  for (const selector of selectors) {
    const matches = test(selector);
    if (matches === null) continue;
    const { kind, name } = keyOf(selector);
    tests[kind].set(name, [...(tests[kind].get(name) ?? []), matches]);
  }
  const passes = (found: Element, kind: Key['kind'], name: string): boolean =>
    tests[kind].get(name)?.some((matches) => matches(found)) ?? false;
  return (found) => {
    for (const name in found.attribs) {
      if (passes(found, 'attribute', name)) return true;
      if (name !== 'class' || tests.class.size === 0) continue;
      if (found.attribs['class']?.split(/\s+/).some((one) => passes(found, 'class', one))) return true;
    }
    return passes(found, 'element', found.name) || passes(found, 'none', '');
  };
}

/** What an element must have for a selector to match it. */
interface Key {
  kind: 'attribute' | 'class' | 'element' | 'none';
  name: string;
}

/** The last part of a selector: an element's name, then classes, ids and attributes. */
const lastPart = /(?:^|[\s>+~])([a-z][a-z\d-]*)?((?:[.#][\w-]+|\[[^\][]+\])*)$/i;

function keyOf(selector: string): Key {
  const [, name, marks = ''] = (/[,:\\]/.test(selector) ? null : lastPart.exec(selector)) ?? [];
  const [, sign, mark = ''] = /([.#[])\s*([\w-]+)/.exec(marks) ?? [];
  if (sign === '.') return { kind: 'class', name: mark };
  if (sign === '#') return { kind: 'attribute', name: 'id' };
  if (sign === '[') return { kind: 'attribute', name: mark.toLowerCase() };
  return name === undefined ? { kind: 'none', name: '' } : { kind: 'element', name: name.toLowerCase() };
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

/** An entry of `remove` or `keep` that begins as CSS selectors do; everything else is a phrase. */
const selectorBeginning = /^(?:[.#[:*]|(?:[a-z][a-z0-9]*|h[1-6])(?=[.#[:]|\s*[>+~]|$))/;

/** Whether an entry of the configuration is a CSS selector, or a phrase. */
export const isSelector = (entry: string): boolean => selectorBeginning.test(entry.trim());
