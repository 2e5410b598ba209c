import { type ChildNode, type Element, isTag, type ParentNode } from 'domhandler';
import { element, isBlankText, isBlock, isEmpty, isNamed, setChildren, some, trimRun } from './tree.ts';

/** Blocks of blocks; kept as they are. */
const containers = new Set(['blockquote', 'details']);
/** Blocks that hold one line of text, or blocks when there is more. */
const cells = new Set(['li', 'dd', 'dt', 'td', 'th', 'figcaption', 'caption', 'summary']);
/** Blocks that hold only such cells. */
const lists = new Set(['ul', 'ol', 'dl']);
const grids = new Set([...lists, 'table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup']);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Inline elements worth repeating in every block that stood inside of them; others dissolve. */
const repeated = new Set(['a', 'strong', 'b', 'em', 'i']);

/** What surrounds a stretch of text: attributes of its paragraph, inline elements around the block it is in. */
interface Around {
  attribs: Record<string, string>;
  inline: readonly Element[];
}
const nothingAround: Around = { attribs: {}, inline: [] };

/**
 * Puts the children of `parent` into blocks that stand side by side: wrappers dissolved, loose text and what
 * two line breaks part made paragraphs, blocks inside of inline elements brought out, pictures on a line of
 * their own made figures.
 */
export function flowInto(parent: ParentNode): void {
  setChildren(parent, flow(parent.children, nothingAround));
}

function flow(nodes: ChildNode[], around: Around): ChildNode[] {
  const result: ChildNode[] = [];
  let run: ChildNode[] = [];
  const flush = () => {
    for (const made of paragraphs(run, around)) result.push(made);
    run = [];
  };
  for (const node of nodes) {
    if (!isTag(node) || !(isBlock(node) || some(node, isBlock))) {
      run.push(node);
      continue;
    }
    flush();
    for (const made of isBlock(node) ? block(node, around) : flow(node.children, inside(node, around))) {
      result.push(made);
    }
  }
  flush();
  return result;
}

function inside(found: Element, around: Around): Around {
  const adds = repeated.has(found.name) && !around.inline.some(({ name }) => name === found.name);
  return adds ? { ...around, inline: [...around.inline, found] } : around;
}

function block(found: Element, around: Around): ChildNode[] {
  const { name } = found;
  if (name === 'hr') return [found];
  if (name === 'pre') return isEmpty(found) ? [] : [found];
  if (name === 'figure') return [figure(found, around)];
  if (headings.has(name)) return heading(found, around);
  if (cells.has(name)) return [cell(found, around)];
  if (grids.has(name)) return [grid(found, around)];
  if (!containers.has(name)) return flow(found.children, { ...around, attribs: textDirection(found) });
  setChildren(found, flow(found.children, { ...around, attribs: {} }));
  return [found];
}

/** Pictures and their caption; see `rules/figures.ts`. */
function figure(found: Element, around: Around): Element {
  const link = { attribs: {}, inline: around.inline.filter(({ name }) => name === 'a') };
  const children = found.children.flatMap((child) => {
    if (isNamed(child, 'figcaption')) return [cell(child, nothingAround)];
    return isNamed(child, 'img') ? wrapped([child], link) : [child];
  });
  setChildren(found, children);
  return found;
}

/** A heading is one line; a picture or a list inside it stands after it. */
function heading(found: Element, around: Around): ChildNode[] {
  const parts = flow(found.children, { ...around, attribs: {} });
  const lines = parts.filter((part) => isNamed(part, 'p'));
  const rest = parts.filter((part) => !isNamed(part, 'p'));
  if (lines.length === 0) return rest;
  const joined = lines.flatMap((line, index) =>
    index === 0 ? line.children : [element('br'), ...line.children],
  );
  setChildren(found, joined);
  return [found, ...rest];
}

function cell(found: Element, around: Around): Element {
  if (!some(found, isBlock)) {
    setChildren(found, wrapped(trimRun(found.children), around));
    return found;
  }
  const parts = flow(found.children, { ...around, attribs: {} });
  const [first, ...others] = parts;
  const opensWithLine = isNamed(first, 'p') && others.every((part) => isNamed(part, 'ul', 'ol'));
  setChildren(found, opensWithLine ? [...first.children, ...others] : parts);
  return found;
}

/** Inside lists and tables only their own parts count; what strays into a list becomes a line of it. */
function grid(found: Element, around: Around): Element {
  const isList = lists.has(found.name);
  const children: ChildNode[] = [];
  for (const child of found.children) {
    if (isBlankText(child)) continue;
    if (isTag(child) && (cells.has(child.name) || (!isList && grids.has(child.name)))) {
      children.push(...block(child, around));
    } else if (isList) {
      const stray = element(found.name === 'dl' ? 'dd' : 'li', {}, [child]);
      if (!isEmpty(stray)) children.push(cell(stray, around));
    } else if (isTag(child)) for (const made of flow([child], around)) children.push(made);
  }
  setChildren(found, children);
  return found;
}

/** Paragraphs out of a run of inline nodes: parted at two or more line breaks, pictures alone made figures. */
function paragraphs(run: ChildNode[], around: Around): Element[] {
  return splitAtBreaks(run).flatMap((line) => {
    const shown = line.filter((node) => !isEmpty(node));
    if (shown.length === 0) return [];
    if (shown.every(isPicture))
      return shown.map((picture) => element('figure', {}, wrapped([picture], around)));
    return [element('p', { ...around.attribs }, wrapped(line, around))];
  });
}

function wrapped(nodes: ChildNode[], { inline }: Around): ChildNode[] {
  if (nodes.every(isEmpty)) return nodes;
  return inline.reduceRight((inner, { name, attribs }) => [element(name, { ...attribs }, inner)], nodes);
}

/** A picture, or a link around pictures alone. */
export function isPicture(node: ChildNode): node is Element {
  if (!isTag(node)) return false;
  if (node.name === 'img') return true;
  return (
    node.name === 'a' &&
    node.children.some(isPicture) &&
    node.children.every((child) => isPicture(child) || isBlankText(child))
  );
}

function splitAtBreaks(run: ChildNode[]): ChildNode[][] {
  const lines: ChildNode[][] = [];
  let line: ChildNode[] = [];
  let held: ChildNode[] = [];
  for (const node of run) {
    if (isNamed(node, 'br') || (held.length > 0 && isBlankText(node))) {
      held.push(node);
      continue;
    }
    if (held.filter((waiting) => isNamed(waiting, 'br')).length > 1) {
      lines.push(line);
      line = [];
    } else for (const waiting of held) line.push(waiting);
    held = [];
    line.push(node);
  }
  lines.push(line);
  return lines.map(trimRun);
}

function textDirection({ attribs }: Element): Record<string, string> {
  const { dir = '', lang = '' } = attribs;
  return {
    ...(/^(?:rtl|ltr|auto)$/i.test(dir) && { dir: dir.toLowerCase() }),
    ...(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(lang) && { lang }),
  };
}
