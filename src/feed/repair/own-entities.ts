/** How many entities of one document are read, and how long the text of one may be, in characters. */
const MOST = 500;
const LONGEST = 10_000;
/** How deeply entities may stand in entities. */
const DEEPEST = 5;
/** How many characters a document may grow by; references after that stay as they are. */
const MOST_GROWTH = 1_000_000;

/** XML's own, which a document cannot give another meaning. */
const PREDEFINED: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

const DECLARATION =
  /<!--|<!ENTITY\s+([A-Za-z_:][\w:.-]{0,99})\s+(?:"([^"]{0,10000})"|'([^']{0,10000})')\s*>/g;
const REFERENCE = /&([A-Za-z_:][\w:.-]{0,99});/g;

/**
 * Expands the references to entities that a document declares in its document type declaration. Only entities whose text
 * is in the declaration itself count: none in another file (XML 1.0, section 4.2.2). References in CDATA sections and
 * comments, to entities that hold themselves and beyond the bounds stay as they are.
 */
export function expandOwnEntities(text: string, doctype: string): string {
  const entities = expanded(declared(doctype));
  if (entities.size === 0) return text;
  let room = MOST_GROWTH;
  return text.replace(
    /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|&([A-Za-z_:][\w:.-]{0,99});/g,
    (whole, name: string | undefined) => {
      const value = name === undefined ? undefined : entities.get(name);
      if (value === undefined || value.length > room) return whole;
      room -= value.length;
      return value;
    },
  );
}

/** The texts of a declaration's entities by name, as written; of two with one name, the first counts. */
function declared(doctype: string): Map<string, string> {
  const found = new Map<string, string>();
  const declaration = new RegExp(DECLARATION);
  for (let match = declaration.exec(doctype); match && found.size < MOST; match = declaration.exec(doctype)) {
    const [, name, double, single] = match;
    if (name === undefined) {
      const end = doctype.indexOf('-->', declaration.lastIndex);
      if (end < 0) break;
      declaration.lastIndex = end;
    } else if (!PREDEFINED.has(name) && !found.has(name)) {
      found.set(name, double ?? single ?? '');
    }
  }
  return found;
}

/** Entities with the entities in them expanded, without those that are too long or hold themselves. */
function expanded(entities: ReadonlyMap<string, string>): Map<string, string> {
  const whole = new Map<string, string | null>();
  const expand = (name: string, depth: number): string | null => {
    const known = whole.get(name);
    if (known !== undefined) return known;
    // While it is being expanded, it is one that holds itself.
    whole.set(name, null);
    const value = depth > DEEPEST ? null : withInner(entities.get(name) ?? '', depth);
    whole.set(name, value);
    return value;
  };
  const withInner = (text: string, depth: number): string | null => {
    let left = LONGEST;
    let sound = true;
    const value = text.replace(REFERENCE, (reference, name: string) => {
      const inner = entities.has(name) && sound ? expand(name, depth + 1) : reference;
      left -= inner?.length ?? 0;
      sound &&= inner !== null && left >= 0;
      return sound ? (inner ?? '') : '';
    });
    return sound ? value : null;
  };
  for (const name of entities.keys()) expand(name, 1);
  return new Map(
    [...whole].flatMap(([name, value]) => (value === null ? [] : [[name, quotable(value)] as const])),
  );
}

/** A text without markup may stand in an attribute, where its quotes would end the value. */
function quotable(value: string): string {
  return value.includes('<') ? value : value.replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
