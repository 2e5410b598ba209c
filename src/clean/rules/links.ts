import type { Element } from 'domhandler';
import { isNamed, some } from '../../html/nodes.ts';
import { textOf } from '../../html/text-of.ts';
import { elementsOf, rewrite, text } from '../../html/tree.ts';
import { absoluteAddress } from '../address/absolute.ts';
import { hiddenEmail } from '../address/email.ts';
import { withoutRedirectors } from '../address/redirectors.ts';
import { withoutTracking } from '../address/tracking.ts';
import { originalAddress, placeOf } from '../dom/anchors.ts';
import type { Rule } from '../rule.ts';

/** The path of a picture file. A link to it around a picture only shows that picture larger. */
const pictureFile = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/**
 * Makes links lead to absolute http or https addresses, without redirectors and tracking. Dissolves other links: without
 * an address, to a script, around another link, around a picture to the picture itself.
 */
export const rule: Rule = {
  name: 'links',
  apply(root, { base }) {
    rewrite(root, (found) => {
      const email = hiddenEmail(found.attribs['data-cfemail']);
      if (email !== null) return [text(email)];
      if (found.name !== 'a') return undefined;
      if (originalAddress in found.attribs)
        return some(found, (node) => isNamed(node, 'a')) ? found.children : undefined;
      const address = absoluteAddress(found.attribs['href'], base);
      if (address === null || some(found, (node) => isNamed(node, 'a')) || onlyEnlarges(found, address))
        return found.children;
      found.attribs = { href: withoutTracking(withoutRedirectors(address)), ...placeOf(found.attribs) };
      return undefined;
    });
  },
};

function onlyEnlarges(found: Element, address: string): boolean {
  const pictures = elementsOf(found).filter((inside) => inside.name === 'img');
  const [only] = pictures;
  if (!only || pictures.length > 1 || textOf(found, 1) !== '') return false;
  const shown = only.attribs['src'] ?? '';
  return withoutSize(shown) === withoutSize(address) || pictureFile.test(URL.parse(address)?.pathname ?? '');
}

/** The address of a picture without the size that Blogger and Google write into it. */
const withoutSize = (address: string): string =>
  address.replace(/=[swh]\d+[\w-]*$|\/[swh]\d{2,4}(?:-[\w-]+)?(?=\/[^/]+$)/, '');
