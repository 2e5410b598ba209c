import { type Element, isTag } from 'domhandler';
import { elementsOf } from '../../html/tree.ts';

/** What highlighters call a text without a language. */
const none = new Set(
  'text plaintext plain txt none nohighlight no-highlight raw code highlight auto console-output'.split(' '),
);
/** Classes that name the language: HTML's own, GitHub, Pandoc, SyntaxHighlighter, Hexo, highlight.js. */
const patterns: readonly RegExp[] = [
  /(?:^|\s)(?:language|lang)-([\w+#.-]+)/i,
  /(?:^|\s)highlight-(?:source|text)-([\w+#-]+)/i,
  /(?:^|\s)brush:\s*([\w+#-]+)/i,
  /(?:^|\s)sourceCode\s+([\w+#-]+)/,
  /(?:^|\s)hljs\s+(?!language-)([a-z][\w+#-]*)/i,
  /(?:^|\s)syntaxhighlighter\s+([a-z][\w+#-]*)/i,
  /^highlight\s+([a-z][\w+#-]*)$/i,
];
/** Elements around a listing that may name its language. */
const depth = 7;

/** The language of a listing in lower case, as the highlighter of its source names it, or null. */
export function languageOfCode(listing: Element): string | null {
  const around: Element[] = [listing];
  for (
    let parent = listing.parent;
    parent && isTag(parent) && around.length < depth;
    parent = parent.parent
  ) {
    if (!['div', 'figure', 'pre', 'td', 'tr', 'tbody', 'table', 'code', 'code-block'].includes(parent.name))
      break;
    around.push(parent);
  }
  const inside = elementsOf(listing).filter(({ name }) => name === 'code' || name === 'pre');
  for (const found of [...inside.slice(0, 3), ...around]) {
    const named = languageIn(found);
    if (named) return named;
  }
  return null;
}

function languageIn({ attribs }: Element): string | null {
  const given = attribs['data-language'] ?? attribs['data-lang'] ?? attribs['syntax'];
  const classes = (attribs['class'] ?? '').replace(/\s+/g, ' ').trim();
  for (const name of [given, ...patterns.map((pattern) => pattern.exec(classes)?.[1])]) {
    const language = name?.trim().toLowerCase();
    if (language && /^[a-z\d][a-z\d+#.-]{0,19}$/.test(language) && !none.has(language)) return language;
  }
  return null;
}
