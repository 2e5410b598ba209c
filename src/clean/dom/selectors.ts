import { compile } from 'css-select';
import type { Element } from 'domhandler';

export type Matches = (found: Element) => boolean;

/**
 * One test out of CSS selectors; those that cannot be read match nothing. A selector is tried only on elements
 * that have the class, attribute or name without which it cannot match: most elements are asked about none.
 */
export function matcher(selectors: readonly string[]): Matches {
  const byKey = new Map<string, Matches[]>();
  const others: Matches[] = [];
  for (const selector of selectors) {
    const matches = test(selector);
    if (matches === null) continue;
    const key = keyOf(selector);
    if (key === null) others.push(matches);
    else byKey.set(key, [...(byKey.get(key) ?? []), matches]);
  }
  const fits = (found: Element, key: string): boolean => passesAny(byKey.get(key), found);
  return (found) => {
    for (const name in found.attribs) {
      if (fits(found, `[${name}`)) return true;
      if (name === 'class' && classesOf(found).some((one) => fits(found, `.${one}`))) return true;
    }
    return fits(found, found.name) || passesAny(others, found);
  };
}

function passesAny(tests: readonly Matches[] | undefined, found: Element): boolean {
  return tests?.some((matches) => matches(found)) ?? false;
}

const classesOf = ({ attribs }: Element): string[] => (attribs['class'] ?? '').split(/\s+/);

/** The last part of a selector: an element's name, then classes, ids and attributes. */
const lastPart = /(?:^|[\s>+~])([a-z][a-z\d-]*)?((?:[.#][\w-]+|\[[^\][]+\])*)$/i;

/** What an element must have to match: `.class`, `[attribute`, or a name; null when the selector does not say. */
function keyOf(selector: string): string | null {
  if (/[,:\\]/.test(selector)) return null;
  const [whole, name, marks] = lastPart.exec(selector) ?? [];
  if (!whole?.trim()) return null;
  const [mark] = /\.[\w-]+|#|\[\s*[\w-]+/.exec(marks ?? '') ?? [];
  if (mark === '#') return '[id';
  if (mark?.startsWith('[')) return `[${mark.slice(1).trim().toLowerCase()}`;
  return mark ?? name?.toLowerCase() ?? null;
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
