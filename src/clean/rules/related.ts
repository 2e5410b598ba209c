import { type Document, type Element, isTag } from 'domhandler';
import { isBlock, isNamed } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { blocksIn, elementsOf, namesIn } from '../../html/tree.ts';
import { siteOf } from '../address/absolute.ts';
import { besideTimes } from '../dates.ts';
import { dropLines, type Line, linesOf, removeLines } from '../dom/lines.ts';
import { removeWhere } from '../dom/remove.ts';
import { announcing, filing, label } from '../phrases/related.ts';
import type { Receipt, Rule } from '../rule.ts';

/** Longest title of another article, in characters. */
const longestTitle = 160;
/** A line with this share of link text or more is nothing but its links. */
const allLink = 0.85;

/** Removes lists of other articles of the same site, and the words that announce them. */
export const rule: Rule = {
  name: 'related',
  apply(root, { base }, receipt) {
    const home = siteOf(base);
    const announced = announcedBlocks(root);
    removeWhere(
      root,
      rule.name,
      receipt,
      (found) => isLinkList(found, home, announced) || isCard(found, home, announced),
      lists,
    );
    removeLines(root, receipt, (line) => (isReadMore(line, home) || isFiled(line, home) ? rule.name : null));
    if (!linesOf(root).some(isLabel)) return;
    dropAnnounced(root, home, receipt);
    dropLabels(root, receipt);
  },
};

const lists = new Set(['ul', 'ol', 'blockquote']);

/** Lists that a line of the article announces: "These are his letters:". They belong to the article. */
function announcedBlocks(root: Document): Set<Element> {
  const announced = new Set<Element>();
  if (lists.isDisjointFrom(namesIn(root))) return announced;
  let open = false;
  for (const block of blocksIn(root)) {
    if (isOnlyLink(block, null) && isNamed(block, 'ul', 'ol', 'blockquote')) {
      if (open) announced.add(block);
    } else {
      const text = textOf(block);
      open = /[:：]$/.test(text) && !label.pattern.test(text) && !isNamed(block, 'ul', 'ol', 'blockquote');
    }
  }
  return announced;
}

function isLinkList(found: Element, home: string | null, announced: Set<Element>): boolean {
  if (!isNamed(found, 'ul', 'ol') || announced.has(found)) return false;
  const entries = found.children.filter((child): child is Element => isNamed(child, 'li'));
  return entries.length > 0 && entries.every((entry) => isOnlyLink(entry, home));
}

/** Whether an element is a card of another post: WordPress shows it as a quotation of its title. */
function isCard(found: Element, home: string | null, announced: Set<Element>): boolean {
  return (
    found.name === 'blockquote' &&
    !announced.has(found) &&
    textOf(found, longestTitle + 1).length <= longestTitle &&
    isOnlyLink(found, home)
  );
}

/** Whether all text of an element is one or more links to other pages of the site. */
function isOnlyLink(found: Element, home: string | null): boolean {
  const links = elementsOf(found).filter((inside) => inside.name === 'a');
  if (links.length === 0) return false;
  const words = textOf(found);
  const text = timeBeside(links, words) ? words.slice(0, textOf(links[0] ?? found).length) : words;
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  if (text.length > longestTitle * links.length || linked < text.length * allLink) return false;
  return links.every((link) => leadsHome(link, home));
}

/** Most links in a line with a date: the other article's picture, title, section. */
const mostLinks = 8;

/** Whether there is nothing besides the links but the date of the other article. */
function timeBeside(links: readonly Element[], words: string): boolean {
  if (links.length > mostLinks) return false;
  const rest = links.reduce((left, link) => left.replace(textOf(link), ' '), words);
  return rest.trim() !== '' && rest.length < 40 && besideTimes(rest) === '';
}

/** Whether a link leads to the site of the article, or anywhere at all if the site is unknown. */
function leadsHome(link: Element, home: string | null): boolean {
  const address = link.attribs['href'] ?? '';
  return address !== '' && !address.startsWith('#') && (home === null || sameSite(siteOf(address), home));
}

/** Whether hosts belong to one site, judged by their last two labels: `cn.paper.example` and `paper.example`. */
function sameSite(site: string | null, home: string): boolean {
  const tail = (host: string) => host.split('.').slice(-2).join('.');
  return site !== null && (site === home || tail(site) === tail(home));
}

function isReadMore(line: Line, home: string | null): boolean {
  if (line.pictured || line.links.length === 0 || line.text.length > longestTitle + 20) return false;
  return (
    line.linked >= 0.5 &&
    announcing.pattern.test(line.text) &&
    line.links.every((link) => leadsHome(link, home))
  );
}

/** Whether a line links the tags, categories or neighbours of a post, or is the buttons of a forum's feed. */
function isFiled({ text, links, linked, pictured }: Line, home: string | null): boolean {
  if (pictured || links.length === 0) return false;
  const name = /^\[link\] \[comments\]$/.test(text) ? '' : filing.pattern.exec(text)?.[0];
  if (name === undefined) return false;
  const rest = text.slice(name.length);
  return linked * text.length >= rest.length * 0.6 && links.every((link) => leadsHome(link, home));
}

/** Removes lines that are nothing but links to the same site, below a label that announces them. */
function dropAnnounced(root: Document, home: string | null, receipt: Receipt): void {
  let open = false;
  removeLines(root, receipt, (line) => {
    const opens = isLabel(line);
    open = opens || (open && isTitle(line, home));
    return open && !opens ? rule.name : null;
  });
}

const isLabel = ({ text, pictured }: Line): boolean => !pictured && label.pattern.test(text);

const isTitle = ({ links, linked, pictured, text }: Line, home: string | null): boolean =>
  !pictured &&
  links.length > 0 &&
  linked >= allLink &&
  text.length <= longestTitle &&
  links.every((link) => leadsHome(link, home));

/** Removes labels whose links are gone: no list, quotation or figure follows them. */
function dropLabels(root: Document, receipt: Receipt): void {
  const labels = linesOf(root).filter((line) => isLabel(line) && receipt.mayRemove(line.block));
  const stranded = labels.filter(
    ({ block, fromEnd }) => fromEnd === 0 || !isNamed(nextBlock(block), 'ul', 'ol', 'blockquote', 'figure'),
  );
  dropLines(root, stranded);
  for (const line of stranded) receipt.noteText(rule.name, line.text);
}

function nextBlock(block: Element): Element | undefined {
  for (let next = block.next; next; next = next.next) if (isTag(next) && isBlock(next)) return next;
  return undefined;
}
