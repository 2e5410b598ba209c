import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { isBlankText, isBlock, isNamed, some } from '../../html/nodes.ts';
import { matcher } from '../../html/selectors.ts';
import { element, elementsOf, rewrite, setChildren, text } from '../../html/tree.ts';
import { languageOfCode } from '../code/language.ts';
import { dropLineEnds, preformatted } from '../dom/preformatted.ts';
import type { Rule } from '../rule.ts';

/**
 * Marks of line numbers. Sources: Hugo (Chroma), Hexo, Rouge, Pygments, Prism, highlight.js, GitHub, SyntaxHighlighter,
 * Crayon, react-syntax-highlighter, Expressive Code, CodeMirror.
 */
const isGutter = matcher(
  `.gutter .gl .lineno .linenos .linenodiv .lnt .ln .line-numbers-rows .hljs-ln-numbers .hljs-ln-n .blob-num .js-line-number
  .linenumber .line-number .lineNumber .lineNumbers .line-numbers-gutter .crayon-nums .crayon-num .cm-gutters
  .react-syntax-highlighter-line-number .code-line-number .lntd:first-child .rouge-gutter`.split(/\s+/),
);

/** Marks of a table that is code. */
const isOfCode = matcher(
  `.lntable .rouge-table .highlighttable .hljs-ln .js-file-line-container .crayon-table .highlight .code .syntaxhighlighter
  .highlight__code .hljs .chroma .codehilitetable`.split(/\s+/),
);
/** Marks of one line of code. */
const isLine = matcher(
  `.line .code-line .ec-line .token-line .view-line .cl .blob-code .hljs-ln-code .crayon-line span[data-line] div[data-line]`.split(
    /\s+/,
  ),
);
/** Buttons and labels on code. */
const isTool = matcher(
  `.copy-button .copy-btn .btn-copy .copy .clipboard-copy .code-toolbar>.toolbar .code-block-header clipboard-copy
  .zeroclipboard-container`.split(/\s+/),
);

const numbersOnly = (found: Element): boolean => /^[\s\d.:|]*$/.test(rawText(found));

/**
 * Makes one `pre` of each listing, without its line numbers, and keeps the language as `data-language`. A table of code
 * with its line numbers in a column of their own, or with a row a line, becomes a `pre`, too.
 */
export const rule: Rule = {
  name: 'code',
  apply(root, _context, receipt) {
    const all = elementsOf(root);
    if (!all.some((found) => found.name === 'pre' || isOfCode(found) || isOfCode(found.parent as Element)))
      return;
    const languages = new Map(
      all.filter((found) => isNamed(found, 'pre', 'table')).map((found) => [found, languageOfCode(found)]),
    );
    const counts = new Set(all.filter((found) => isGutter(found) && numbersOnly(found) && isInCode(found)));
    const tools = new Set(all.filter((found) => isTool(found) && isInCode(found)));
    for (const count of counts)
      if (!isInside(count, (around) => counts.has(around))) receipt.note(`${rule.name}/line-numbers`, count);
    rewrite(root, (found) => (counts.has(found) || tools.has(found) ? [] : undefined));
    rewrite(root, (found) => {
      if (found.name === 'table') return tableOfCode(found, languages.get(found) ?? null);
      if (found.name === 'pre' && !isInPre(found)) return [listing(found, languages.get(found) ?? null)];
      return undefined;
    });
  },
};

/** The language of a listing and its text, in one `pre`. */
function listing(pre: Element, language: string | null): Element {
  const inner = elementsOf(pre).find(({ name, attribs }) => name === 'pre' && attribs['data-language']);
  const isCode = language !== null || some(pre, (node) => isNamed(node, 'code')) || isInside(pre, isOfCode);
  breakLines(pre);
  for (const found of elementsOf(pre)) if (found.name === 'pre') found.name = 'div';
  preformatted(pre);
  unite(pre);
  if (isCode && !some(pre, (node) => isNamed(node, 'code', 'img')))
    setChildren(pre, [element('code', {}, pre.children)]);
  dropLineEnds(pre);
  const known = language ?? inner?.attribs['data-language'];
  pre.attribs = known ? { 'data-language': known } : {};
  return pre;
}

/** Leaves one `code` around all of a listing that has several, one for each line or word. */
function unite(pre: Element): void {
  const codes = elementsOf(pre).filter(({ name }) => name === 'code');
  if (codes.length < 2 && pre.children.filter((child) => !isBlankText(child)).length < 2) return;
  if (codes.length === 0) return;
  rewrite(pre, (found) => (found.name === 'code' ? found.children : undefined));
  setChildren(pre, [element('code', {}, pre.children)]);
}

/** Ends lines that only a style keeps apart: elements of a line each, without a line end between them. */
function breakLines(pre: Element): void {
  for (const parent of [pre, ...elementsOf(pre)]) {
    const lines = parent.children.filter((child) => isTag(child) && isLine(child) && !isBlock(child));
    if (lines.length < 2 || lines.some((line) => /\n$/.test(rawText(line)))) continue;
    const others = parent.children.filter((child) => !lines.includes(child));
    if (others.some((child) => !isText(child) || /\S|\n/.test(child.data))) continue;
    setChildren(
      parent,
      lines.flatMap((line, index) => (index === 0 ? [line] : [text('\n'), line])),
    );
  }
}

/** The `pre` that a table of code stands for; undefined for any other table. */
function tableOfCode(table: Element, language: string | null): ChildNode[] | undefined {
  if (!isOfCode(table) && !isInPre(table) && !some(table, (node) => isTag(node) && isOfCode(node)))
    return undefined;
  const rows = elementsOf(table).filter(({ name }) => name === 'tr');
  const cells = rows.map((row) =>
    row.children.filter((child): child is Element => isNamed(child, 'td', 'th')),
  );
  if (rows.length === 0 || cells.some((row) => row.length > 1)) return undefined;
  const lines = cells.flatMap(([cell]) => (cell ? [cell] : []));
  const holdsPre = lines.length === 1 && lines[0] && some(lines[0], (node) => isNamed(node, 'pre'));
  if (holdsPre && !isInPre(table)) return lines[0]?.children;
  const code = lines.flatMap((cell, index) => (index === 0 ? cell.children : [text('\n'), ...cell.children]));
  return isInPre(table) ? code : [listing(element('pre', {}, [element('code', {}, code)]), language)];
}

function isInside(found: Element, passes: (around: Element) => boolean): boolean {
  for (let around = found.parent; around && isTag(around); around = around.parent)
    if (passes(around)) return true;
  return false;
}
const isInPre = (found: Element): boolean => isInside(found, ({ name }) => name === 'pre');
const isInCode = (found: Element): boolean =>
  isInside(found, (around) => around.name === 'pre' || around.name === 'code' || isOfCode(around)) ||
  some(found, (node) => isNamed(node, 'pre'));

/** All text below a node as it is written. */
function rawText(node: ChildNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(rawText).join('') : '';
}
