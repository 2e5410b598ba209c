import { type ChildNode, type Element, isText } from 'domhandler';
import { isBlank, isEmpty, isNamed, some } from '../../html/nodes.ts';
import { element, type Replacement, rewrite, text } from '../../html/tree.ts';
import { absoluteAddress, siteOf } from '../address/absolute.ts';
import { playerAt } from '../address/embeds.ts';
import { keepLike } from '../dom/kept.ts';
import { withoutProxy } from '../picture/proxies.ts';
import type { Rule } from '../rule.ts';

/** Hosts whose frames are adverts or counters and never part of an article. */
const advertHosts =
  /(?:^|\.)(?:doubleclick\.net|googlesyndication\.com|googletagmanager\.com|amazon-adsystem\.com|adnxs\.com|taboola\.com|outbrain\.com)$/;

type AddressOf = (attribs: Element['attribs'], found: Element) => string | undefined;
/** Elements that embed a player, and how to read its address or its number at the service. */
const holders = new Map<string, AddressOf>(
  Object.entries({
    iframe: (attribs) => attribs['data-src'] ?? attribs['src'],
    'amp-iframe': (attribs) => attribs['src'],
    embed: (attribs) => attribs['src'],
    video: (_, found) => mediaSource(found),
    'amp-video': (_, found) => mediaSource(found),
    audio: (_, found) => mediaSource(found),
    'amp-youtube': (attribs) => `https://www.youtube.com/embed/${attribs['data-videoid']}`,
    'lite-youtube': (attribs) => `https://www.youtube.com/embed/${attribs['videoid']}`,
    'amp-twitter': (attribs) => `https://x.com/i/status/${attribs['data-tweetid']}`,
    script: (attribs) =>
      attribs['data-telegram-post'] ? `https://t.me/${attribs['data-telegram-post']}` : undefined,
    div: (attribs, found) =>
      /(?:^|\s)fb-(?:post|video)(?:\s|$)/.test(attribs['class'] ?? '') && isEmpty(found)
        ? attribs['data-href']
        : undefined,
  } satisfies Record<string, AddressOf>),
);
const players = new Set([...holders.keys(), 'object']);

/**
 * Replaces players and framed pages by a link card: a link to the page where a person can watch, hear or read it, with
 * the poster if it is known. A triangle marks the card, because every reader shows that character.
 */
export const rule: Rule = {
  name: 'embeds',
  apply(root, { base }) {
    rewrite(
      root,
      (found) => {
        if (found.name === 'object') return object(found, base);
        const address = holders.get(found.name)?.(found.attribs, found);
        if (address === undefined && ['div', 'script'].includes(found.name)) return undefined;
        return card(found, address, base);
      },
      players,
    );
  },
};

function card(found: Element, raw: string | undefined, base: string | null): Replacement {
  const address = absoluteAddress(raw, base);
  if (!address || advertHosts.test(new URL(address).hostname)) return [];
  if (/(?:^|\s)wp-embedded-content(?:\s|$)/.test(found.attribs['class'] ?? '')) return [];
  const player = playerAt(address);
  const given = absoluteAddress(found.attribs['poster'], base);
  const poster = given ? withoutProxy(given) : player.poster;
  const isFile = isNamed(found, 'video', 'audio', 'amp-video');
  const name = titleOf(found) || (isFile && siteOf(base)) || player.name;
  const label = text(`▶ ${name}`);
  const shown = poster ? [element('img', { src: poster, alt: '' }), label] : [label];
  keepLike(found, ...shown);
  return [element('figure', {}, [element('a', { href: player.address }, shown)])];
}

/** Replaces an old plug-in by its content for browsers without the plug-in, else by a card of its address. */
function object(found: Element, base: string | null): Replacement {
  const isShown = (inside: ChildNode) =>
    isText(inside) ? !isBlank(inside.data) : isNamed(inside, 'p', 'img', 'figure');
  if (some(found, isShown)) {
    return found.children.filter((child) => !isNamed(child, 'param', 'embed'));
  }
  return card(found, found.attribs['data'], base);
}

function mediaSource(found: Element): string | undefined {
  const sources = found.children.filter((child): child is Element => isNamed(child, 'source'));
  return [found, ...sources].map(({ attribs }) => attribs['src'] || attribs['data-src']).find(Boolean);
}

/** The title of a player, or '' for a title that only names the service. */
function titleOf(found: Element): string {
  const title = (found.attribs['title'] ?? found.attribs['aria-label'] ?? '').replace(/\s+/g, ' ').trim();
  return /^(?:youtube|vimeo|twitter|x|facebook|instagram)?\s*(?:video|media|audio)?\s*(?:player|post|tweet|embed)?$/i.test(
    title,
  )
    ? ''
    : title;
}
