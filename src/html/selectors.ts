import { compile, type Options } from 'css-select';
import type { AnyNode, Element } from 'domhandler';

export type Matches = (found: Element) => boolean;

/** How long the selectors of an owner may take in one document, and who is told which of them took longer. */
export interface SelectorBound {
  onSlow: (selector: string) => void;
}

/** Steps from one node to another that one selector may take in one document: a fraction of a second. */
const mostSteps = 5_000_000;

/** The start of a text that is meant as a selector where a phrase may stand as well. */
const selectorStart = /^(?:[.#[:*]|(?:[a-z][a-z0-9]*|h[1-6])(?=[.#[:]|\s*[>+~]|$))/;

/** Whether a text that may be a selector or a phrase is meant as a selector. */
export function looksLikeSelector(text: string): boolean {
  return selectorStart.test(text.trim());
}

/** Whether a text is a CSS selector that can be used here. */
export function isSelector(text: string): boolean {
  try {
    compile(text);
    return text.trim() !== '';
  } catch {
    return false;
  }
}

/**
 * Compiles CSS selectors into one test. An invalid selector matches nothing. With a bound, the test is for one document
 * only: a selector that takes too long in it matches nothing from then on. A selector is tried only on elements
 * that have the class, attribute or name without which it cannot match, so most elements are tried on none.
 */
export function matcher(selectors: readonly string[], bound: SelectorBound | null = null): Matches {
  const tests: Record<Key['kind'], Map<string, Matches[]>> = {
    attribute: new Map(),
    class: new Map(),
    element: new Map(),
    none: new Map(),
  };
  for (const selector of selectors) {
    const matches = test(selector, bound);
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

function test(selector: string, bound: SelectorBound | null): Matches | null {
  let isOver = false;
  const count = bound === null ? undefined : counting(mostSteps);
  try {
    const matches = compile<AnyNode, Element>(selector, count);
    return (found) => {
      if (isOver) return false;
      try {
        return matches(found);
      } catch (error) {
        isOver = error instanceof TooManySteps;
        if (isOver) bound?.onSlow(selector);
        return false;
      }
    };
  } catch {
    return null;
  }
}

class TooManySteps extends Error {}

/** Options of css-select with which a compiled selector throws after so many looks at a node. */
function counting(most: number): Options<AnyNode, Element> {
  let left = most;
  const step = () => {
    left -= 1;
    if (left < 0) throw new TooManySteps();
  };
  // Compiling puts the adapter of css-select into the options.
  const options: Options<AnyNode, Element> = {};
  compile('*', options);
  const { adapter } = options;
  if (adapter === undefined) throw new Error('css-select has no adapter');
  const isTag = (node: AnyNode): node is Element => {
    step();
    return adapter.isTag(node);
  };
  const equals = (a: AnyNode, b: AnyNode) => {
    step();
    return a === b;
  };
  return { adapter: { ...adapter, isTag, equals } };
}
