/**
 * The elements of MathML that a cleaned body may have, their attributes, and the reason: those of MathML Core that show
 * something. Never allowed: links and actions (`href`, `maction`), `annotation-xml`, which holds HTML, and `mglyph` and
 * `malignmark`, by which a browser leaves the rules of MathML. Source: https://www.w3.org/TR/mathml-core/
 */
export const mathTable: readonly (readonly [elements: string, attributes: string, reason: string])[] = [
  ['math', 'display alttext dir', 'a formula, in a line or on its own, with its TeX'],
  ['mi mn ms', 'mathvariant dir', 'names, numbers and strings'],
  [
    'mo',
    'form fence separator stretchy symmetric largeop movablelimits lspace rspace minsize maxsize accent dir',
    'operators; brackets grow',
  ],
  ['mtext', 'mathvariant dir', 'words in a formula'],
  ['mspace', 'width height depth', 'distances between its parts'],
  ['mrow mphantom merror', '', 'parts that belong together'],
  ['mstyle', 'displaystyle scriptlevel mathvariant', 'sizes of parts'],
  ['mpadded', 'width height depth lspace voffset', 'parts that are moved'],
  ['mfrac', 'linethickness', 'fractions and binomials'],
  ['msqrt mroot', '', 'roots'],
  ['msub msup msubsup mmultiscripts mprescripts', '', 'indices and powers'],
  ['munder mover munderover', 'accent accentunder', 'limits and accents'],
  ['mtable mtr', 'displaystyle', 'matrices and cases'],
  ['mtd', 'columnspan rowspan', 'their cells'],
];

const rows = mathTable.flatMap(([elements, attributes]) =>
  elements.split(' ').map((name) => [name, attributes.split(' ').filter(Boolean)] as const),
);

/** The attributes that each element may have, by its name. */
const mathAttributes: ReadonlyMap<string, readonly string[]> = new Map(rows);

export const isMath = (name: string): boolean => mathAttributes.has(name);

/** Elements that hold text; all others hold elements only. */
export const mathTokens: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);

const length = /^[+-]?(?:\d{1,4}(?:\.\d{0,6})?|\.\d{1,6})(?:em|ex|px|pt|pc|in|cm|mm|%)?$/;
const flag = /^(?:true|false)$/;

/** The values that an attribute of these elements may have. */
const values: Readonly<Record<string, RegExp>> = {
  display: /^(?:block|inline)$/,
  dir: /^(?:ltr|rtl)$/,
  form: /^(?:prefix|infix|postfix)$/,
  mathvariant:
    /^(?:normal|bold|italic|bold-italic|double-struck|(?:bold-)?(?:fraktur|script|sans-serif)|sans-serif-(?:bold-)?italic|monospace)$/,
  scriptlevel: /^[+-]?\d$/,
  columnspan: /^\d{1,3}$/,
  rowspan: /^\d{1,3}$/,
  linethickness: /^(?:thin|medium|thick|\d{1,2}(?:\.\d{0,4})?(?:em|ex|px|pt)?)$/,
  ...Object.fromEntries(
    [
      'fence',
      'separator',
      'stretchy',
      'symmetric',
      'largeop',
      'movablelimits',
      'accent',
      'accentunder',
      'displaystyle',
    ].map((name) => [name, flag]),
  ),
  ...Object.fromEntries(
    ['lspace', 'rspace', 'minsize', 'maxsize', 'width', 'height', 'depth', 'voffset'].map((name) => [
      name,
      length,
    ]),
  ),
};

/** Longest TeX of a formula that is kept with it, in characters. */
const longestTex = 2000;

/** The attributes of an element of MathML with allowed values; the others are left out. */
export function mathAttributesOf(name: string, attribs: Record<string, string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const attribute of mathAttributes.get(name) ?? []) {
    const value = attribs[attribute]?.trim();
    if (value === undefined) continue;
    if (attribute === 'alttext') kept[attribute] = value.replace(/\s+/g, ' ').slice(0, longestTex);
    else if (values[attribute]?.test(value)) kept[attribute] = value;
  }
  return kept;
}
