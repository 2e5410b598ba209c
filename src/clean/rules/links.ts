import { type Element, isTag } from 'domhandler';
import { absoluteAddress } from '../address/absolute.ts';
import { hiddenEmail } from '../address/email.ts';
import { withoutRedirectors } from '../address/redirectors.ts';
import { withoutTracking } from '../address/tracking.ts';
import { isNamed, rewrite, some, text } from '../dom/tree.ts';
import type { Rule } from '../rule.ts';

/** A file of a picture: a link to it only shows the picture that it stands around. */
const pictureFile = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/**
 * Links lead to absolute http(s) addresses, past redirectors and without tracking. Other links are dissolved:
 * no address, a script, a link around another, a link around a picture to the picture itself.
 */
export const rule: Rule = {
  name: 'link',
  apply(root, { base }) {
    rewrite(root, (found) => {
      const email = hiddenEmail(found.attribs['data-cfemail']);
      if (email !== null) return [text(email)];
      if (found.name !== 'a') return undefined;
      const address = absoluteAddress(found.attribs['href'], base);
      if (address === null || some(found, (node) => isNamed(node, 'a')) || onlyEnlarges(found, address))
        return found.children;
      found.attribs = { href: withoutTracking(withoutRedirectors(address)) };
      return undefined;
    });
  },
};

function onlyEnlarges(found: Element, address: string): boolean {
  const shown = found.children.filter((child) => !(child.type === 'text' && child.data.trim() === ''));
  const [only] = shown;
  if (shown.length !== 1 || !only || !isTag(only) || only.name !== 'img') return false;
  return only.attribs['src'] === address || pictureFile.test(URL.parse(address)?.pathname ?? '');
}
