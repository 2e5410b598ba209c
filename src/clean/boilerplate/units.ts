import { type Document, type Element, isTag, isText, type ParentNode, type Text } from 'domhandler';
import { isBlock } from '../../html/nodes.ts';
import { hostOf, leadsElsewhere, linkAround } from './links.ts';
import { textUnits } from './text-units.ts';
import { type Unit, whole } from './unit.ts';

const pictures = new Set(['img', 'picture', 'svg']);
const frames = new Set(['iframe', 'embed', 'object']);
const players = new Set(['video', 'audio']);
const unseen = new Set(['script', 'style', 'template', 'head', 'noscript']);

/** The units below `root`, in document order. The depth must be bounded, as `parseHtml` does. */
export function unitsOf(root: Document): Unit[] {
  const units: Unit[] = [];
  let line: Text[] = [];
  let setOff = false;
  const put = (made: Unit[]) => {
    for (const unit of made) {
      unit.setOff = setOff;
      units.push(unit);
      setOff = false;
    }
  };
  const close = (block: ParentNode) => {
    if (line.length > 0) put(textUnits(line, block));
    line = [];
  };
  const walk = (parent: ParentNode, block: ParentNode): void => {
    for (const node of parent.children) {
      if (isText(node)) line.push(node);
      if (!isTag(node) || unseen.has(node.name)) continue;
      const isBreak = node.name === 'br' || node.name === 'hr';
      const isOwn = isBreak || mediaKind(node) !== null || isBlock(node);
      if (isOwn) close(block);
      if (isBreak) setOff ||= node.name === 'hr';
      else if (mediaKind(node) !== null) put([mediaUnit(node, block)]);
      else {
        walk(node, isOwn ? node : block);
        if (isOwn) close(node);
      }
    }
  };
  walk(root, root);
  close(root);
  return units;
}

function mediaKind(node: Element): 'picture' | 'frame' | 'player' | null {
  if (pictures.has(node.name)) return 'picture';
  if (frames.has(node.name)) return 'frame';
  return players.has(node.name) ? 'player' : null;
}

function mediaUnit(node: Element, block: ParentNode): Unit {
  const address = node.attribs['src'] || node.attribs['data-src'] || node.attribs['data'] || '';
  const link = leadsElsewhere(node) ? linkAround(node) : null;
  return {
    ...{ kind: mediaKind(node) ?? 'picture', parts: [whole(node)], block, text: '', linkedText: 0 },
    ...{ hosts: link === null ? [] : [hostOf(link)], heading: false, setOff: false },
    source: address.replace(/^(?:https?:)?\/\//i, ''),
  };
}
