import type { ChildNode } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { isBlock, isNamed } from '../../../src/html/nodes.ts';
import { parseHtml } from '../../../src/html/parse.ts';

/** An invented article whose boilerplate is labelled. */
export interface LabelledArticle {
  title: string;
  link: string;
  /** As its source sends it: without the labels. */
  html: string;
  /** The texts of its lines, white space left out, in their order. */
  article: string[];
  furniture: string[];
  /** File names of its pictures, and the ids of its players. */
  media: string[];
}

const label = ' data-label="furniture"';

/** The articles of one source: one `<article data-title data-link>` after another, boilerplate marked by `data-label`. */
export function readLabelled(text: string): LabelledArticle[] {
  const articles = text.matchAll(
    /^<article data-title="([^"]*)" data-link="([^"]*)">\n([\s\S]*?)\n<\/article>$/gm,
  );
  return Array.from(articles, ([, title = '', link = '', body = '']) => ({
    title,
    link,
    html: body.replaceAll(label, ''),
    ...piecesOf(body),
  }));
}

function piecesOf(html: string): Pick<LabelledArticle, 'article' | 'furniture' | 'media'> {
  const pieces = { article: [] as string[], furniture: [] as string[], media: [] as string[] };
  let line = '';
  const endLine = (into: string[]) => {
    if (squeeze(line) !== '') into.push(squeeze(line));
    line = '';
  };
  const walk = (node: ChildNode, into: string[]): void => {
    if (isText(node)) line += node.data;
    if (!isTag(node)) return;
    if (into === pieces.article) pieces.media.push(...mediaOf(node.name, node.attribs));
    const own = node.attribs['data-label'] ? pieces.furniture : into;
    const apart = own !== into || isBlock(node) || isNamed(node, 'br', 'img');
    if (apart) endLine(into);
    for (const child of node.children) walk(child, own);
    if (apart) endLine(own);
  };
  for (const node of parseHtml(html).children) walk(node, pieces.article);
  endLine(pieces.article);
  return pieces;
}

function mediaOf(name: string, attribs: Record<string, string>): string[] {
  if (name !== 'img' && name !== 'iframe') return [];
  if (attribs['data-label']) return [];
  const address = attribs['data-lazy-src'] ?? attribs['src'] ?? '';
  return [/([\w.-]+)(?:[?&](?!url=).*)?$/.exec(address)?.[1] ?? address];
}

/** Without white space. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');
