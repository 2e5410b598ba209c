import type { Element } from 'domhandler';
import { absoluteAddress } from '../address/absolute.ts';
import { playerAt } from '../address/embeds.ts';
import { element, elementsOf, isNamed, type Replacement, rewrite, text, textOf } from '../dom/tree.ts';
import { withoutProxy } from '../picture/proxies.ts';
import type { Rule } from '../rule.ts';

/** Hosts whose frames are adverts or counters, never part of an article. */
const advertHosts =
  /(?:^|\.)(?:doubleclick\.net|googlesyndication\.com|googletagmanager\.com|amazon-adsystem\.com|adnxs\.com|taboola\.com|outbrain\.com)$/;

/**
 * Players and framed pages become a link card: a link to where a person can watch, hear or read it, with the
 * poster if one is known. Marked with a triangle, which every reader shows.
 */
export const rule: Rule = {
  name: 'embed',
  apply(root, { base }) {
    rewrite(root, (found) => {
      switch (found.name) {
        case 'iframe':
        case 'amp-iframe':
        case 'embed':
          return card(found, found.attribs['data-src'] ?? found.attribs['src'], base);
        case 'object':
          return object(found, base);
        case 'amp-youtube':
          return card(found, `https://www.youtube.com/embed/${found.attribs['data-videoid']}`, base);
        case 'video':
        case 'amp-video':
        case 'audio':
          return card(found, mediaSource(found), base);
        default:
          return undefined;
      }
    });
  },
};

function card(found: Element, raw: string | undefined, base: string | null): Replacement {
  const address = absoluteAddress(raw, base);
  if (!address || advertHosts.test(new URL(address).hostname)) return [];
  if (/(?:^|\s)wp-embedded-content(?:\s|$)/.test(found.attribs['class'] ?? '')) return [];
  const player = playerAt(address);
  const given = absoluteAddress(found.attribs['poster'], base);
  const poster = given ? withoutProxy(given) : player.poster;
  const label = text(`▶ ${titleOf(found) || player.name}`);
  const shown = poster ? [element('img', { src: poster, alt: '' }), label] : [label];
  return [element('figure', {}, [element('a', { href: player.address }, shown)])];
}

/** An old plug-in: what stands inside it for browsers without one, else the address that it would have opened. */
function object(found: Element, base: string | null): Replacement {
  if (textOf(found) !== '' || elementsOf(found).some((inside) => isNamed(inside, 'p', 'img', 'figure'))) {
    return found.children.filter((child) => !isNamed(child, 'param', 'embed'));
  }
  return card(found, found.attribs['data'], base);
}

function mediaSource(found: Element): string | undefined {
  const sources = found.children.filter((child): child is Element => isNamed(child, 'source'));
  return [found, ...sources].map(({ attribs }) => attribs['src'] || attribs['data-src']).find(Boolean);
}

/** Titles that only name the service say no more than its name does. */
function titleOf(found: Element): string {
  const title = (found.attribs['title'] ?? found.attribs['aria-label'] ?? '').replace(/\s+/g, ' ').trim();
  return /^(?:youtube|vimeo|twitter|x|facebook|instagram)?\s*(?:video|media|audio)?\s*(?:player|post|tweet|embed)?$/i.test(
    title,
  )
    ? ''
    : title;
}
