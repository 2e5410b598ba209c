import { elementsOf, rewrite } from '../../html/tree.ts';
import { namespaceOf } from '../context.ts';
import { isMarkId, originalAddress, placeId } from '../dom/anchors.ts';
import type { Rule } from '../rule.ts';

const links = new Set(['a']);

/**
 * Gives the places that `anchors.ts` has marked ids of ours, each once and only where a link leads to it. A link whose
 * place another rule has removed leads to the source.
 */
export const rule: Rule = {
  name: 'targets',
  apply(root, context) {
    const all = elementsOf(root);
    const wanted = new Set(all.flatMap(({ name, attribs }) => (name === 'a' ? [attribs['href'] ?? ''] : [])));
    const ids = new Map<string, string>();
    for (const { attribs } of all) {
      const { id } = attribs;
      if (id === undefined) continue;
      delete attribs['id'];
      if (!isMarkId(id) || ids.has(id) || !wanted.has(`#${id}`)) continue;
      ids.set(id, placeId(namespaceOf(context), ids.size + 1));
      attribs['id'] = ids.get(id) ?? '';
    }
    rewrite(
      root,
      (link) => {
        const { href = '', [originalAddress]: original } = link.attribs;
        if (original === undefined) return undefined;
        delete link.attribs[originalAddress];
        const id = ids.get(href.slice(1));
        if (id === undefined && original === '') return link.children;
        link.attribs['href'] = id === undefined ? original : `#${id}`;
        return undefined;
      },
      links,
    );
  },
};
